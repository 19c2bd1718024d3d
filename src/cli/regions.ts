import { endsLine, type Position, type Span } from '../checker/index.ts';

/** A span as people and programs count it: 1-based, the end behind the last character. */
interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type RegionOf = (span: Span) => Region;

/**
 * Answers a function from spans to regions. It counts the lines of the text once: a file of ten thousand lines can have a span
 * for each, and `positionAt` starts from the top each time.
 */
export function placesIn(text: string): RegionOf {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) if (endsLine(text, at)) starts.push(at + 1);
  const positionOf = (offset: number): Position => {
    const end = Math.min(offset, text.length);
    const line = lastNotAbove(starts, end);
    return { line: line + 1, column: end - (starts[line] ?? 0) + 1 };
  };
  return ({ start, end }) => {
    const [from, to] = [positionOf(start), positionOf(end)];
    return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  };
}

/** Answers the index of the last number that is not above `limit`, in an ascending list that starts with 0. */
function lastNotAbove(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ascending[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
