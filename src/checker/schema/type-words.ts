import type { PlainValue } from '../model/pod.ts';
import type { FieldType, ScalarType } from './shapes.ts';

const scalarInWords: Readonly<Record<ScalarType, string>> = {
  string: 'text',
  boolean: '`true` or `false`',
  integer: 'a whole number',
  'integer-or-string': 'a whole number or text',
  quantity: 'an amount such as `100m` or `64Mi`',
  any: 'any value',
};

/** Answers what a field wants, in a learner's words. */
export function typeInWords(type: FieldType): string {
  if (type.kind === 'scalar') return scalarInWords[type.scalar];
  if (type.kind === 'list') return 'a list';
  return 'an object with fields';
}

/** Answers what stands there, in the same words. */
export function valueInWords(value: PlainValue): string {
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return '`true` or `false`';
  if (typeof value === 'number') return Number.isInteger(value) ? 'a number' : 'a number with a fraction';
  return Array.isArray(value) ? 'a list' : 'an object with fields';
}
