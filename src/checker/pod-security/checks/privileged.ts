import type { JudgedPod } from '../check.ts';
import { objection } from '../messages.ts';
import type { Objection } from '../violation.ts';

export function privileged({ containers }: JudgedPod): readonly Objection[] {
  return containers
    .filter(({ context }) => context.privileged === true)
    .map(({ name, path }) => {
      const at = { path: `${path}.securityContext.privileged`, container: name };
      return objection({ code: 'pod-security/privileged', facts: {}, ...at });
    });
}
