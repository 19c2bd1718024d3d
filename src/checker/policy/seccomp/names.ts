/** System calls by name and by number, on each entry. */
import { readSyscallTable, type Entry, type Numbers } from '../../facts/syscalls.ts';

const table = /* @__PURE__ */ readSyscallTable();

/** Answers whether libseccomp knows a name, for this machine or another. */
export function isKnownName(name: string): boolean {
  return table.byName.has(name);
}

export function knownNames(): Iterable<string> {
  return table.byName.keys();
}

/** Answers the number of a call on each entry that has it. */
export function numbersOf(name: string): Numbers {
  return table.byName.get(name) ?? {};
}

export function numberOn(entry: Entry, name: string): number | null {
  return numbersOf(name)[entry] ?? null;
}

/** Answers the name of a number, or null where libseccomp has none for it. */
export function nameOn(entry: Entry, number: number): string | null {
  for (const [name, numbers] of table.byName) if (numbers[entry] === number) return name;
  return null;
}
