/**
 * What a mount rule allows, kind by kind. Source: apparmor 3.0, parser/mount.cc (mnt_rule::gen_flag_rules), held against
 * policies that 3.0.8 compiled.
 */
import { allFlags, commands, flag, makes, mountFlags } from './mount-flags.ts';
import type { Mount, MountKind } from './policy.ts';
import type { MountOptions, MountRule } from './syntax.ts';

type Flags = Mount['flags'];

interface Covered {
  readonly does: MountKind;
  readonly flags: Flags;
}

/** Flags that the kernel looks at for each kind (MS_NEW_FLAGS and its sisters). */
const looksAt: Readonly<Record<Exclude<MountKind, 'umount'>, number>> = {
  new: allFlags & ~commands,
  remount: allFlags & ~(commands & ~(flag.remount | flag.bind | flag.rec)),
  bind: flag.bind | flag.rec,
  move: flag.move,
  propagation:
    allFlags &
    ~(flag.nosuid | flag.noexec | flag.nodev | flag.noatime | flag.nodiratime | flag.relatime | flag.strictatime),
};

/** Answers the kinds of mount that a rule covers, none for a rule that covers nothing, which the parser refuses. */
export function kindsOf(rule: MountRule): readonly Covered[] {
  if (rule.does === 'umount') return [{ does: 'umount', flags: { set: 0, free: 0 } }];
  const exactly = alternatives(rule, 'exactly');
  const anyOf = alternatives(rule, 'any-of');
  if (exactly.length === 0 && anyOf.length === 0) return withoutOptions(rule);
  const base = rule.does === 'remount' ? flag.remount : 0;
  const sets = exactly.length > 0 ? exactly.map((set) => set | base) : [base];
  const frees = anyOf.length > 0 ? anyOf : [0];
  return sets.flatMap((set) => frees.flatMap((free) => ofFlags(rule, { set, free })));
}

function alternatives({ options }: MountRule, test: MountOptions['test']): readonly number[] {
  const meanings = options
    .filter((each) => each.test === test)
    .map(({ words }) => words.map((word) => mountFlags[word]));
  return meanings.map((words) =>
    words.reduce((all, word) => all | (word?.set ?? 0) | (test === 'any-of' ? (word?.clear ?? 0) : 0), 0),
  );
}

function withoutOptions(rule: MountRule): readonly Covered[] {
  if (rule.does === 'remount') {
    const free = looksAt.remount & ~flag.remount;
    return rule.types.length > 0 ? [] : [{ does: 'remount', flags: { set: flag.remount, free } }];
  }
  return everyKind(rule).map((does) => ({ does, flags: { set: 0, free: looksAt[does] } }));
}

/** A source is nothing that a remount or a change of propagation has, and a type only a new mount. */
function everyKind({ source, types }: MountRule): readonly Exclude<MountKind, 'umount'>[] {
  if (types.length > 0) return ['new'];
  return source === null ? ['remount', 'bind', 'propagation', 'move', 'new'] : ['bind', 'move', 'new'];
}

interface Given {
  readonly set: number;
  readonly free: number;
}

function ofFlags(rule: MountRule, { set, free }: Given): readonly Covered[] {
  const narrowed = (does: Exclude<MountKind, 'umount'>) => ({
    does,
    flags: { set: set & looksAt[does], free: free & looksAt[does] },
  });
  const { source, types } = rule;
  if (set === 0) return everyKind(rule).map(narrowed);
  if ((set & flag.remount) !== 0 && source === null && types.length === 0) return [narrowed('remount')];
  if ((set & flag.bind) !== 0 && types.length === 0) return [narrowed('bind')];
  if ((set & (makes | flag.rec)) !== 0 && source === null && types.length === 0) return [narrowed('propagation')];
  if ((set & flag.move) !== 0 && types.length === 0) return [narrowed('move')];
  return ((set | free) & ~commands) !== 0 ? [narrowed('new')] : [];
}
