import type { Operation } from '../model/operation.ts';
import { becomesRoot, defaultHelper, executes } from './questions/executes.ts';

/** execve(2) of a setuid-root program: does it become root? With no_new_privs it runs without the effect. */
export const setuidBinary: Operation<{ readonly path?: string }> = {
  id: 'setuid-binary',
  parameters: { path: { kind: 'path', optional: true } },
  requirements({ path = defaultHelper }, site) {
    const execution = executes(site, path);
    if (execution === null) return null;
    return [...execution.requirements, becomesRoot(execution.program)];
  },
};
