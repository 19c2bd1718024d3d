import type { Operation } from '../model/operation.ts';
import { foreignFile } from './questions/objects.ts';
import { reaches } from './questions/reaches.ts';
import { mayAccess, syscall, visible } from './questions/requirements.ts';

/** open(2) of somebody else's 0600 file for reading: the permission bits, else CAP_DAC_OVERRIDE or CAP_DAC_READ_SEARCH. */
export const readForeign0600: Operation<{ readonly volume?: string }> = {
  id: 'read-foreign-0600',
  parameters: { volume: { kind: 'volume', optional: true } },
  requirements({ volume }, site) {
    const secret = foreignFile(site, { name: 'secret', volume });
    if (secret === null) return null;
    const { file } = secret;
    return [syscall('openat'), ...reaches(site, file), visible(file.path, secret.volume), mayAccess(file, 'read')];
  },
};
