/** Text to tokens. Total: a character that fits nowhere is a token of its own, and reading goes on behind it. */
import { keywords, type Token, type TokenKind } from './token.ts';
import { modeAfter, modes, type Mode, type Pattern } from './lexer-modes.ts';
import { unescaped } from './escapes.ts';

interface Match {
  readonly pattern: Pattern;
  readonly text: string;
}

/** Answers the tokens of a text; the last one is its end. */
export function tokensOf({ file, text }: { readonly file: string; readonly text: string }): readonly Token[] {
  const tokens: Token[] = [];
  const stack: Mode[] = [];
  let mode: Mode = 'rules';
  let line = 1;
  let at = 0;
  const add = (kind: TokenKind, length: number, more: Partial<Token> = {}): void => {
    const written = text.slice(at, at + length);
    tokens.push({ kind, text: unescaped(written), span: { file, start: at, end: at + length }, line, ...more });
  };
  const push = (next: Mode): void => {
    stack.push(mode);
    mode = next;
  };

  while (at < text.length) {
    const match = longestAt(text, at, modes[mode]);
    if (match === null) {
      add('UNEXPECTED', 1, { mode });
      if (text[at] === '\n') line += 1;
      // Only a comment without an end of line starts so: what is in it is no rule.
      at = mode === 'rules' && text[at] === '#' ? text.length : at + 1;
      mode = 'rules';
      continue;
    }
    const { pattern, text: written } = match;
    const kind = kindOf(pattern, written);
    if (kind === 'INCLUDE') {
      add(kind, written.length, { text: fileNameIn(written), include: { ifExists: mode === 'include-if-exists' } });
    } else if (kind !== null) add(kind, written.length);
    if (written.endsWith('\n')) line += 1;
    at += written.length;
    const opened = pattern.means === 'word' && kind !== null && kind !== 'ID' ? (modeAfter[kind] ?? 'rules') : null;
    if (opened !== null) push(opened);
    if (pattern.next === 'pop') mode = stack.pop() ?? 'rules';
    else if (pattern.next !== undefined && 'push' in pattern.next) push(pattern.next.push);
    else if (pattern.next !== undefined) mode = pattern.next.become;
  }
  add('end of file', 0);
  return tokens;
}

/** Answers the longest match, the first row among equals. What must follow counts for the length and is not taken. */
function longestAt(text: string, at: number, rows: readonly Pattern[]): Match | null {
  let longest: Match | null = null;
  let reach = 0;
  for (const pattern of rows) {
    pattern.match.lastIndex = at;
    const found = pattern.match.exec(text);
    if (found === null) continue;
    const length = found[0].length + (found.groups?.['after']?.length ?? 0);
    if (length <= reach) continue;
    reach = length;
    longest = { pattern, text: found[0] };
  }
  return longest;
}

function kindOf({ means }: Pattern, written: string): TokenKind | null {
  switch (means) {
    case 'blank':
    case 'line-end':
    case 'comment':
      return null;
    case 'word':
      return Object.hasOwn(keywords, written) ? keywords[written as keyof typeof keywords] : 'ID';
    case 'file-name':
      return 'INCLUDE';
    case 'no-comma':
      return 'UNEXPECTED';
    default:
      return means;
  }
}

/** `<abstractions/base>` keeps its brackets: they say where the file is looked for. */
function fileNameIn(written: string): string {
  return written.startsWith('<') ? `<${unescaped(written.slice(1, -1).trim())}>` : unescaped(written);
}
