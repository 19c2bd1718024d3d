import { distance } from 'fastest-levenshtein';

/** Longer than any name of the API; comparing is quadratic in the length. */
const longestCompared = 64;

/**
 * Answers the one candidate that a word was plainly meant to be, or null: the only one within a quarter of its length,
 * at most three edits, with upper and lower case as good as equal.
 */
export function nearestTo(word: string, candidates: Iterable<string>): string | null {
  if (word.length > longestCompared) return null;
  const lower = word.toLowerCase();
  const reach = Math.min(3, Math.max(1, Math.floor(word.length / 4)));
  let nearest: string | null = null;
  let least = reach + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > least) continue;
    const edits = distance(lower, candidate.toLowerCase());
    if (edits === least) nearest = null;
    if (edits >= least) continue;
    nearest = candidate;
    least = edits;
  }
  return nearest;
}
