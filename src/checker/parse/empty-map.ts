import type { PlainValue } from '../model/pod.ts';

/** Answers a map for the fields of an object, without a prototype. */
export function emptyMap(): Record<string, PlainValue> {
  // Not `Object.create(null)`: engines make a hash table of that, slow to read and slower to compare.
  return Object.setPrototypeOf({}, null) as Record<string, PlainValue>;
}
