import type { CST } from 'yaml';

type Sign = 'doc-start' | 'seq-item-ind' | 'map-value-ind' | 'comma';

/** What stands between two tokens that mean something: blanks, line ends, comments, and at most one sign. */
export interface Gap {
  readonly hasSign: boolean;
  readonly endsLineBefore: boolean;
  readonly endsLineBehind: boolean;
  /** Behind the sign and the blanks that follow it: there the package puts a value that is not written. */
  readonly end: number;
}

export interface GapRule {
  /** The sign that may stand in the gap. */
  readonly sign: Sign | null;
  /** The gap begins a line: a comment may be its first token. Elsewhere a blank comes before it. */
  readonly begins: 'line' | 'behind';
}

/** Answers a gap; null where anything else stands in it, or a comment that touches what is before it. */
export function gapOf(tokens: readonly CST.SourceToken[] = [], { sign, begins }: GapRule): Gap | null {
  let hasSign = false;
  let endsLineBefore = false;
  let endsLineBehind = false;
  let end = 0;
  let isOpen = begins === 'line';
  let isRightBehindSign = false;
  for (const { type, offset, source } of tokens) {
    const isSign = type === sign;
    const isBlank = type === 'space' || type === 'newline';
    if (isSign ? hasSign : !isBlank && (type !== 'comment' || !isOpen)) return null;
    hasSign ||= isSign;
    endsLineBefore ||= type === 'newline' && !hasSign;
    endsLineBehind ||= type === 'newline' && hasSign;
    isRightBehindSign = isSign || (type === 'space' && isRightBehindSign);
    if (isRightBehindSign) end = offset + source.length;
    isOpen = isBlank;
  }
  return { hasSign, endsLineBefore, endsLineBehind, end };
}
