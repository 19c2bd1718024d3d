import { expect, test } from 'vitest';
import { analyse, defaultWorld, type Source } from '../checker/index.ts';
import { markersOf, stretchOf } from './markers.ts';

function source(text: string): Source {
  return { file: 'pod.yaml', text, language: 'kubernetes' };
}

const misspelt = source(
  'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  hostUser: false\n  containers: []\n',
);

test('a finding is a squiggle at its place, with its sentences', () => {
  const { diagnostics } = analyse([misspelt], defaultWorld);
  const marker = markersOf(misspelt, diagnostics).find(({ code }) => code === 'schema/unknown-field');
  expect(marker).toMatchObject({
    severity: 'error',
    startLineNumber: 6,
    startColumn: 3,
    endLineNumber: 6,
    endColumn: 11,
  });
  expect(marker?.message).toContain('hostUsers');
});

test('findings of another text are not drawn here', () => {
  const { diagnostics } = analyse([misspelt], defaultWorld);
  expect(markersOf({ ...misspelt, file: 'other.yaml' }, diagnostics)).toEqual([]);
});

test.each([
  ['a word', { start: 2, end: 4 }, [1, 3, 1, 5]],
  ['over two lines', { start: 2, end: 7 }, [1, 3, 2, 3]],
  ['nothing, behind a letter', { start: 4, end: 4 }, [1, 4, 1, 5]],
  ['nothing, at the start of a line', { start: 5, end: 5 }, [2, 1, 2, 1]],
] as const)('a span over %s', (_, span, [startLineNumber, startColumn, endLineNumber, endColumn]) => {
  expect(stretchOf('abcd\nefgh', span)).toEqual({ startLineNumber, startColumn, endLineNumber, endColumn });
});
