import type { JudgedPod } from '../check.ts';
import { objection } from '../messages.ts';
import type { Objection } from '../violation.ts';

/** The same at both levels; what differs is whom it exempts. */
export function procMount({ containers }: JudgedPod): readonly Objection[] {
  return containers.flatMap(({ name: container, path, context: { procMount: value = 'Default' } }) => {
    const at = { path: `${path}.securityContext.procMount`, container };
    return value === 'Default' ? [] : [objection({ code: 'pod-security/proc-mount', facts: { value }, ...at })];
  });
}
