import type { Operation } from '../model/operation.ts';
import { executes } from './questions/executes.ts';
import { foreignFile } from './questions/objects.ts';
import { reaches } from './questions/reaches.ts';
import { mayAccessAfterExec, syscall, visible } from './questions/requirements.ts';

/** A setuid-root helper reads another user's 0600 file: root owns nothing of it, so a capability from the bounding set must override. */
export const setuidBinaryRead: Operation<{ readonly path: string; readonly volume: string }> = {
  id: 'setuid-binary-read',
  parameters: { path: { kind: 'path' }, volume: { kind: 'volume' } },
  requirements({ path, volume }, site) {
    const execution = executes(site, path);
    if (execution === null) return null;
    const secret = foreignFile(site, { name: 'secret', volume, through: execution.program });
    if (secret === null) return null;
    return [
      ...execution.requirements,
      syscall('openat'),
      ...reaches(site, { path: secret.file.path, through: execution.program }),
      visible(secret.file.path, secret.volume),
      mayAccessAfterExec(execution.program, { file: secret.file, access: 'read' }),
    ];
  },
};
