/** Constructors for the requirements that operations list, each with the answer the caller sees when it stops. */
import { linux, man } from '../../facts/sources.ts';
import type { Capability } from '../../model/capability.ts';
import type { Citation } from '../../model/citation.ts';
import type { Errno } from '../../model/errno.ts';
import type { FileAccess, NamespaceOwner, Requirement } from '../../model/requirement.ts';
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
export function anyOf(ways: readonly [Requirement, ...Requirement[]], stop: Errno | 'ineffective'): Requirement {
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
function modeAllows(file: FileFacts, access: FileAccess): Requirement {
  return { asker: 'kernel', kind: 'file-mode', file, access, stop: 'EACCES', cite: citePath };
}

/** What stands there is of the wrong kind: a folder, or a file on the way. */
export function standsAs(
  { path, kind: stands }: Pick<FileFacts, 'path' | 'kind'>,
  answer: { readonly stop: Errno; readonly cite: Citation },
): Requirement {
  return { asker: 'kernel', kind: 'file-kind', path, stands, ...answer };
}

/** The permission bits, or a capability that overrides them (fs/namei.c, generic_permission). */
export function mayAccess(file: FileFacts, access: FileAccess): Requirement {
  const mode = modeAllows(file, access);
  const asked = { owner: 'file', file, stop: 'EACCES', cite: citeOverride } as const;
  const override = holds('CAP_DAC_OVERRIDE', asked);
  if (access === 'read' || access === 'search')
    return anyOf([mode, override, holds('CAP_DAC_READ_SEARCH', asked)], 'EACCES');
  // "Executable DACs are overridable when there is at least one exec bit set" (generic_permission)
  if (access === 'execute' && (file.mode & 0o111) === 0) return mode;
  return anyOf([mode, override], 'EACCES');
}

/** Whether a folder of the image that nobody names lets the process write: who overrides permissions may, of others nobody can tell. */
export function mayWriteUnnamed(path: string): Requirement {
  const unnamed: Requirement = { asker: 'kernel', kind: 'unnamed-folder', path, stop: 'EACCES', cite: citePath };
  return anyOf([unnamed, holds('CAP_DAC_OVERRIDE', { owner: 'file', stop: 'EACCES', cite: citeOverride })], 'EACCES');
}

const citeTransform = man('capabilities(7)', 'Transformation of capabilities during execve()');

/** The program holds the capability when it runs. */
export function holdsAfterExec(
  program: FileFacts,
  asked: { readonly capability: Capability; readonly stop: Errno | 'ineffective' },
): Requirement {
  return {
    asker: 'kernel',
    kind: 'capability-after-exec',
    program: { file: program },
    cite: citeTransform,
    ...asked,
  };
}

/** The same as `mayAccess`, for a program of the image: it keeps the groups of its caller. */
export function mayAccessAfterExec(
  program: FileFacts,
  { file, access }: { readonly file: FileFacts; readonly access: 'read' | 'search' },
): Requirement {
  const stop = 'EACCES';
  return anyOf(
    [
      holdsAfterExec(program, { capability: 'CAP_DAC_OVERRIDE', stop }),
      holdsAfterExec(program, { capability: 'CAP_DAC_READ_SEARCH', stop }),
      { asker: 'kernel', kind: 'file-mode', file, access, program: { file: program }, stop, cite: citePath },
    ],
    stop,
  );
}
