import { expect, test } from 'vitest';
import { rowsOf } from './line-diff.ts';

function drawn(left: string, right: string): readonly string[] {
  const side = (line: { number: number; text: string } | null): string =>
    line === null ? '-' : `${line.number}${line.text}`;
  return rowsOf(left, right).map(({ left: l, right: r, same }) => `${side(l)} ${same ? '=' : '|'} ${side(r)}`);
}

test.each([
  ['the same', 'a\nb\n', 'a\nb\n', ['1a = 1a', '2b = 2b']],
  ['a line more', 'a\nb\n', 'a\nx\nb\n', ['1a = 1a', '- | 2x', '2b = 3b']],
  ['a line less', 'a\nx\nb\n', 'a\nb\n', ['1a = 1a', '2x | -', '3b = 2b']],
  ['one for another', 'a\nx\nb\n', 'a\ny\nb\n', ['1a = 1a', '2x | 2y', '3b = 3b']],
  ['one for two', 'a\nx\n', 'a\ny\nz\n', ['1a = 1a', '2x | 2y', '- | 3z']],
  ['two for one', 'a\nx\ny\n', 'a\nz\n', ['1a = 1a', '2x | 2z', '3y | -']],
])('%s', (_, left, right, rows) => {
  expect(drawn(left, right)).toEqual(rows);
});
