/**
 * The regular expressions that the parser writes for globs, read by its own small grammar. Source: apparmor 3.0,
 * parser/libapparmor_re/parse.y.
 */
import { escapeAt } from './escapes.ts';

/** An inclusive range of bytes. */
export type Range = readonly [first: number, last: number];

export type Expression =
  | { readonly is: 'byte'; readonly byte: number }
  | { readonly is: 'class'; readonly ranges: readonly Range[] }
  | { readonly is: 'cat' | 'either'; readonly of: readonly Expression[] }
  | { readonly is: 'many'; readonly of: Expression };

interface Cursor {
  readonly regular: string;
  at: number;
}

/** Answers what an expression matches, null where a class in it cannot be read. */
export function parseExpression(regular: string): Expression | null {
  return alternatives({ regular, at: 0 });
}

function alternatives(cursor: Cursor): Expression | null {
  const options: (Expression | null)[] = [sequence(cursor)];
  while (cursor.regular[cursor.at] === '|') {
    cursor.at += 1;
    options.push(sequence(cursor));
  }
  const read = options.filter((option) => option !== null);
  if (read.length < options.length) return null;
  return read.length === 1 && read[0] !== undefined ? read[0] : { is: 'either', of: read };
}

function sequence(cursor: Cursor): Expression | null {
  const items: Expression[] = [];
  for (;;) {
    const character = cursor.regular[cursor.at];
    if (character === undefined || character === '|' || character === ')') return { is: 'cat', of: items };
    const item = term(cursor);
    if (item === null) return null;
    const isRepeated = cursor.regular[cursor.at] === '*';
    if (isRepeated) cursor.at += 1;
    items.push(isRepeated ? { is: 'many', of: item } : item);
  }
}

function term(cursor: Cursor): Expression | null {
  const character = cursor.regular[cursor.at];
  if (character === '(') {
    cursor.at += 1;
    const inner = alternatives(cursor);
    cursor.at += 1;
    return inner;
  }
  if (character !== '[') return { is: 'byte', byte: readByte(cursor).byte };
  cursor.at += 1;
  return characterClass(cursor);
}

/** `]` and `-` are themselves in the first place only; `-` between two is a range, in either order. */
function characterClass(cursor: Cursor): Expression | null {
  const isNegated = takeIf(cursor, '^');
  const ranges: Range[] = [];
  const startsWithCaret = isNegated && takeIf(cursor, '^');
  if (startsWithCaret) ranges.push([caret, caret]);
  for (let isFirst = !startsWithCaret; ; isFirst = false) {
    if (!isFirst && takeIf(cursor, ']')) return { is: 'class', ranges: isNegated ? complement(ranges) : ranges };
    const first = member(cursor, isFirst ? '^' : ']-');
    const last = first !== null && takeIf(cursor, '-') ? member(cursor, ']-') : first;
    if (first === null || last === null) return null;
    ranges.push(first <= last ? [first, last] : [last, first]);
  }
}

const caret = 0x5e;

function takeIf(cursor: Cursor, character: string): boolean {
  const isNext = cursor.regular[cursor.at] === character;
  if (isNext) cursor.at += 1;
  return isNext;
}

/** Answers a byte of a class, null at the end and for what may not stand here unescaped. */
function member(cursor: Cursor, except: string): number | null {
  if (cursor.at >= cursor.regular.length) return null;
  const { byte, isEscaped } = readByte(cursor);
  return !isEscaped && except.includes(String.fromCharCode(byte)) ? null : byte;
}

/** Escapes that the expression knows beside those of the profile. */
const quotable = '*+.|^$-[](){}';

function readByte(cursor: Cursor): { readonly byte: number; readonly isEscaped: boolean } {
  const { regular, at } = cursor;
  cursor.at += 1;
  if (regular[at] !== '\\') return { byte: regular.charCodeAt(at), isEscaped: false };
  const next = regular[at + 1] ?? '';
  const escape = next !== '' && quotable.includes(next) ? { character: next, length: 1 } : escapeAt(regular, at + 1);
  if (escape === null) return { byte: 0x5c, isEscaped: true };
  cursor.at += escape.length;
  return { byte: escape.character.charCodeAt(0), isEscaped: true };
}

function complement(ranges: readonly Range[]): readonly Range[] {
  const others: Range[] = [];
  let from = 0;
  for (const [first, last] of [...ranges].sort(([a], [b]) => a - b)) {
    if (first > from) others.push([from, first - 1]);
    from = Math.max(from, last + 1);
  }
  if (from <= 255) others.push([from, 255]);
  return others;
}
