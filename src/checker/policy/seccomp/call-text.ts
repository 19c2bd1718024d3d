/**
 * A call as a person writes it: `socket(40)`, `clone(0x10000000)`, `i386:socketcall(1)`, `x32:read`, `435`. Arguments are
 * what the registers hold; a negative one fills all 64 bits, as a C program does with an `int`.
 */
import { multiplexedOnI386, x32Bit, type Entry } from '../../facts/syscalls.ts';
import { nearestTo } from '../../schema/nearest.ts';
import { mostArguments } from './conditions-of-rule.ts';
import type { SeccompCall } from './decide.ts';
import { isKnownName, knownNames, nameOn, numberOn, numbersOf } from './names.ts';

export interface ReadCall extends SeccompCall {
  /** Null for a number that libseccomp has no name for. */
  readonly name: string | null;
}

/** What is wrong with a call that cannot be asked. */
export type CallProblem =
  | { readonly is: 'not-a-call' }
  | { readonly is: 'unknown-entry'; readonly entry: string }
  | { readonly is: 'unknown-name'; readonly name: string; readonly nearest: string | null }
  | { readonly is: 'other-entry'; readonly name: string; readonly entry: Entry; readonly instead: string | null }
  | { readonly is: 'number'; readonly word: string }
  | { readonly is: 'too-many-arguments' };

const entries: Readonly<Record<string, Entry>> = {
  x86_64: 'x86_64',
  amd64: 'x86_64',
  i386: 'i386',
  x86: 'i386',
  x32: 'x32',
};

/** Answers a call, or what is wrong with it. */
export function readSeccompCall(written: string): { readonly call: ReadCall } | { readonly problem: CallProblem } {
  const [, prefix = 'x86_64', name = '', list = ''] =
    /^\s*(?:(\w+):)?\s*(\w+)\s*(?:\(([^()]*)\))?\s*$/.exec(written) ?? [];
  if (name === '') return { problem: { is: 'not-a-call' } };
  const entry = Object.hasOwn(entries, prefix) ? entries[prefix] : undefined;
  if (entry === undefined) return { problem: { is: 'unknown-entry', entry: prefix } };
  const words = list.trim() === '' ? [] : list.split(',').map((word) => word.trim());
  if (words.length > mostArguments) return { problem: { is: 'too-many-arguments' } };
  const registers: bigint[] = [];
  for (const word of words) {
    const value = registerOf(word);
    if (value === null) return { problem: { is: 'number', word } };
    registers.push(value);
  }
  while (registers.length < mostArguments) registers.push(0n);
  const called = /^\d/.test(name) ? numberCalled(entry, name) : nameCalled(entry, name);
  if ('problem' in called) return called;
  return { call: { entry: entersOf(entry, called.number), ...called, registers } };
}

/** Bit 30 makes it a call of x32, whatever the program is. */
function entersOf(entry: Entry, number: number): Entry {
  return entry === 'x86_64' && number >= x32Bit ? 'x32' : entry;
}

type Called = { readonly number: number; readonly name: string | null } | { readonly problem: CallProblem };

/** A number as the manual counts it: bit 30 of x32 is put in by the entry. */
function numberCalled(entry: Entry, word: string): Called {
  const value = registerOf(word);
  if (value === null || value >= 1n << 32n) return { problem: { is: 'number', word } };
  const number = entry === 'x32' ? (Number(value) | x32Bit) >>> 0 : Number(value);
  return { number, name: nameOn(entersOf(entry, number), number) };
}

function nameCalled(entry: Entry, name: string): Called {
  const number = numberOn(entry, name);
  if (number !== null) return { number, name };
  if (!isKnownName(name)) return { problem: { is: 'unknown-name', name, nearest: nearestTo(name, knownNames()) } };
  const through = entry === 'i386' ? multiplexedOnI386(name) : null;
  const elsewhere = (Object.keys(numbersOf(name)) as Entry[])[0];
  const instead =
    through === null
      ? elsewhere === undefined
        ? null
        : `${elsewhere}:${name}`
      : `i386:${through.by}(${through.number})`;
  return { problem: { is: 'other-entry', name, entry, instead } };
}

function registerOf(word: string): bigint | null {
  const [, sign = '', digits = ''] = /^([+-]?)(0[xX][0-9a-fA-F]+|\d+)$/.exec(word) ?? [];
  if (digits === '' || digits.length > 20) return null;
  const size = BigInt(digits);
  if (size >= 1n << 64n || (sign === '-' && size > 1n << 63n)) return null;
  return sign === '-' ? BigInt.asUintN(64, -size) : size;
}
