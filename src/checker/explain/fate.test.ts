import { expect, test } from 'vitest';
import type { Outcome, OutcomeStatus } from '../model/report.ts';
import type { Verdict } from '../model/verdict.ts';
import { fateOf, fateOfOutcome } from './fate.ts';

function verdict(over: Partial<Verdict>): Verdict {
  const operation = { id: 'raw-socket', parameters: {} };
  return { document: 0, container: 'api', operation, decision: 'denied', started: true, chain: [], ...over };
}

function outcome(status: OutcomeStatus, ...verdicts: readonly Verdict[]): Outcome {
  const criterion = { id: 'a', must: 'be-blocked', title: 'A', container: 'api', operations: [] } as const;
  return { criterion, status, verdicts };
}

test('a fate is a word, and the code that the caller sees', () => {
  expect(fateOf(verdict({ errno: 'EPERM' }))).toEqual({ is: 'denied', code: 'EPERM' });
  expect(fateOf(verdict({ signal: 'SIGSYS' }))).toEqual({ is: 'denied', code: 'SIGSYS' });
  expect(fateOf(verdict({ decision: 'ineffective' }))).toEqual({ is: 'no-effect' });
  expect(fateOf(verdict({ decision: 'unknown' }))).toEqual({ is: 'cannot-tell' });
  expect(fateOf(verdict({ decision: 'allowed' }))).toEqual({ is: 'allowed' });
});

test('in a container that did not start nothing was tried, but the start itself was refused', () => {
  expect(fateOf(verdict({ started: false }))).toEqual({ is: 'not-tried' });
  expect(fateOf(verdict({ started: false, operation: { id: 'start', parameters: {} } }))).toEqual({ is: 'denied' });
});

test('a hidden file is hidden, not denied', () => {
  expect(fateOfOutcome(outcome('absent', verdict({ errno: 'ENOENT' })))).toEqual({ is: 'hidden' });
  expect(fateOfOutcome(outcome('met', verdict({ errno: 'EPERM' })))).toEqual({ is: 'denied', code: 'EPERM' });
  expect(fateOfOutcome(outcome('nothing-to-test'))).toEqual({ is: 'nothing-to-try' });
});
