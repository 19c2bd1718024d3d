import type { Operation } from '../model/operation.ts';
import { createsAt } from './questions/creates.ts';

/** Creates a file in the first emptyDir of the container. For pages without a lab: a criterion names its volume instead. */
export const writeEmptydir: Operation = {
  id: 'write-emptydir',
  parameters: {},
  requirements(_parameters, site) {
    const mount = site.container.mounts.find(({ source }) => source === 'emptyDir');
    if (mount === undefined) return null;
    return createsAt(site, { path: `${mount.path}/written`, volume: mount.volume });
  },
};
