import { linux } from '../facts/sources.ts';
import type { Operation } from '../model/operation.ts';
import { takesNew } from './questions/creates.ts';
import { holds, syscall } from './questions/requirements.ts';

const cite = linux('fs/namei.c', 'vfs_mknod');

/** mknod(2) of a character device: CAP_MKNOD in the node's own user namespace (fs/namei.c, vfs_mknod). The device cgroup answers later, at open. */
export const mknodChar: Operation = {
  id: 'mknod-char',
  parameters: {},
  requirements: (_parameters, site) => [
    syscall('mknodat'),
    ...takesNew(site, { path: '/dev/shm/node', volume: undefined }),
    holds('CAP_MKNOD', { owner: 'initial', cite }),
  ],
};
