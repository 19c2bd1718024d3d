/**
 * A glob as an expression over bytes. Source: apparmor 3.0, parser/parser_regex.c (convert_aaregex_to_pcre), which writes a
 * regular expression, and parser/libapparmor_re/parse.y, which reads it. Both steps are kept apart here too, since odd globs
 * mean what the second makes of the first.
 */
import { escapeAt } from './escapes.ts';
import { bytesOf } from './bytes.ts';

/** An inclusive range of bytes. */
export type Range = readonly [first: number, last: number];

export type Expression =
  | { readonly is: 'byte'; readonly byte: number }
  | { readonly is: 'class'; readonly ranges: readonly Range[] }
  | { readonly is: 'cat' | 'either'; readonly of: readonly Expression[] }
  | { readonly is: 'many'; readonly of: Expression };

/** Why a glob is none, in the parser's words. */
export type GlobProblem =
  | 'Invalid number of items between {}'
  | 'Invalid close }, no matching open { detected'
  | 'Invalid close ], no matching open [ detected'
  | 'Unclosed grouping or character class, expecting close }'
  | 'Exceeded maximum nesting of {}'
  | "trailing '\\' escape character";

const deepest = 50;

/** Answers the glob as an expression, or why it is none. */
export function expressionOf(glob: string): Expression | GlobProblem {
  const written = regularOf(bytesOf(glob));
  return typeof written === 'string' ? written : parse(written.regular);
}

/** `//a` keeps both: two slashes in front are a name space of their own (filter_slashes). */
export function withoutDoubleSlashes(path: string): string {
  return /^\/\/(?!\/)/.test(path) ? `//${path.slice(2).replace(/\/+/g, '/')}` : path.replace(/\/+/g, '/');
}

const oneInComponent = '[^/\\x00]';

/** What is written so far. */
interface Writing {
  regular: string;
  isInClass: boolean;
  /** Commas in each open brace. */
  readonly braces: number[];
}

/** Answers the regular expression that the parser writes for a glob. */
function regularOf(glob: string): { readonly regular: string } | GlobProblem {
  const writing: Writing = { regular: '', isInClass: false, braces: [] };
  for (let at = 0; at < glob.length;) {
    const taken = write(writing, glob, at);
    if (typeof taken === 'string') return taken;
    at += taken;
  }
  const isOpen = writing.braces.length > 0 || writing.isInClass;
  return isOpen ? 'Unclosed grouping or character class, expecting close }' : { regular: writing.regular };
}

/** Writes what starts at `at`, and answers how many characters it took. */
function write(writing: Writing, glob: string, at: number): number | GlobProblem {
  const character = glob[at] ?? '';
  switch (character) {
    case '\\': {
      if (at + 1 === glob.length) return "trailing '\\' escape character";
      const { text, length } = escapedCharacter(glob, at + 1, writing.isInClass);
      writing.regular += text;
      return 1 + length;
    }
    case '*':
      return writeStars(writing, glob, at);
    case '?':
      writing.regular += oneInComponent;
      return 1;
    case '[':
      writing.isInClass = true;
      writing.regular += '[';
      return 1;
    case ']':
      if (!writing.isInClass) return 'Invalid close ], no matching open [ detected';
      writing.isInClass = false;
      writing.regular += ']';
      return 1;
    default:
      return writeOther(writing, character);
  }
}

/** As a whole component stars stand for one character at least. */
function writeStars(writing: Writing, glob: string, at: number): number {
  const stars = /^\*+/.exec(glob.slice(at))?.[0].length ?? 1;
  const next = glob[at + stars];
  if (writing.regular.endsWith('/') && (next === '/' || next === undefined)) writing.regular += oneInComponent;
  writing.regular += stars === 1 ? `${oneInComponent}*` : '[^\\x00]*';
  return Math.min(stars, 2);
}

