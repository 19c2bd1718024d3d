import { contextsOf, type JudgedPod } from '../check.ts';
import { objection } from '../messages.ts';
import type { Objection } from '../violation.ts';

export function runAsUser(pod: JudgedPod): readonly Objection[] {
  return contextsOf(pod)
    .filter(({ context }) => context.runAsUser === 0)
    .map(({ path, container }) =>
      objection({ code: 'pod-security/root-user', facts: {}, path: `${path}.runAsUser`, container }),
    );
}
