/**
 * A condition as classic BPF can ask it: 32 bits at a time, and only "equal", "above" and "at least". What a condition
 * comes to is the ways through these tests on which it holds (libseccomp 2.5.4, src/db.c, the diagrams in _db_rule_gen_64).
 */
import type { Condition, Operator, Width } from '../condition.ts';

export interface WordTest {
  readonly index: number;
  readonly isHigh: boolean;
  readonly asks: 'equal' | 'masked' | 'above' | 'at-least';
  readonly mask: number;
  readonly value: number;
  /** What the rule was written with: it decides the order of the tests. */
  readonly operator: Operator;
}

/** A test and how it has to end. */
export interface Step {
  readonly test: WordTest;
  readonly ends: boolean;
}

export type Way = readonly Step[];

/** Answers the ways on which all conditions hold; they are asked by ascending index. */
export function waysThrough(conditions: readonly Condition[], width: Width): readonly Way[] {
  const inOrder = conditions.toSorted((a, b) => a.index - b.index);
  return inOrder.reduce<readonly Way[]>(
    (ways, condition) => {
      const next = width === 64 ? waysOf64(condition) : waysOf32(condition);
      return ways.flatMap((way) => next.map((steps) => [...way, ...steps]));
    },
    [[]],
  );
}

/** Answers a key that two tests share when libseccomp takes them for one; what each was written with is no part of it. */
export function keyOf({ index, isHigh, asks, mask, value }: WordTest): string {
  return `${index} ${isHigh ? 'high' : 'low'} ${asks} ${value} of ${mask}`;
}

/** The low test of each operator, and how it ends where the condition holds. */
const lowTests: Readonly<Record<Operator, { readonly asks: WordTest['asks']; readonly ends: boolean }>> = {
  EQ: { asks: 'equal', ends: true },
  MASKED_EQ: { asks: 'masked', ends: true },
  NE: { asks: 'equal', ends: false },
  GT: { asks: 'above', ends: true },
  GE: { asks: 'at-least', ends: true },
  LT: { asks: 'at-least', ends: false },
  LE: { asks: 'above', ends: false },
};

function waysOf32(condition: Condition): readonly Way[] {
  return [[lowStep(condition)]];
}

function waysOf64(condition: Condition): readonly Way[] {
  const low = lowStep(condition);
  const high = (asks: WordTest['asks'], ends: boolean): Step => ({ test: highTest(condition, asks), ends });
  switch (condition.operator) {
    case 'EQ':
      return [[high('equal', true), low]];
    case 'MASKED_EQ':
      return [[high('masked', true), low]];
    case 'NE':
      return [[high('equal', false)], [high('equal', true), low]];
    case 'GT':
    case 'GE':
      return [[high('above', true)], [high('above', false), high('equal', true), low]];
    case 'LT':
    case 'LE':
      return [
        [high('above', false), high('equal', false)],
        [high('above', false), high('equal', true), low],
      ];
  }
}

function lowStep({ index, operator, mask, value }: Condition): Step {
  const { asks, ends } = lowTests[operator];
  return { test: { index, isHigh: false, asks, mask: lowWord(mask), value: lowWord(value), operator }, ends };
}

function highTest({ index, operator, mask, value }: Condition, asks: WordTest['asks']): WordTest {
  return { index, isHigh: true, asks, mask: lowWord(mask >> 32n), value: lowWord(value >> 32n), operator };
}

export function lowWord(value: bigint): number {
  return Number(value & 0xffff_ffffn);
}
