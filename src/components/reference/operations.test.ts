import { expect, test } from 'vitest';
import { operations } from '../../checker/index.ts';
import { operationPages } from './operations.ts';
import { questionWords } from './question-words.ts';

test('every operation has its place in the reference, with its questions in words', () => {
  const pages = operationPages();
  expect(pages.map(({ id }) => id)).toEqual(operations.map(({ id }) => id));
  for (const { id, asks } of pages) {
    expect(asks?.length, id).toBeGreaterThan(0);
    for (const requirement of asks ?? []) expect(questionWords(requirement), id).toMatch(/\?$/);
  }
});
