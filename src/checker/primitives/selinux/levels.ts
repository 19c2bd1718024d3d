/**
 * Levels, as Linux reads them and as the policy compares them: `s0`, `s0:c1,c5`, `s0:c0.c1023`, `s0-s0:c0.c1023`. Which pair a
 * runtime picks nobody can say; that it is not one of another's, the runtime sees to.
 */
import type { SELinuxLevel } from '../../model/selinux.ts';

type Categories = ReadonlySet<number>;

/** What a process holds at least, which the files it makes get, and at most, which is what is compared. */
interface Range {
  readonly low: Categories;
  readonly high: Categories;
}

/** Categories of the policy: c0 to c1023 (container-selinux and Fedora's, policy/mcs). */
const categoryCount = 1024;
const one = /^c(0|[1-9]\d{0,3})(?:\.c(0|[1-9]\d{0,3}))?$/;

/** Answers what a level means; null for one that the kernel does not take (Linux security/selinux/ss/mls.c, mls_context_to_sid). */
export function rangeOf(text: string): Range | null {
  const [first = '', second, ...more] = text.split('-');
  const low = categoriesOf(first);
  const high = second === undefined ? low : categoriesOf(second);
  if (low === null || high === null || more.length > 0 || !includes(high, low)) return null;
  return { low, high };
}

function categoriesOf(text: string): Categories | null {
  const [sensitivity, written, ...more] = text.split(':');
  if (sensitivity !== 's0' || more.length > 0) return null;
  const found = new Set<number>();
  for (const part of written?.split(',') ?? []) {
    const [, from, to] = one.exec(part) ?? [];
    const [start, end] = [Number(from), Number(to ?? from)];
    // A range of one is none: "if (catdatum->value >= rngdatum->value) return -EINVAL".
    if (from === undefined || end >= categoryCount || (to !== undefined && start >= end)) return null;
    for (let category = start; category <= end; category += 1) found.add(category);
  }
  return found;
}

function includes(all: Categories, some: Categories): boolean {
  return [...some].every((category) => all.has(category));
}

/** Answers whether everything of the object's level is in the process's. `by-chance`: one of them is picked, and it may come out so. */
export function dominates(process: SELinuxLevel, object: SELinuxLevel): 'always' | 'never' | 'by-chance' {
  if (process.kind === 'picked' && object.kind === 'picked') return process.owner === object.owner ? 'always' : 'never';
  const held = highOf(process);
  const wanted = highOf(object);
  if (wanted?.size === 0) return 'always';
  if (held !== null && wanted !== null) return includes(held, wanted) ? 'always' : 'never';
  // A pair is kept apart from every other pair (opencontainers/selinux, uniqMcs), but may hold or lie in something else.
  if (held === null) return wanted?.size === 1 ? 'by-chance' : 'never';
  if (held.size === categoryCount) return 'always';
  return held.size <= 2 ? 'never' : 'by-chance';
}

/** Null: a pair that is picked. A level that the kernel does not take never gets here, since nothing starts with it. */
function highOf(level: SELinuxLevel): Categories | null {
  return level.kind === 'picked' ? null : (rangeOf(level.text)?.high ?? new Set());
}

/** Answers a level as it is written; null: nobody can write it down. */
export function levelText(level: SELinuxLevel): string | null {
  return level.kind === 'written' ? level.text : null;
}
