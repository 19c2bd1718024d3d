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
  for (let at = 0; at < end; at += 1) {
    if (!endsLine(text, at)) continue;
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: end - lineStart + 1 };
}

/** Answers whether a line ends with the character at `at`: LF, and a CR that stands alone, as editors count. */
export function endsLine(text: string, at: number): boolean {
  const character = text.charCodeAt(at);
  return character === 0x0a || (character === 0x0d && text.charCodeAt(at + 1) !== 0x0a);
}
