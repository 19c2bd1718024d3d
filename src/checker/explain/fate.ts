/** What became of an operation, in a word: the page and the terminal say the same one. */
import type { Errno, Signal } from '../model/errno.ts';
import type { Outcome } from '../model/report.ts';
import type { Verdict } from '../model/verdict.ts';

export const fateWords = {
  allowed: 'allowed',
  'no-effect': 'no effect',
  denied: 'denied',
  hidden: 'hidden',
  'cannot-tell': 'cannot tell',
  'not-tried': 'not tried',
  'nothing-to-try': 'nothing to try it on',
} as const;

export interface Fate {
  readonly is: keyof typeof fateWords;
  /** What the caller sees where it is denied: `EPERM`, `SIGSYS`. */
  readonly code?: Errno | Signal;
}

const ofDecision = { allowed: 'allowed', ineffective: 'no-effect', unknown: 'cannot-tell', denied: 'denied' } as const;

/** Answers what happened to an operation, without saying whether that is good. */
export function fateOf({ started, operation, decision, signal, errno }: Verdict): Fate {
  if (!started && operation.id !== 'start') return { is: 'not-tried' };
  const code = signal ?? errno;
  return { is: ofDecision[decision], ...(code !== undefined && { code }) };
}

/** Answers what happened to what a criterion tries. A file that is hidden was denied to nobody. */
export function fateOfOutcome({ status, verdicts: [verdict] }: Outcome): Fate {
  if (verdict === undefined) return { is: 'nothing-to-try' };
  return status === 'absent' ? { is: 'hidden' } : fateOf(verdict);
}
