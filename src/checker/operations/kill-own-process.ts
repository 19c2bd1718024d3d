import type { Operation } from '../model/operation.ts';
import { syscall } from './questions/requirements.ts';

/** kill(2) to a process of the same uid, as a supervisor reloads its server: no permission is asked. */
export const killOwnProcess: Operation<{ readonly signal: 'HUP' | 'TERM' | 'USR1' }> = {
  id: 'kill-own-process',
  parameters: { signal: { kind: 'signal' } },
  requirements: () => [syscall('kill')],
};
