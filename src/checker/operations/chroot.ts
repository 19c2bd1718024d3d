import { man } from '../facts/sources.ts';
import type { Operation } from '../model/operation.ts';
import { holds, syscall } from './questions/requirements.ts';

/** chroot(2) to an own directory: "Only a privileged process (… the CAP_SYS_CHROOT capability in its user namespace) may call chroot()". */
export const chroot: Operation = {
  id: 'chroot',
  title: () => 'change the root directory',
  parameters: {},
  requirements: () => [
    syscall('chroot'),
    holds('CAP_SYS_CHROOT', { owner: 'process', cite: man('chroot(2)', 'Description') }),
  ],
};
