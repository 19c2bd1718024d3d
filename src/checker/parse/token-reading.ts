import type { CST } from 'yaml';
import type { FieldPath, Place, PlainValue } from '../model/pod.ts';
import { gapOf, type GapRule } from './gap.ts';
import { plainWord } from './scalars.ts';

/** One reading of a document. Lives as long as that. */
export interface Reading {
  readonly file: string;
  readonly places: Record<FieldPath, Place>;
  depth: number;
  /** Where the value read last ends. */
  end: number;
  /** Where the last value stands that is not written. */
  emptyAt: number;
  /** Something was met that is not for this reader. */
  isOther: boolean;
}

export function startReading(file: string): Reading {
  return { file, places: Object.create(null) as Reading['places'], depth: 0, end: 0, emptyAt: -1, isOther: false };
}

/** What may stand behind a value on its line. */
export const blanks: GapRule = { sign: null, begins: 'behind' };

/** Ends the reading: the package is to read this text. */
export function other(reading: Reading): null {
  reading.isOther = true;
  return null;
}

/** Answers a scalar on one line, in quotes or without. */
export function readScalar(reading: Reading, token: CST.FlowScalar): PlainValue {
  const { source } = token;
  reading.end = token.offset + source.length;
  if (source.includes('\n') || gapOf(token.end, blanks) === null) return other(reading);
  if (token.type === 'scalar') return isOrdinaryWord(source) ? plainWord(source) : other(reading);
  const quote = source.charAt(0);
  const inner = source.slice(1, -1);
  const isWhole = source.length > 1 && source.endsWith(quote);
  return isWhole && !inner.includes(quote) && !inner.includes('\\') ? inner : other(reading);
}

/** Not the empty word, not a merge key, and none that the package refuses for its first character. */
function isOrdinaryWord(word: string): boolean {
  return word !== '' && word !== '<<' && !/^[,%|>@`]/.test(word);
}
