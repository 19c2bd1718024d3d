/** What a rule may ask of an argument: one comparison of a register, unsigned (seccomp_rule_add(3)). */

export type Operator = 'NE' | 'LT' | 'LE' | 'EQ' | 'GE' | 'GT' | 'MASKED_EQ';

/** How many bits of a register an entry compares: x32 and i386 rules lose the upper half (libseccomp src/db.c, _db_rule_gen_32). */
export type Width = 32 | 64;

export interface Condition {
  /** 0 to 5. */
  readonly index: number;
  readonly operator: Operator;
  /** All bits, but for MASKED_EQ. */
  readonly mask: bigint;
  /** No bit outside of `mask`. */
  readonly value: bigint;
}

/** The six registers of a call, each below 2^64. */
export type Registers = readonly bigint[];

const allBits: Readonly<Record<Width, bigint>> = { 32: 0xffff_ffffn, 64: 0xffff_ffff_ffff_ffffn };

interface WrittenCondition {
  readonly index: number;
  readonly operator: Operator;
  readonly value: bigint;
  readonly valueTwo: bigint;
}

/** Answers what is really compared: for MASKED_EQ `value` is the mask, and for all others `valueTwo` is nothing. */
export function conditionOf({ index, operator, value, valueTwo }: WrittenCondition): Condition {
  if (operator !== 'MASKED_EQ') return { index, operator, mask: allBits[64], value };
  return { index, operator, mask: value, value: valueTwo & value };
}

/** Answers a condition as an entry of this width asks it. */
export function narrowed(condition: Condition, width: Width): Condition {
  const bits = allBits[width];
  return { ...condition, mask: condition.mask & bits, value: condition.value & bits };
}

/** Answers whether a condition holds for every value: libseccomp leaves such a one out. */
export function isAlwaysTrue({ operator, mask }: Condition): boolean {
  return operator === 'MASKED_EQ' && mask === 0n;
}

export function isSameCondition(one: Condition, other: Condition): boolean {
  return (
    one.index === other.index && one.operator === other.operator && one.mask === other.mask && one.value === other.value
  );
}

/** Answers whether a narrowed condition holds for the registers of a call. */
export function holds({ index, operator, mask, value }: Condition, registers: Registers): boolean {
  // Its mask has the bits that this entry compares.
  const found = (registers[index] ?? 0n) & mask;
  switch (operator) {
    case 'EQ':
    case 'MASKED_EQ':
      return found === value;
    case 'NE':
      return found !== value;
    case 'LT':
      return found < value;
    case 'LE':
      return found <= value;
    case 'GE':
      return found >= value;
    case 'GT':
      return found > value;
  }
}
