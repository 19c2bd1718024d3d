/** Escapes in names and paths. Source: apparmor 3.0, parser/parser_misc.c (processunquoted) and parser/lib.c (strn_escseq). */

const simple: Readonly<Record<string, string>> = { '"': '"', a: '\x07', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t' };
const bases = [
  { letter: '', digits: /[0-7]{1,3}/y, base: 8 },
  { letter: 'd', digits: /[0-9]{1,3}/y, base: 10 },
  { letter: 'x', digits: /[0-9a-fA-F]{1,2}/y, base: 16 },
];

/**
 * Answers a word as the parser keeps it: quotes gone, known escapes resolved. What has a meaning in a glob keeps its
 * backslash, and so does a character that needs none; the glob deals with both.
 */
export function unescaped(written: string): string {
  const text = written.startsWith('"') ? written.slice(1, -1) : written;
  if (!text.includes('\\')) return text;
  let result = '';
  let at = 0;
  while (at < text.length) {
    const escape = text[at] === '\\' && at + 1 < text.length ? escapeAt(text, at + 1) : null;
    if (escape === null) {
      result += text[at];
      at += 1;
      continue;
    }
    const { character, length } = escape;
    if (character === '\0') result += text.slice(at, at + 1 + length);
    else result += '*?[]{}^,\\'.includes(character) ? `\\${character}` : character;
    at += 1 + length;
  }
  return result;
}

/** Answers the escape whose first character, behind the backslash, is at `at`; null where there is none. */
export function escapeAt(text: string, at: number): { readonly character: string; readonly length: number } | null {
  const first = text[at] ?? '';
  if (first === '\\') return { character: '\\', length: 1 };
  for (const { letter, digits, base } of bases) {
    if (!text.startsWith(letter, at)) continue;
    digits.lastIndex = at + letter.length;
    const found = digits.exec(text)?.[0];
    if (found === undefined) continue;
    const value = Number.parseInt(found, base);
    if (value <= 255) return { character: String.fromCharCode(value), length: letter.length + found.length };
  }
  const character = simple[first];
  return character === undefined ? null : { character, length: 1 };
}
