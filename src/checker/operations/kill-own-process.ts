import type { Operation, ParameterTypes } from '../model/operation.ts';
import { syscall } from './questions/requirements.ts';

/** kill(2) to a process of the same uid, as a supervisor reloads its server: no permission is asked. */
export const killOwnProcess: Operation<Pick<ParameterTypes, 'signal'>> = {
  id: 'kill-own-process',
  parameters: { signal: { kind: 'signal' } },
  requirements: () => [syscall('kill')],
};
