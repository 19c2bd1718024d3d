/** Constructors for the requirements that operations list, each with the answer the caller sees when it stops. */
import { linux, man } from '../../facts/sources.ts';
import type { Capability } from '../../model/capability.ts';
import type { Citation } from '../../model/citation.ts';
import type { Errno } from '../../model/errno.ts';
import type { NamespaceOwner, Requirement } from '../../model/requirement.ts';
import type { FileFacts } from '../../model/world.ts';

const citeSeccomp = man('seccomp(2)', 'SECCOMP_SET_MODE_FILTER');
const citePath = man('path_resolution(7)', 'Permissions');
const citeReadOnly = man('mount(2)', 'MS_RDONLY');
const citeCovered = man('mount_namespaces(7)', 'Description');

export function syscall(name: string, ...registers: readonly number[]): Requirement {
  const question = registers.length === 0 ? { name } : { name, arguments: registers };
  return { asker: 'kernel', kind: 'syscall', stop: 'EPERM', cite: citeSeccomp, ...question };
}

/** A capability in the user namespace of what is asked for; `EPERM` unless the caller says what the kernel says instead. */
export function holds(
  capability: Capability,
  asked: {
    readonly owner: NamespaceOwner;
    readonly cite: Citation;
    readonly stop?: Errno;
    readonly file?: FileFacts;
  },
): Requirement {
  return { asker: 'kernel', kind: 'capability', capability, stop: 'EPERM', ...asked };
}

/** One yes is enough; the first way is the plain rule, the others what overrides it. */
export function anyOf(stop: Errno | 'ineffective', ...ways: readonly [Requirement, ...Requirement[]]): Requirement {
  return { asker: 'kernel', kind: 'any-of', ways, stop, cite: ways[0].cite };
}

export function uidIs(uid: number, cite: Citation): Requirement {
  return { asker: 'kernel', kind: 'uid-is', uid, stop: 'EPERM', cite };
}

export function visible(path: string, volume: string | null): Requirement {
  return { asker: 'kernel', kind: 'file-visible', path, volume, stop: 'ENOENT', cite: citeCovered };
}

export function writableMount(path: string): Requirement {
  return { asker: 'kernel', kind: 'writable-mount', path, stop: 'EROFS', cite: citeReadOnly };
}

const citeOverride = linux('fs/namei.c', 'generic_permission');

/** The permission bits alone. */
export function modeAllows(file: FileFacts, access: 'read' | 'write' | 'execute'): Requirement {
  return { asker: 'kernel', kind: 'file-mode', file, access, stop: 'EACCES', cite: citePath };
}

/** The permission bits, or a capability that overrides them (fs/namei.c, generic_permission). */
export function mayAccess(file: FileFacts, access: 'read' | 'write' | 'execute'): Requirement {
  const mode = modeAllows(file, access);
  const asked = { owner: 'file', file, stop: 'EACCES', cite: citeOverride } as const;
  const override = holds('CAP_DAC_OVERRIDE', asked);
  if (access === 'read') return anyOf('EACCES', mode, override, holds('CAP_DAC_READ_SEARCH', asked));
  // "Executable DACs are overridable when there is at least one exec bit set" (generic_permission)
  if (access === 'execute' && (file.mode & 0o111) === 0) return mode;
  return anyOf('EACCES', mode, override);
}
