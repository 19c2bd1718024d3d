import { normalisePath } from '../model/path.ts';
import type { Operation } from '../model/operation.ts';
import { fileAt, imageFile, mountedFileAt } from './questions/objects.ts';
import { reaches } from './questions/reaches.ts';
import { mayAccess, syscall, visible } from './questions/requirements.ts';

/** open(2) of a named file for reading: that file and no other, so a mount over it hides it. */
export const readPath: Operation<{ readonly path: string; readonly volume?: string }> = {
  id: 'read-path',
  parameters: { path: { kind: 'path' }, volume: { kind: 'volume', optional: true } },
  requirements({ path: written, volume }, site) {
    const path = normalisePath(written);
    const file = volume === undefined ? (mountedFileAt(site, path) ?? imageFile(site, path)) : fileAt(site, path);
    if (file === null) return null;
    return [syscall('openat'), ...reaches(site, file), visible(path, volume ?? null), mayAccess(file, 'read')];
  },
};
