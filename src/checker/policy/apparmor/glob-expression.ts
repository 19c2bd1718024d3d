/**
 * Globs as regular expressions. Source: apparmor 3.0, parser/parser_regex.c (convert_aaregex_to_pcre). The parser writes an
 * expression and then reads it (`expression.ts`); both steps are kept apart here too, since odd globs mean what the second
 * makes of the first.
 */
import { escapeAt } from './escapes.ts';
import { bytesOf } from './bytes.ts';
import { parseExpression, type Expression } from './expression.ts';

/** Why a glob is none, in the parser's words. */
export type GlobProblem =
  | 'Invalid number of items between {}'
  | 'Invalid close ], no matching open [ detected'
  | 'Unclosed grouping or character class, expecting close }'
  | 'Exceeded maximum nesting of {}'
  | "trailing '\\' escape character"
  /** The parser has no words for it. */
  | 'not a character class';

const deepest = 50;

/** Answers the glob as an expression, or why it is none. */
export function expressionOf(glob: string): Expression | GlobProblem {
  const written = regularOf(bytesOf(glob));
  return typeof written === 'string' ? written : (parseExpression(written.regular) ?? 'not a character class');
}

/** `//a` keeps both: two slashes in front are a name space of their own (filter_slashes). */
export function withoutDoubleSlashes(path: string): string {
  return /^\/\/(?!\/)/.test(path) ? `//${path.slice(2).replace(/\/+/g, '/')}` : path.replace(/\/+/g, '/');
}

const oneInComponent = '[^/\\x00]';

/** What is written so far. */
interface Writing {
  readonly regular: string[];
  isInClass: boolean;
  /** Commas in each open brace. */
  readonly braces: number[];
}

/** Answers the regular expression that the parser writes for a glob. */
function regularOf(glob: string): { readonly regular: string } | GlobProblem {
  const writing: Writing = { regular: [], isInClass: false, braces: [] };
  for (let at = 0; at < glob.length;) {
    const taken = write(writing, glob, at);
    if (typeof taken === 'string') return taken;
    at += taken;
  }
  const isOpen = writing.braces.length > 0 || writing.isInClass;
  return isOpen ? 'Unclosed grouping or character class, expecting close }' : { regular: writing.regular.join('') };
}

/** Writes what starts at `at`, and answers how many characters it took. */
function write(writing: Writing, glob: string, at: number): number | GlobProblem {
  const character = glob[at] ?? '';
  switch (character) {
    case '\\': {
      if (at + 1 === glob.length) return "trailing '\\' escape character";
      const { text, length } = escapedCharacter(glob, at + 1, writing.isInClass);
      writing.regular.push(text);
      return 1 + length;
    }
    case '*':
      return writeStars(writing, glob, at);
    case '?':
      writing.regular.push(oneInComponent);
      return 1;
    case '[':
      writing.isInClass = true;
      writing.regular.push('[');
      return 1;
    case ']':
      if (!writing.isInClass) return 'Invalid close ], no matching open [ detected';
      writing.isInClass = false;
      writing.regular.push(']');
      return 1;
    default:
      return writeOther(writing, character);
  }
}

/** As a whole component stars stand for one character at least. */
function writeStars(writing: Writing, glob: string, at: number): 1 | 2 {
  const isWhole = writing.regular.at(-1)?.endsWith('/') === true && /^\*+(?:\/|$)/.test(glob.slice(at));
  if (isWhole) writing.regular.push(oneInComponent);
  const isDouble = glob[at + 1] === '*';
  writing.regular.push(isDouble ? '[^\\x00]*' : `${oneInComponent}*`);
  return isDouble ? 2 : 1;
}

function writeOther(writing: Writing, character: string): 1 | GlobProblem {
  const { isInClass, braces } = writing;
  if (isInClass) writing.regular.push('.+|()'.includes(character) ? `\\${character}` : character);
  else if (character === '{') {
    if (braces.length + 1 >= deepest) return 'Exceeded maximum nesting of {}';
    braces.push(0);
    writing.regular.push('(');
  } else if (character === '}') {
    // A brace that closes nothing holds no items either, and that is what the parser says first.
    if ((braces.pop() ?? 0) === 0) return 'Invalid number of items between {}';
    writing.regular.push(')');
  } else if (character === ',' && braces.length > 0) {
    braces.push((braces.pop() ?? 0) + 1);
    writing.regular.push('|');
  } else writing.regular.push('.+|()^$'.includes(character) ? `\\${character}` : character);
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
