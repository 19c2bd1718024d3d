/** Answers a text as the kernel sees it: a character for each byte of its UTF-8. Globs and paths are compared byte by byte. */
export function bytesOf(text: string): string {
  // ASCII is its own UTF-8, and nearly everything is ASCII.
  if (!/[^\0-\x7f]/.test(text)) return text;
  let bytes = '';
  for (const character of text.toWellFormed()) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes += character;
    else if (code < 0x800) bytes += String.fromCharCode(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes += String.fromCharCode(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes += String.fromCharCode(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return bytes;
}

function tail(code: number): number {
  return 0x80 | (code & 0x3f);
}
