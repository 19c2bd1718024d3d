/** A half-open range of UTF-16 offsets in one source. Line and column are computed at the edge, by `positionAt`. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A place as a person counts it: both 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Answers at which line and column of `text` an offset lies. Offsets past the end answer the end of the text. */
export function positionAt(text: string, offset: number): Position {
  const end = Math.min(offset, text.length);
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: end - lineStart + 1 };
}
