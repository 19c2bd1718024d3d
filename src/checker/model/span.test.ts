import { expect, test } from 'vitest';
import { positionAt } from './span.ts';

test.each([
  ['', 0, [1, 1]],
  ['ab', 2, [1, 3]],
  ['ab', 9, [1, 3]],
  ['a\nb', 1, [1, 2]],
  ['a\nb', 2, [2, 1]],
  ['a\r\nb', 2, [1, 3]],
  ['a\r\nb', 3, [2, 1]],
  ['a\rb', 2, [2, 1]],
  ['a\r\rb\n\rc', 6, [5, 1]],
  ['a\u2028b', 2, [1, 3]],
] as const)('in %j the offset %i lies at %j', (text, offset, [line, column]) => {
  expect(positionAt(text, offset)).toEqual({ line, column });
});