function writeOther(writing: Writing, character: string): 1 | GlobProblem {
  const { isInClass, braces } = writing;
  if (isInClass) writing.regular += '.+|()'.includes(character) ? `\\${character}` : character;
  else if (character === '{') {
    if (braces.length + 1 >= deepest) return 'Exceeded maximum nesting of {}';
    braces.push(0);
    writing.regular += '(';
  } else if (character === '}') {
    const commas = braces.pop();
    if (commas === undefined) return 'Invalid close }, no matching open { detected';
    if (commas === 0) return 'Invalid number of items between {}';
    writing.regular += ')';
  } else if (character === ',' && braces.length > 0) {
    braces.push((braces.pop() ?? 0) + 1);
    writing.regular += '|';
  } else writing.regular += '.+|()^$'.includes(character) ? `\\${character}` : character;
  return 1;
}

/** A backslash that nobody needs is dropped. */
function escapedCharacter(
  glob: string,
  at: number,
  isInClass: boolean,
): { readonly text: string; readonly length: number } {
  const character = glob[at] ?? '';
  if ('\\*[]{}'.includes(character)) return { text: `\\${character}`, length: 1 };
  if (character === ',') return { text: isInClass ? '\\,' : ',', length: 1 };
  if (character === '?') return { text: '?', length: 1 };
  if ('^$'.includes(character)) return { text: isInClass ? character : `\\${character}`, length: 1 };
  if ('.+|()'.includes(character)) return { text: `\\${character}`, length: 1 };
  const escape = escapeAt(glob, at);
  if (escape === null) return { text: character, length: 1 };
  return { text: `\\${glob.slice(at, at + escape.length)}`, length: escape.length };
}

interface Cursor {
  readonly regular: string;
  at: number;
}

function parse(regular: string): Expression {
  return alternatives({ regular, at: 0 });
}

function alternatives(cursor: Cursor): Expression {
  const options = [sequence(cursor)];
  while (cursor.regular[cursor.at] === '|') {
    cursor.at += 1;
    options.push(sequence(cursor));
  }
  return options.length === 1 && options[0] !== undefined ? options[0] : { is: 'either', of: options };
}

function sequence(cursor: Cursor): Expression {
  const items: Expression[] = [];
  for (;;) {
    const character = cursor.regular[cursor.at];
    if (character === undefined || character === '|' || character === ')') return { is: 'cat', of: items };
    const item = term(cursor);
    if (cursor.regular[cursor.at] === '*') {
      cursor.at += 1;
      items.push({ is: 'many', of: item });
    } else items.push(item);
  }
}

function term(cursor: Cursor): Expression {
  const character = cursor.regular[cursor.at];
  if (character === '(') {
    cursor.at += 1;
    const inner = alternatives(cursor);
    cursor.at += 1;
    return inner;
  }
  if (character !== '[') return { is: 'byte', byte: readByte(cursor) };
  cursor.at += 1;
  return characterClass(cursor);
}

/** A bracket behind the first place closes; `-` between two is a range, in either order. */
function characterClass(cursor: Cursor): Expression {
  const isNegated = cursor.regular[cursor.at] === '^';
  if (isNegated) cursor.at += 1;
  const ranges: Range[] = [];
  let isFirst = true;
  while (cursor.at < cursor.regular.length && (isFirst || cursor.regular[cursor.at] !== ']')) {
    isFirst = false;
    const first = readByte(cursor);
    const isRange = cursor.regular[cursor.at] === '-' && cursor.regular[cursor.at + 1] !== ']';
    if (isRange) cursor.at += 1;
    const last = isRange ? readByte(cursor) : first;
    ranges.push(first <= last ? [first, last] : [last, first]);
  }
  cursor.at += 1;
  return { is: 'class', ranges: isNegated ? complement(ranges) : ranges };
}

/** Escapes that the expression knows beside those of the profile. */
const quotable = '*+.|^$-[](){}';

function readByte(cursor: Cursor): number {
  const { regular, at } = cursor;
  cursor.at += 1;
  if (regular[at] !== '\\') return regular.charCodeAt(at);
  const next = regular[at + 1] ?? '';
  const escape = next !== '' && quotable.includes(next) ? { character: next, length: 1 } : escapeAt(regular, at + 1);
  if (escape === null) return 0x5c;
  cursor.at += escape.length;
  return escape.character.charCodeAt(0);
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
