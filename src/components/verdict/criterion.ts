import type { Outcome, Verdict } from '../../checker/index.ts';
import type { IconName } from './Icon.tsx';

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

export interface FateWords {
  readonly icon: IconName;
  readonly word: string;
  /** What the caller sees: `EPERM`, `SIGSYS`. */
  readonly code?: string;
}

/** Answers what happened to an operation, without saying whether that is good. */
export function fateOf(verdict: Verdict): FateWords {
  if (!verdict.started && verdict.operation.id !== 'start') return { icon: 'fate-not-tried', word: 'not tried' };
  switch (verdict.decision) {
    case 'allowed':
      return { icon: 'fate-allowed', word: 'allowed' };
    case 'ineffective':
      return { icon: 'fate-no-effect', word: 'no effect' };
    case 'unknown':
      return { icon: 'fate-cannot-tell', word: 'cannot tell' };
    case 'denied': {
      const code = verdict.signal ?? verdict.errno;
      return { icon: 'fate-denied', word: 'denied', ...(code === undefined ? {} : { code }) };
    }
  }
}
