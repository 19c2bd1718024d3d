/**
 * What SELinux is asked beside what the kernel asks anyway. For open(2) the permission bits come first, for chmod, chown, socket and
 * bind SELinux does (Linux fs/namei.c, may_open; fs/attr.c, notify_change; net/socket.c, __sys_bind).
 */
import { linux } from '../../facts/sources.ts';
import { parentOf } from '../../model/path.ts';
import type { Requirement } from '../../model/requirement.ts';
import type { SELinuxAsk } from '../../model/selinux.ts';

export interface SELinuxQuestion {
  readonly asker: 'kernel';
  readonly kind: 'selinux-allows';
  readonly ask: SELinuxAsk;
  readonly stop: Requirement['stop'];
  readonly cite: Requirement['cite'];
}

const cite = linux('security/selinux/hooks.c', 'selinux_hooks');

/** Answers the questions of an operation with those of SELinux where they stand. A call that none of them covers asks what nobody knows. */
export function withSELinux(asked: readonly Requirement[]): readonly (Requirement | SELinuxQuestion)[] {
  return asked.flatMap((requirement) => {
    const plain = requirement.kind === 'any-of' ? plainWay(requirement.ways) : requirement;
    if (plain === undefined) return [requirement];
    const questions = asksBeside(plain).map((ask): SELinuxQuestion => {
      return { asker: 'kernel', kind: 'selinux-allows', ask, stop: stopOf(ask, requirement), cite };
    });
    const isBefore = plain.kind === 'file-owner' || plain.kind === 'unprivileged-port';
    return isBefore ? [...questions, requirement] : [requirement, ...questions];
  });
}

/** Of several ways the one that names what is used: the others are capabilities that stand in for it. */
function plainWay(ways: readonly Requirement[]): Requirement | undefined {
  return ways.find(({ kind }) => kind !== 'capability' && kind !== 'capability-after-exec') ?? ways[0];
}

/** The hook answers EACCES; a capability that it takes away looks like one that is not there. */
function stopOf(ask: SELinuxAsk, { stop }: Requirement): Requirement['stop'] {
  return ask.on === 'capability' ? stop : 'EACCES';
}

function asksBeside(requirement: Requirement): readonly SELinuxAsk[] {
  switch (requirement.kind) {
    case 'syscall':
      return asksOfCall(requirement.name);
    case 'capability':
      return [{ on: 'capability', capability: requirement.capability }];
    case 'capability-after-exec':
      return [{ on: 'capability', capability: requirement.capability }];
    case 'unprivileged-port':
      return [{ on: 'self', does: 'bind-port' }];
    case 'file-owner': {
      const { path, kind } = requirement.file;
      return [{ on: 'file', path, kind, access: 'change' }];
    }
    case 'file-mode': {
      const { path, kind } = requirement.file;
      // The folders on the way are asked with what stands at its end.
      return requirement.access === 'search' ? [] : [{ on: 'file', path, kind, access: requirement.access }];
    }
    case 'unnamed-folder':
      return [{ on: 'file', path: parentOf(requirement.path), kind: 'directory', access: 'create' }];
    default:
      return [];
  }
}

/** Calls whose objects the other questions name, or that have no hook. */
const covered = new Set(
  ['openat', 'execve', 'bind', 'sendmsg', 'fchmodat', 'fchown', 'fchownat', 'fsetxattr'].concat([
    'setresuid',
    'setgroups',
    'chroot',
    'seccomp',
    'prctl',
  ]),
);

function asksOfCall(name: string): readonly SELinuxAsk[] {
  if (name === 'socket') return [{ on: 'self', does: 'socket' }];
  if (name === 'kill') return [{ on: 'process', does: 'signal', peer: null }];
  return covered.has(name) ? [] : [{ on: 'other', call: name }];
}
