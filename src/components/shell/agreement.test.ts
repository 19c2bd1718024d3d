import { expect, test } from 'vitest';
import { agreement } from './agreement.ts';

test('the count on the pages is taken from the recordings, and the model agrees with all of them', () => {
  const { pods, answers, agreed } = agreement();
  expect(pods).toBeGreaterThanOrEqual(24);
  expect(answers).toBeGreaterThan(pods);
  expect(agreed).toBe(answers);
});
