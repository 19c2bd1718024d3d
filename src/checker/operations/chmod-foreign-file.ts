import { linux } from '../facts/sources.ts';
import type { Operation } from '../model/operation.ts';
import { foreignFile } from './questions/objects.ts';
import { reaches } from './questions/reaches.ts';
import { anyOf, holds, syscall, visible, writableMount } from './questions/requirements.ts';

const cite = linux('fs/inode.c', 'inode_owner_or_capable');

/** chmod(2) of somebody else's file: the owner may, and CAP_FOWNER stands in for the owner (fs/inode.c, inode_owner_or_capable). */
export const chmodForeignFile: Operation<{ readonly volume?: string }> = {
  id: 'chmod-foreign-file',
  parameters: { volume: { kind: 'volume', optional: true } },
  requirements({ volume }, site) {
    const foreign = foreignFile(site, { name: 'foreign', volume });
    if (foreign === null) return null;
    const { file } = foreign;
    return [
      syscall('fchmodat'),
      ...reaches(site, file),
      visible(file.path, foreign.volume),
      writableMount(file.path),
      anyOf(
        [
          { asker: 'kernel', kind: 'file-owner', file, stop: 'EPERM', cite },
          holds('CAP_FOWNER', { owner: 'file', cite }),
        ],
        'EPERM',
      ),
    ];
  },
};
