import { expect, test } from 'vitest';
import { gaps } from '../../../tests/conformance/gaps.ts';
import { agreement } from './agreement.ts';

test('what the pages count is all that was recorded, and what does not agree is a known gap', () => {
  const { pods, answers, agreed } = agreement();
  expect(pods).toBeGreaterThanOrEqual(24);
  expect(answers).toBeGreaterThan(pods);
  expect(answers - agreed).toBe(gaps.length);
});
