import { man } from '../facts/sources.ts';
import type { Operation } from '../model/operation.ts';
import type { Requirement } from '../model/requirement.ts';
import { anyOf, holds, syscall } from './questions/requirements.ts';

const cite = man('seccomp(2)', 'SECCOMP_SET_MODE_FILTER');

const asked: readonly Requirement[] = [
  syscall('seccomp'),
  anyOf(
    [
      { asker: 'kernel', kind: 'no-new-privs-set', stop: 'EACCES', cite },
      holds('CAP_SYS_ADMIN', { owner: 'process', stop: 'EACCES', cite }),
    ],
    'EACCES',
  ),
];

/** seccomp(2) with a filter of the process's own: no_new_privs, or CAP_SYS_ADMIN in its user namespace, else EACCES. */
export const seccompInstallFilter: Operation = {
  id: 'seccomp-install-filter',
  parameters: {},
  requirements: () => asked,
};
