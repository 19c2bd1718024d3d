export interface SteppedOut {
  /** Where the line begins, its blanks behind. */
  readonly at: number;
  readonly field: string;
  /** The first word of the line that lost its place. */
  readonly below: string;
}

/** Where these stand, they mostly stand right; what follows one is too deep instead. */
const landmarks = new Set(['apiVersion', 'kind', 'metadata', 'spec', 'template', 'jobTemplate']);

/**
 * Answers the field above the misplaced line at `at` that ended its object too early: the one furthest left between that line
 * and the last one at its very column. Null where there is none: then the line itself stands wrong. A dash is never
 * the culprit, since items end what is open above them all the time.
 */
export function steppedOut(text: string, at: number): SteppedOut | null {
  const lines = text.slice(0, at).split('\n');
  const blanks = lines.pop()?.length ?? 0;
  const [dashes = '', below = ''] = /^((?:- +)*)([^\s:]*)/.exec(text.slice(at))?.slice(1) ?? [];
  let least = blanks + dashes.length;
  const column = least;
  let furthest: Above | null = null;
  let start = at - blanks;
  for (const line of lines.toReversed()) {
    start -= line.length + 1;
    const [indent = '', items = '', rest = ''] = /^( *)((?:- +)*)(.*)/.exec(line)?.slice(1) ?? [];
    if (rest.trim() === '' || rest.startsWith('#')) continue;
    if (line.startsWith('---')) return null;
    if (indent.length + items.length === column) return culpritOf(furthest, below);
    if (indent.length >= least) continue;
    least = indent.length;
    furthest = { at: start, line: items + rest };
  }
  return null;
}

interface Above {
  readonly at: number;
  readonly line: string;
}

function culpritOf(above: Above | null, below: string): SteppedOut | null {
  const field = /^([\w./-]+):(?:\s|$)/.exec(above?.line ?? '')?.[1];
  return above === null || field === undefined || landmarks.has(field) ? null : { at: above.at, field, below };
}
