import { expect, test } from 'vitest';
import type { Criterion } from '../../checker/index.ts';
import { toneOf } from './criterion.ts';

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
