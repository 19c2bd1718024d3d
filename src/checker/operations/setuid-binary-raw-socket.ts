import { AF_INET } from '../facts/socket-families.ts';
import type { Operation } from '../model/operation.ts';
import { defaultHelper, executes } from './questions/executes.ts';
import { holdsAfterExec, syscall } from './questions/requirements.ts';

/** A setuid-root program opens a raw socket: it holds what the bounding set gives back to it. */
export const setuidBinaryRawSocket: Operation<{ readonly path?: string }> = {
  id: 'setuid-binary-raw-socket',
  parameters: { path: { kind: 'path', optional: true } },
  requirements({ path = defaultHelper }, site) {
    const execution = executes(site, path);
    if (execution === null) return null;
    return [
      ...execution.requirements,
      syscall('socket', AF_INET),
      holdsAfterExec(execution.program, { capability: 'CAP_NET_RAW', stop: 'EPERM' }),
    ];
  },
};
