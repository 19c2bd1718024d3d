import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionAt } from '../checker/index.ts';
import { placesIn } from './regions.ts';

test('a region starts and ends where `positionAt` says', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ä', '😀', '\n', '\r'), maxLength: 40 });
  fc.assert(
    fc.property(text, fc.nat(100), fc.nat(100), (written, start, end) => {
      const from = positionAt(written, start);
      const to = positionAt(written, end);
      expect(placesIn(written)({ file: 'a', start, end })).toEqual({
        line: from.line,
        column: from.column,
        endLine: to.line,
        endColumn: to.column,
      });
    }),
  );
});
