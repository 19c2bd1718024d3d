import type { Diagnostic, Span } from '../../src/checker/index.ts';

/**
 * YAML with its findings drawn into it, as rust-analyzer does with Rust: below a line stand carets under the culprit, the
 * code, and behind an arrow the text that the edit would put there.
 *
 *     hostuser: false
 *   # ^^^^^^^^ schema/unknown-field -> hostUsers
 *
 * Of a culprit of several lines the first is marked. Carets in the first column stand without the `#`.
 */
const drawn = /^(?:#\s*|\s*)\^+ \S/;

/** Answers the YAML without what is drawn into it. */
export function plainYaml(annotated: string): string {
  return annotated
    .split('\n')
    .filter((line) => !drawn.test(line))
    .join('\n');
}

/** Answers the YAML with these findings drawn into it: what a test compares with what it has written down. */
export function annotate(text: string, diagnostics: readonly Diagnostic[]): string {
  const inOrder = diagnostics.toSorted((a, b) => a.span.start - b.span.start || (a.code < b.code ? -1 : 1));
  let start = 0;
  return text
    .split('\n')
    .flatMap((line) => {
      const here = { start, end: start + line.length };
      start = here.end + 1;
      return [line, ...inOrder.filter(({ span }) => isIn(here, span)).map((found) => draw(found, here))];
    })
    .join('\n');
}

interface Line {
  readonly start: number;
  readonly end: number;
}

function isIn(line: Line, span: Span): boolean {
  return line.start <= span.start && span.start <= line.end;
}

function draw({ code, span, edit }: Diagnostic, line: Line): string {
  const column = span.start - line.start;
  const carets = '^'.repeat(Math.max(1, Math.min(span.end, line.end) - span.start));
  const indent = column === 0 ? '' : `#${' '.repeat(column - 1)}`;
  return `${indent}${carets} ${code}${edit === undefined ? '' : ` -> ${edit.text}`}`;
}
