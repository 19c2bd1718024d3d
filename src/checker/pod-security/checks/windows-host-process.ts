import { contextsOf, type JudgedPod } from '../check.ts';
import { objection } from '../messages.ts';
import type { Objection } from '../violation.ts';

export function windowsHostProcess(pod: JudgedPod): readonly Objection[] {
  return contextsOf(pod)
    .filter(({ context }) => context.windowsOptions?.hostProcess === true)
    .map(({ path, container }) => {
      const at = { path: `${path}.windowsOptions.hostProcess`, container };
      return objection({ code: 'pod-security/host-process', facts: {}, ...at });
    });
}
