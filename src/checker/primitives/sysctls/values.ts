/** Values as the kernel reads them. Numbers are C's: `0x50` is 80, `010` is 8. */
import type { SysctlRule } from '../../model/sysctl.ts';

/** A blank or the end follows a number, and it has at most 20 characters (kernel/sysctl.c, proc_get_long). */
const numbers = /[ \t-\r]*(?!\S{21})(-?(?:0x[\da-f]+|0[0-7]*|[1-9]\d*))(?=[ \t\n]|$)[ \t-\r]*/giy;
/** Commas or line ends part ranges, and there are no blanks (kernel/sysctl.c, proc_do_large_bitmap). */
const ranges = /(0x[\da-f]+|0[0-7]*|[1-9]\d*)(?:-(0x[\da-f]+|0[0-7]*|[1-9]\d*))?(?:[,\n]\n*|$)/giy;

/** Answers the numbers of a value, or null where the kernel refuses to read it. An empty value has none, and writes nothing. */
export function numbersIn(value: string, { count, unsigned }: SysctlRule): readonly number[] | null {
  if (count === 0) return portsIn(value.replace(/^\n+/, ''));
  const words = [...value.matchAll(numbers)].slice(0, count);
  if (words.length < count && words.map(([all]) => all).join('') !== value) return null;
  const found = words.map(([, digits = '']) => digits);
  return unsigned && found.some((digits) => digits.startsWith('-')) ? null : found.map(numberOf);
}

function portsIn(value: string): readonly number[] | null {
  const words = [...value.matchAll(ranges)];
  if (words.map(([all]) => all).join('') !== value) return null;
  const found = words.map(([, from = '', to = from]) => [numberOf(from), numberOf(to)] as const);
  return found.some(([from, to]) => from > to) ? null : found.flat();
}

function numberOf(digits: string): number {
  return Number.parseInt(digits, /^-?0\d/.test(digits) ? 8 : undefined);
}
