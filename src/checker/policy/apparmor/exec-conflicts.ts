/**
 * Two exec modes for one path, which the parser refuses. Source: apparmor 3.0, parser/immunix.h (is_merged_x_consistent) and
 * parser/libapparmor_re/hfa.cc (accept_perms); tried on 3.0.8.
 */
import { overlap } from './matcher.ts';
import type { File } from './policy.ts';

export interface Conflict {
  readonly first: File;
  readonly second: File;
}

/** What comparing all of a profile may cost; no profile that people write comes near. */
const mostComparisons = 20_000;

/** Answers the first two rules that give a path two modes, null where there are none. */
export function execConflict(files: readonly File[], profile: string): Conflict | null {
  const execs = files.filter(({ rule }) => rule.exec !== null && !rule.deny);
  let comparisons = 0;
  for (const [index, second] of execs.entries()) {
    for (const first of execs.slice(0, index)) {
      if (modeOf(first, profile) === modeOf(second, profile) || !meet(first, second)) continue;
      comparisons += 1;
      if (comparisons > mostComparisons) return null;
      if (first.path.isLiteral === second.path.isLiteral && overlap(first.path, second.path)) return { first, second };
    }
  }
  return null;
}

/** Answers everything that makes two modes differ, the target included; `cx -> a` is `px -> profile//a`. */
export function modeOf({ rule: { exec } }: File, profile: string): string {
  if (exec === null) return '';
  const { target } = exec;
  const named = target === null ? '' : exec.goes === 'child' ? `${profile}//${target}` : target;
  const goes = named === '' ? exec.goes : 'named';
  return [goes, exec.otherwise ?? '', String(exec.cleans), named].join(' ');
}

function meet({ rule: a }: File, { rule: b }: File): boolean {
  return a.ownership === null || b.ownership === null || a.ownership === b.ownership;
}
