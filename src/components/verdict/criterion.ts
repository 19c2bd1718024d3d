import type { Outcome } from '../../checker/index.ts';

/** Is it as wanted? `plain` where nobody said what is wanted, so nothing is coloured. */
export type Tone = 'wanted' | 'not-wanted' | 'open' | 'plain';

/** Answers whether an outcome is as wanted. What was never tried is no block: it stays open. */
export function toneOf(outcome: Outcome): Exclude<Tone, 'plain'> {
  if (outcome.status === 'met') return 'wanted';
  return outcome.status === 'unmet' ? 'not-wanted' : 'open';
}

/** The tone in words, for those who do not see the seal. */
export const toneWords: Readonly<Record<Exclude<Tone, 'plain'>, string>> = {
  wanted: 'As wanted',
  'not-wanted': 'Not as wanted',
  open: 'Does not count',
};
