import { expect, test } from 'vitest';
import { traceParts, wallPath } from './drawing.ts';
import type { Seat, Trace } from './section.ts';

const seat = (traceIn: Trace, traceOut: Trace) => ({ traceIn, traceOut }) as Seat;
const parts = (...seats: readonly Seat[]) => traceParts(seats, { pitch: 22, beyond: 7 });

test('a trace that meets no wall runs beyond the hull and has a head', () => {
  expect(parts(seat('sure', 'sure'), seat('sure', 'sure'))).toEqual([{ from: 0, to: 51, unsure: false, head: true }]);
});

test('a trace ends before the wall that stopped it', () => {
  expect(parts(seat('sure', 'none'), seat('none', 'none'))).toEqual([{ from: 0, to: 7, unsure: false, head: true }]);
});

test('a trace is in doubt from the wall that cannot be known, and has no head', () => {
  expect(parts(seat('sure', 'unsure'), seat('unsure', 'unsure'))).toEqual([
    { from: 0, to: 8, unsure: false, head: false },
    { from: 14, to: 51, unsure: true, head: false },
  ]);
});

test('a trace in doubt ends at a wall without a head', () => {
  expect(parts(seat('sure', 'unsure'), seat('unsure', 'none')).at(-1)).toEqual({
    from: 14,
    to: 29,
    unsure: true,
    head: false,
  });
});

test('a wall that let it through has a gap in the middle; one that stopped it has none', () => {
  const place = { x: 11, height: 22, gap: 4 };
  expect(wallPath('let-through', place)).toBe('M11 1.5V7M11 15V20.5');
  expect(wallPath('stopped', place)).toBe('M11 0V22');
});

test('one that was overruled is hollow and has the gap; where nothing stands nothing is drawn', () => {
  const place = { x: 11, height: 22, gap: 4 };
  expect(wallPath('overruled', place)).toBe('M8.5 1.5h5V7h-5zM8.5 15h5V20.5h-5z');
  expect(wallPath('not-there', place)).toBe('');
});
