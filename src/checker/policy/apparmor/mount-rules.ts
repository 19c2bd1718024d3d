/**
 * What a mount rule allows, kind by kind. Source: apparmor 3.0, parser/mount.cc (mnt_rule::gen_policy_re), held against
 * policies that 3.0.8 compiled. Later releases read several `options` of one rule otherwise.
 */
import { allFlags, commands, flag, makes, mountFlags } from './mount-flags.ts';
import type { Mount, MountKind } from './policy.ts';
import type { MountRule } from './syntax.ts';

interface Covered {
  readonly does: Exclude<MountKind, 'umount'>;
  readonly flags: Mount['flags'];
}

/** Flags that the kernel looks at for each kind (MS_NEW_FLAGS and its sisters). */
function looksAt(does: Covered['does']): number {
  switch (does) {
    case 'new':
      return allFlags & ~commands;
    case 'remount':
      return allFlags & ~(commands & ~(flag.remount | flag.bind | flag.rec));
    case 'bind':
      return flag.bind | flag.rec;
    case 'move':
      return flag.move;
    case 'propagation':
      // What stays at the mount point (MNT_FLAGS) is none of it.
      return (
        allFlags &
        ~(flag.nosuid | flag.noexec | flag.nodev | flag.noatime | flag.nodiratime | flag.relatime | flag.strictatime)
      );
  }
}

/** Answers the kinds of mount that a rule covers; the parser refuses a rule that covers none. */
export function kindsOf(rule: MountRule): readonly Covered[] {
  const { set, clear } = flagsOf(rule);
  const kinds = (['remount', 'bind', 'propagation', 'move', 'new'] as const).filter((does) =>
    covers(rule, does, { set, clear }),
  );
  // What is both set and cleared may be there or not.
  return kinds.map((does) => ({ does, flags: { set: set & looksAt(does), free: set & clear & looksAt(does) } }));
}

interface Flags {
  readonly set: number;
  readonly clear: number;
}

/** All options of a rule count together: `options=(ro,rw)` and `options in (ro)` both leave `ro` free. */
function flagsOf({ options, does }: MountRule): Flags {
  let set = 0;
  let clear = 0;
  for (const { test, words } of options) {
    for (const meaning of words.map((word) => mountFlags[word])) {
      const both = (meaning?.set ?? 0) | (meaning?.clear ?? 0);
      set |= test === 'any-of' ? both : (meaning?.set ?? 0);
      clear |= test === 'any-of' ? both : (meaning?.clear ?? 0);
    }
  }
  // `remount` leaves nothing free, and without options it is about a remount that changes no flag.
  if (does === 'remount') return { set: set | flag.remount, clear: 0 };
  return (set | clear) === 0 ? { set: allFlags, clear: allFlags } : { set, clear };
}

/** A remount and a change of propagation have no source, and only a new mount has a type. */
function covers({ source, types }: MountRule, does: Covered['does'], { set, clear }: Flags): boolean {
  const hasType = types.length > 0;
  switch (does) {
    case 'remount':
      return (set & flag.remount) !== 0 && source === null && !hasType;
    case 'bind':
      return (set & flag.bind) !== 0 && !hasType;
    case 'propagation':
      return (set & makes) !== 0 && source === null && !hasType;
    case 'move':
      return (set & flag.move) !== 0 && !hasType;
    case 'new':
      return ((set | clear) & ~commands) !== 0;
  }
}
