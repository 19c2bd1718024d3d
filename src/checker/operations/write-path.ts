import { linux } from '../facts/sources.ts';
import { normalisePath } from '../model/path.ts';
import type { Operation } from '../model/operation.ts';
import { createsAt } from './questions/creates.ts';
import { fileAt, isFolder } from './questions/objects.ts';
import { reaches } from './questions/reaches.ts';
import { mayAccess, standsAs, syscall, visible, writableMount } from './questions/requirements.ts';

const citeFolder = linux('fs/namei.c', 'do_open');

/**
 * open(2) of a path for writing, creating it where it is not there. An existing file answers by its permission bits before
 * the mount (do_open, may_open); a new one the other way round. A folder is EISDIR, before both.
 */
export const writePath: Operation<{ readonly path: string; readonly volume?: string }> = {
  id: 'write-path',
  parameters: { path: { kind: 'path' }, volume: { kind: 'volume', optional: true } },
  requirements({ path: written, volume }, site) {
    const path = normalisePath(written);
    const existing = fileAt(site, path);
    const folder = isFolder(site, path);
    if (existing === null && !folder) return createsAt(site, { path, volume });
    const found = [
      syscall('openat'),
      ...reaches(site, { path }),
      ...(volume === undefined ? [] : [visible(path, volume)]),
    ];
    if (existing === null || folder)
      return [...found, standsAs({ path, kind: 'directory' }, { stop: 'EISDIR', cite: citeFolder })];
    return [...found, mayAccess(existing, 'write'), writableMount(path)];
  },
};
