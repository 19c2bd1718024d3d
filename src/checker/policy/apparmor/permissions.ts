/**
 * The letters of a file rule. Source: apparmor.d(5), File permission access modes; apparmor 3.0, parser/parser_misc.c
 * (parse_sub_mode); tried on 3.0.8.
 */
import type { ExecMode } from './syntax.ts';

/** The bits of the kernel's old file tables (security/apparmor/file.c, aa_compute_fperms), so that recordings compare. */
export const bit = { x: 1, w: 2, r: 4, a: 8, l: 16, k: 32, m: 64 } as const;
export type Letter = keyof typeof bit;

/** In the order of the kernel's log. */
const order: readonly Letter[] = ['x', 'w', 'r', 'a', 'l', 'k', 'm'];

/** `w` implies `a`. */
export const letterBits: Readonly<Record<Letter, number>> = { x: 1, w: 10, r: 4, a: 8, l: 16, k: 32, m: 64 };

/** `file,` means all of it. */
export const allBits = 127;

/** Answers the bits as letters, as a person would write them: `a` is in `w`. */
export function lettersOf(bits: number): string {
  const letters = order.filter((letter) => (bits & bit[letter]) !== 0 && !(letter === 'a' && (bits & bit.w) !== 0));
  return letters.sort((a, b) => 'rwalkmx'.indexOf(a) - 'rwalkmx'.indexOf(b)).join('');
}

interface ReadPermissions {
  readonly bits: number;
  readonly exec: Omit<ExecMode, 'target'> | null;
}

/** Answers what the letters say, or in the parser's words why they do not go together. */
export function readPermissions(letters: string): ReadPermissions | string {
  let bits = 0;
  let exec: ReadPermissions['exec'] = null;
  let at = 0;
  while (at < letters.length) {
    const mode = execAt(letters, at);
    if (mode !== null) {
      if (exec !== null && !joins(exec, mode.exec))
        return `Exec qualifier '${mode.qualifier}' invalid, conflicting qualifier already specified`;
      if (mode.exec.goes !== 'plain' || exec === null) exec = mode.exec;
      bits |= bit.x;
      at += mode.length;
      continue;
    }
    const letter = letters[at]?.toLowerCase() as Letter;
    const hasWrite = (bits & bit.w) !== 0;
    if ((letter === 'a' && hasWrite) || (letter === 'w' && !hasWrite && (bits & bit.a) !== 0))
      return "Conflict 'a' and 'w' perms are mutually exclusive.";
    bits |= letterBits[letter];
    at += 1;
  }
  return { bits, exec };
}

interface ExecAt {
  readonly exec: Omit<ExecMode, 'target'>;
  readonly qualifier: string;
  readonly length: number;
}

/** Answers the exec mode that starts here: `ix`, `Px`, `cux`, `x`. */
function execAt(letters: string, at: number): ExecAt | null {
  const [whole, first = '', second = ''] = /^([PpCcUu]|[Ii])?([IiUu])?[Xx]/.exec(letters.slice(at)) ?? [];
  if (whole === undefined) return null;
  // `cix` and the like have two; a lone `i` or `u` is the first.
  const cleans = /[PCU]/.test(first);
  const goes = ({ p: 'profile', c: 'child', u: 'unconfined', i: 'inherit' } as const)[first.toLowerCase()] ?? 'plain';
  const otherwise = ({ i: 'inherit', u: 'unconfined' } as const)[second.toLowerCase()] ?? null;
  return { exec: { goes, otherwise, cleans }, qualifier: `${first}${second}`, length: whole.length };
}

/** A plain `x` adds nothing to what is there, and of what may follow it only `ix` is taken. */
function joins(there: Omit<ExecMode, 'target'>, more: Omit<ExecMode, 'target'>): boolean {
  if (more.goes === 'plain' || (there.goes === 'plain' && more.goes === 'inherit')) return true;
  return there.goes === more.goes && there.otherwise === more.otherwise && there.cleans === more.cleans;
}
