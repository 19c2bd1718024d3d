import { linux, man } from '../../facts/sources.ts';
import type { Site } from '../../model/operation.ts';
import type { Requirement } from '../../model/requirement.ts';
import type { FileFacts } from '../../model/world.ts';
import { imageFile } from './objects.ts';
import { reaches } from './reaches.ts';
import { mayAccess, syscall, visible } from './requirements.ts';

const citeSetuid = man('execve(2)', 'Effect on credentials');
const citeFileCaps = linux('security/commoncap.c', 'bprm_caps_from_vfs_caps');

export const defaultHelper = '/usr/libexec/su-helper';
export const defaultProbe = '/usr/libexec/net-probe';

interface Execution {
  readonly program: FileFacts;
  /** What stands between the container's process and the running program. */
  readonly requirements: readonly Requirement[];
}

/** Answers what it takes to execute a program of the image: it is there, an execute bit, and file capabilities that fit. */
export function executes(site: Site, path: string): Execution | null {
  const program = imageFile(site, path);
  if (program?.kind !== 'file') return null;
  const fit: Requirement = {
    asker: 'kernel',
    kind: 'file-capabilities-fit',
    program: { file: program },
    stop: 'EPERM',
    cite: citeFileCaps,
  };
  return {
    program,
    requirements: [
      syscall('execve'),
      ...reaches(site, { path }),
      visible(path, null),
      mayAccess(program, 'execute'),
      ...(program.capabilities === undefined ? [] : [fit]),
    ],
  };
}

/** The program ends up with effective uid 0. */
export function becomesRoot(program: FileFacts): Requirement {
  return {
    asker: 'kernel',
    kind: 'setuid-honoured',
    program: { file: program },
    stop: 'ineffective',
    cite: citeSetuid,
  };
}
