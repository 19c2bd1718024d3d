import { AF_PACKET } from '../facts/socket-families.ts';
import type { Operation } from '../model/operation.ts';
import { defaultProbe, executes } from './questions/executes.ts';
import { holdsAfterExec, syscall } from './questions/requirements.ts';

/**
 * A program with `cap_net_raw+ep` opens a packet socket. Three ways to lose it: a bit missing in the bounding set (execve
 * answers EPERM), no_new_privs (it runs without), and a container that does not start.
 */
export const fileCapsBinary: Operation<{ readonly path?: string }> = {
  id: 'file-caps-binary',
  parameters: { path: { kind: 'path', optional: true } },
  requirements({ path = defaultProbe }, site) {
    const execution = executes(site, path);
    if (execution === null) return null;
    return [
      ...execution.requirements,
      syscall('socket', AF_PACKET),
      holdsAfterExec(execution.program, { capability: 'CAP_NET_RAW', stop: 'ineffective' }),
    ];
  },
};
