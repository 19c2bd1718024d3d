import type { PlainValue } from '../model/pod.ts';
import type { FieldType } from './shapes.ts';

/** Answers the text to put in place of a wrongly typed value where only one thing can have been meant, else null. */
export function repairOf(value: PlainValue, type: FieldType): string | null {
  if (type.kind === 'list' && type.of.kind === 'scalar' && type.of.scalar === 'string') {
    return typeof value === 'string' && /^[A-Za-z_]\w*$/.test(value) ? `[${value}]` : null;
  }
  if (type.kind !== 'scalar') return null;
  if (type.scalar === 'integer') return typeof value === 'string' && /^(?:0|[1-9]\d{0,9})$/.test(value) ? value : null;
  if (type.scalar === 'boolean') return value === 'true' || value === 'false' ? value : null;
  // `no` has become false and `0x1f` a number: what was written is not known any more, except for plain numbers.
  if (type.scalar === 'string') return Number.isSafeInteger(value) && Number(value) >= 0 ? `'${String(value)}'` : null;
  return null;
}
