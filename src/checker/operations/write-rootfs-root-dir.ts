import type { Operation } from '../model/operation.ts';
import { createsAt } from './questions/creates.ts';

/** Creates a file in /usr, which belongs to root, mode 0755: the place where a changed program would stay. */
export const writeRootfsRootDir: Operation = {
  id: 'write-rootfs-root-dir',
  parameters: {},
  requirements: (_parameters, site) => createsAt(site, { path: '/usr/planted', volume: undefined }),
};
