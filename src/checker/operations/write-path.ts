import { normalisePath } from '../model/path.ts';
import type { Operation } from '../model/operation.ts';
import { createsAt } from './questions/creates.ts';
import { fileAt } from './questions/objects.ts';
import { mayAccess, syscall, visible, writableMount } from './questions/requirements.ts';

/**
 * open(2) of a path for writing, creating it where it is not there. An existing file answers by its permission bits before
 * the mount (do_open, may_open); a new one the other way round.
 */
export const writePath: Operation<{ readonly path: string; readonly volume?: string }> = {
  id: 'write-path',
  parameters: { path: { kind: 'path' }, volume: { kind: 'volume', optional: true } },
  requirements({ path: written, volume }, site) {
    const path = normalisePath(written);
    const existing = fileAt(site, path);
    if (existing === null) return createsAt(site, { path, volume });
    return [
      syscall('openat'),
      ...(volume === undefined ? [] : [visible(path, volume)]),
      mayAccess(existing, 'write'),
      writableMount(path),
    ];
  },
};
