import {
  explainDiagnostic,
  positionAt,
  type Diagnostic,
  type Severity,
  type Source,
  type Span,
} from '../checker/index.ts';

/** A stretch of text as Monaco counts it: 1-based, the end column not included. */
export interface Stretch {
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
}

interface Marker extends Stretch {
  readonly severity: Severity;
  readonly message: string;
  readonly code: string;
}

/** Nobody looks at more, and sentences for thousands take seconds. */
const mostMarkers = 500;

/** Answers the squiggles for the findings about one text. */
export function markersOf(source: Source, diagnostics: readonly Diagnostic[]): readonly Marker[] {
  const ours = diagnostics.filter(({ span }) => span.file === source.file).slice(0, mostMarkers);
  return ours.map((diagnostic) => {
    const { what, why, todo } = explainDiagnostic(diagnostic, [source]);
    const message = [what, why, todo].filter((sentence) => sentence !== undefined && sentence !== '').join('\n');
    return {
      ...stretchOf(source.text, diagnostic.span),
      severity: diagnostic.severity,
      message,
      code: diagnostic.code,
    };
  });
}

/** Answers where a span lies. An empty one takes the letter before it, or it could not be seen. */
export function stretchOf(text: string, { start, end }: Pick<Span, 'start' | 'end'>): Stretch {
  const from = start === end && start > 0 && text[start - 1] !== '\n' ? start - 1 : start;
  const [first, last] = [positionAt(text, from), positionAt(text, end)];
  return {
    startLineNumber: first.line,
    startColumn: first.column,
    endLineNumber: last.line,
    endColumn: last.column,
  };
}
