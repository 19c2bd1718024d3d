import { expect, test } from 'vitest';
import type { Criterion, Outcome, OutcomeStatus, Verdict } from '../../checker/index.ts';
import { fateOf, sayingOf, toneOf } from './criterion.ts';

function outcome(must: Criterion['must'], status: OutcomeStatus): Outcome {
  return { criterion: { id: 'a', must, title: 'A', container: 'api', operations: [] }, status, verdicts: [] };
}

function verdict(over: Partial<Verdict>): Verdict {
  const operation = { id: 'raw-socket', parameters: {} };
  return { document: 0, container: 'api', operation, decision: 'denied', started: true, chain: [], ...over };
}

test.each([
  ['be-blocked', 'met', 'wanted', 'Blocked, as it must be.'],
  ['be-blocked', 'unmet', 'not-wanted', 'Gets through. It must be blocked.'],
  ['keep-working', 'met', 'wanted', 'Works, as it must.'],
  ['keep-working', 'unmet', 'not-wanted', 'Broken. It must keep working.'],
  ['keep-working', 'cannot-tell', 'open', 'Cannot tell, so it does not count.'],
  ['be-blocked', 'not-run', 'open', 'This pod does not start, so it does not count.'],
  ['be-blocked', 'absent', 'open', 'Hidden, so it does not count.'],
  ['be-blocked', 'nothing-to-test', 'open', 'Nothing to try it on, so it does not count.'],
] as const)('%s that is %s is %s: %s', (must, status, tone, saying) => {
  expect(toneOf(outcome(must, status))).toBe(tone);
  expect(sayingOf(outcome(must, status))).toBe(saying);
});

test('a fate is a word, and the code that the caller sees', () => {
  expect(fateOf(verdict({ errno: 'EPERM' }))).toEqual({ icon: 'fate-denied', word: 'denied', code: 'EPERM' });
  expect(fateOf(verdict({ signal: 'SIGSYS' }))).toMatchObject({ code: 'SIGSYS' });
  expect(fateOf(verdict({ decision: 'ineffective' })).word).toBe('no effect');
  expect(fateOf(verdict({ decision: 'unknown' })).word).toBe('cannot tell');
  expect(fateOf(verdict({ decision: 'allowed' })).word).toBe('allowed');
});

test('in a container that did not start nothing was tried, but the start itself was refused', () => {
  expect(fateOf(verdict({ started: false })).word).toBe('not tried');
  expect(fateOf(verdict({ started: false, operation: { id: 'start', parameters: {} } })).word).toBe('denied');
});
