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
const mostSteps = 300_000;

/** Answers the first two rules that give a path two modes, null where none are found. */
export function execConflict(files: readonly File[], profile: string): Conflict | null {
  const execs = files.filter(({ rule }) => rule.exec !== null && !rule.deny);
  const modes = execs.map((file) => modeOf(file, profile));
  if (new Set(modes).size < 2) return null;
  let left = mostSteps;
  for (const [index, second] of execs.entries()) {
    for (const [before, first] of execs.slice(0, index).entries()) {
      if (modes[before] === modes[index] || !meet(first, second)) continue;
      if (first.path.isLiteral !== second.path.isLiteral) continue;
      const { isShared, steps } = overlap(first.path, second.path, left);
      if (isShared) return { first, second };
      left -= steps;
      if (left <= 0) return null;
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
