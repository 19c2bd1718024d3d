import { contextsOf, type JudgedPod } from '../check.ts';
import { objection } from '../messages.ts';
import type { Objection } from '../violation.ts';

/** Where the pod says something wrong, that is the fault, and not that a container says nothing. */
export function runAsNonRoot(pod: JudgedPod): readonly Objection[] {
  const bad = contextsOf(pod)
    .filter(({ context }) => context.runAsNonRoot === false)
    .map(({ path, container }) =>
      objection({ code: 'pod-security/root-allowed', facts: {}, path: `${path}.runAsNonRoot`, container }),
    );
  if (pod.spec.securityContext?.runAsNonRoot !== undefined) return bad;
  const missing = pod.containers
    .filter(({ context }) => context.runAsNonRoot === undefined)
    .map(({ name, path }) => {
      const at = { path: `${path}.securityContext.runAsNonRoot`, container: name };
      return objection({ code: 'pod-security/root-not-excluded', facts: {}, ...at });
    });
  return [...bad, ...missing];
}
