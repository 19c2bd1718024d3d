import { man } from '../facts/sources.ts';
import type { Operation } from '../model/operation.ts';
import type { Requirement } from '../model/requirement.ts';
import { holds, syscall } from './questions/requirements.ts';

const cite = man('chroot(2)', 'Description');

const asked: readonly Requirement[] = [syscall('chroot'), holds('CAP_SYS_CHROOT', { owner: 'process', cite })];

/** chroot(2) to an own directory: "Only a privileged process (… the CAP_SYS_CHROOT capability in its user namespace) may call chroot()". */
export const chroot: Operation = {
  id: 'chroot',
  parameters: {},
  requirements: () => asked,
};
