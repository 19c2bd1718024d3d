import { linux } from '../facts/sources.ts';
import type { Operation } from '../model/operation.ts';
import { holds, syscall } from './questions/requirements.ts';

/** mount(2) of a tmpfs: CAP_SYS_ADMIN in the user namespace that owns the mount namespace (fs/namespace.c, may_mount). */
export const mountTmpfs: Operation = {
  id: 'mount-tmpfs',
  title: () => 'mount a file system',
  parameters: {},
  requirements: () => [
    syscall('mount'),
    holds('CAP_SYS_ADMIN', { owner: 'mount', cite: linux('fs/namespace.c', 'may_mount') }),
  ],
};
