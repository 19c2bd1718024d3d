import { linux } from '../facts/sources.ts';
import type { Operation } from '../model/operation.ts';
import { foreignFile } from './questions/objects.ts';
import { reaches } from './questions/reaches.ts';
import { holds, syscall, visible, writableMount } from './questions/requirements.ts';

const cite = linux('fs/attr.c', 'chown_ok');

/** chown(2) of somebody else's file: a read-only mount answers first, then CAP_CHOWN for an inode the user namespace maps (fs/attr.c, chown_ok). */
export const chownForeignFile: Operation<{ readonly volume?: string }> = {
  id: 'chown-foreign-file',
  parameters: { volume: { kind: 'volume', optional: true } },
  requirements({ volume }, site) {
    const foreign = foreignFile(site, { name: 'foreign', volume });
    if (foreign === null) return null;
    return [
      syscall('fchownat'),
      ...reaches(site, foreign.file),
      visible(foreign.file.path, foreign.volume),
      writableMount(foreign.file.path),
      holds('CAP_CHOWN', { owner: 'file', cite }),
    ];
  },
};
