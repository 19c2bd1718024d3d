/** Answers the word of a list that somebody most likely meant: at most two slips away, else null. */
export function nearest(written: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let least = 3;
  for (const word of known) {
    const slips = slipsBetween(written, word);
    if (slips < least) [best, least] = [word, slips];
  }
  return best;
}

/** Levenshtein distance, one row at a time. The checker's own (`schema/`) is not behind its door. */
function slipsBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 0; i < from.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j += 1) {
      const same = from[i] === to[j] ? 0 : 1;
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + same));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
