/** Answers a text broken into lines of at most `width`, every line behind `indent`. Words in backticks stay in one piece. */
export function wrapped(
  text: string,
  { width, indent }: { readonly width: number; readonly indent: string },
): string[] {
  const room = Math.max(20, width - indent.length);
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/(?:`[^`]*`|[^\s`])+/g) ?? []) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => `${indent}${each}`.trimEnd());
}
