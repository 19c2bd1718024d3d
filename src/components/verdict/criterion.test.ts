import { expect, test } from 'vitest';
import type { Criterion, Verdict } from '../../checker/index.ts';
import { fateOf, toneOf } from './criterion.ts';

function verdict(over: Partial<Verdict>): Verdict {
  const operation = { id: 'raw-socket', parameters: {} };
  return { document: 0, container: 'api', operation, decision: 'denied', started: true, chain: [], ...over };
}

test.each([
  ['met', 'wanted'],
  ['unmet', 'not-wanted'],
  ['cannot-tell', 'open'],
  ['not-run', 'open'],
  ['absent', 'open'],
  ['nothing-to-test', 'open'],
] as const)('an outcome that is %s is %s', (status, tone) => {
  const criterion: Criterion = { id: 'a', must: 'be-blocked', title: 'A', container: 'api', operations: [] };
  expect(toneOf({ criterion, status, verdicts: [] })).toBe(tone);
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
