import type { JudgedPod } from '../check.ts';
import { objection } from '../messages.ts';
import type { Objection } from '../violation.ts';

export function allowPrivilegeEscalation({ containers }: JudgedPod): readonly Objection[] {
  return containers
    .filter(({ context }) => context.allowPrivilegeEscalation !== false)
    .map(({ name, path }) => {
      const at = { path: `${path}.securityContext.allowPrivilegeEscalation`, container: name };
      return objection({ code: 'pod-security/escalation-open', facts: {}, ...at });
    });
}
