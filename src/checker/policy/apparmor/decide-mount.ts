/**
 * Mounts. Source: Linux security/apparmor/lsm.c (apparmor_sb_mount) and mount.c (do_match_mnt), read at 6.1.
 */
import type { Answer, MountAccess } from './access.ts';
import { matches, type Matcher } from './matcher.ts';
import { flag, makes } from './mount-flags.ts';
import type { Mount, MountKind, Profile } from './policy.ts';
import { judge, tallyOf, type Matched } from './tally.ts';

/** The kernel looks at the flags in this order, and then forgets those that are of no use to the kind. */
function kindOf(flags: number): { readonly does: MountKind; readonly flags: number } {
  if ((flags & flag.remount) !== 0) return { does: 'remount', flags };
  if ((flags & flag.bind) !== 0) return { does: 'bind', flags: flags & (flag.bind | flag.rec) };
  if ((flags & makes) !== 0) return { does: 'propagation', flags: flags & (makes | flag.rec | flag.silent) };
  if ((flags & flag.move) !== 0) return { does: 'move', flags: flag.move };
  return { does: 'new', flags };
}

export function decideMount(profile: Profile, access: MountAccess): Answer {
  const { does, flags } = kindOf(access.flags);
  // A remount and a change of propagation have no source, and only a new mount has a type.
  const source = does === 'remount' || does === 'propagation' ? '' : access.source;
  const type = does === 'new' ? access.type : '';
  const asked = { does, flags, source, type, target: access.target };
  return judgeMount(
    profile,
    'mount',
    profile.mounts.filter((mount) => covers(mount, asked)),
  );
}

interface Asked {
  readonly does: MountKind;
  readonly flags: number;
  readonly source: string;
  readonly type: string;
  readonly target: string;
}

function covers(mount: Mount, { does, flags, source, type, target }: Asked): boolean {
  return (
    mount.does === does &&
    fits(mount.target, target) &&
    fits(mount.source, source) &&
    (mount.types.length === 0 || mount.types.some((each) => matches(each, type))) &&
    (flags & ~mount.flags.free) === (mount.flags.set & ~mount.flags.free)
  );
}

function fits(glob: Matcher | null, path: string): boolean {
  return glob === null || matches(glob, path);
}

export function decideUmount(profile: Profile, target: string): Answer {
  const covering = profile.mounts.filter((mount) => mount.does === 'umount' && fits(mount.target, target));
  return judgeMount(profile, 'umount', covering);
}

export function decidePivotRoot(
  profile: Profile,
  { newRoot, oldRoot }: { readonly newRoot: string; readonly oldRoot: string },
): Answer {
  const covering = profile.pivots.filter((pivot) => fits(pivot.newRoot, newRoot) && fits(pivot.oldRoot, oldRoot));
  return judgeMount(profile, 'pivot_root', covering);
}

function judgeMount({ text }: Profile, word: string, covering: readonly Pick<Matched, 'rule'>[]): Answer {
  const matched = covering.map(({ rule }) => ({ rule, bits: 1 }));
  return judge(tallyOf(matched), { profile: text, asked: 1, errno: 'EACCES', inWords: () => word });
}
