/** What a stretch of a line is to the eye: `plain` is white space and whatever else has no part in the reading. */
export type Ink = 'key' | 'value' | 'mark' | 'comment' | 'plain';

export interface Stretch {
  readonly ink: Ink;
  readonly text: string;
}

// A quoted text, an unquoted word up to what ends one, a mark, or white space. A `#` begins a comment after a blank only
// and a `:` is a mark before a blank only (YAML 1.2.2, sections 6.6 and 7.3.3).
const token =
  /"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?|\s+|#.*|[[\]{},]|-(?=\s|$)|:(?=\s|$|[[\]{},])|(?:[^\s[\]{},:]|:(?=[^\s[\]{},]))+|./gu;

/**
 * Answers the stretches of one line of YAML, so that it can be drawn in two inks. It is a drawing, not a reading: block
 * scalars and texts that run over several lines are coloured line by line.
 */
export function inkOf(line: string): readonly Stretch[] {
  const words = line.match(token) ?? [];
  const stretches: Stretch[] = [];
  for (const [index, text] of words.entries()) {
    const ink = inkOfWord(words, index);
    const last = stretches.at(-1);
    if (last?.ink === ink) stretches[stretches.length - 1] = { ink, text: last.text + text };
    else stretches.push({ ink, text });
  }
  return stretches;
}

function inkOfWord(words: readonly string[], index: number): Ink {
  const text = words[index] ?? '';
  if (text.trim() === '') return 'plain';
  if (text.startsWith('#')) return index === 0 || words[index - 1]?.trim() === '' ? 'comment' : 'value';
  if (/^(?:[[\]{},:]|-|---|\.\.\.)$/u.test(text)) return 'mark';
  // One stretch of white space is one word.
  const next = words[index + 1]?.trim() === '' ? words[index + 2] : words[index + 1];
  return next === ':' ? 'key' : 'value';
}
