import type { Operation } from '../model/operation.ts';
import { executes } from './questions/executes.ts';
import { foreignFile } from './questions/objects.ts';
import { reaches } from './questions/reaches.ts';
import { holdsAfterExec, syscall, visible, writableMount } from './questions/requirements.ts';

/** A setuid-root helper takes another user's file: it needs CAP_CHOWN from the bounding set. */
export const setuidBinaryChown: Operation<{ readonly path: string; readonly volume: string }> = {
  id: 'setuid-binary-chown',
  parameters: { path: { kind: 'path' }, volume: { kind: 'volume' } },
  requirements({ path, volume }, site) {
    const execution = executes(site, path);
    if (execution === null) return null;
    const foreign = foreignFile(site, { name: 'foreign', volume, through: execution.program });
    if (foreign === null) return null;
    return [
      ...execution.requirements,
      syscall('fchownat'),
      ...reaches(site, { path: foreign.file.path, through: execution.program }),
      visible(foreign.file.path, foreign.volume),
      writableMount(foreign.file.path),
      holdsAfterExec(execution.program, { capability: 'CAP_CHOWN', stop: 'EPERM' }),
    ];
  },
};
