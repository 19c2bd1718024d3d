import { keyPath } from '../../model/field-path.ts';
import { contextsOf, type JudgedPod } from '../check.ts';
import { objection } from '../messages.ts';
import type { Objection } from '../violation.ts';

const ofPod = 'seccomp.security.alpha.kubernetes.io/pod';
const ofContainer = 'container.seccomp.security.alpha.kubernetes.io/';

/** Before v1.19 there were annotations and no fields: those of the pod, and of containers that exist. */
export function seccompAnnotations({ annotations, containers }: JudgedPod): readonly Objection[] {
  const keys = [
    { key: ofPod, container: null },
    ...containers.map(({ name }) => ({ key: `${ofContainer}${name}`, container: name })),
  ];
  return keys.flatMap(({ key, container }) => {
    const value = annotations[key];
    if (value === undefined || isAllowed(value)) return [];
    const at = { path: keyPath('metadata.annotations', key), container };
    return [objection({ code: 'pod-security/seccomp-annotation', facts: { value }, ...at })];
  });
}

function isAllowed(value: string): boolean {
  return value === 'runtime/default' || value === 'docker/default' || value.startsWith('localhost/');
}

export function seccompProfileBaseline(pod: JudgedPod): readonly Objection[] {
  return contextsOf(pod).flatMap(({ path, container, context: { seccompProfile: profile } }) => {
    if (profile === undefined) return [];
    const { type = '' } = profile;
    if (type === 'RuntimeDefault' || type === 'Localhost') return [];
    const at = { path: `${path}.seccompProfile.type`, container };
    return [objection({ code: 'pod-security/seccomp-profile', facts: { type }, ...at })];
  });
}

/** Where the pod says something wrong, that is the fault, and not that a container says nothing. */
export function seccompProfileRestricted(pod: JudgedPod): readonly Objection[] {
  const bad = seccompProfileBaseline(pod);
  if (pod.spec.securityContext?.seccompProfile !== undefined) return bad;
  const missing = pod.containers
    .filter(({ context }) => context.seccompProfile === undefined)
    .map(({ name, path }) => {
      const at = { path: `${path}.securityContext.seccompProfile`, container: name };
      return objection({ code: 'pod-security/no-seccomp-profile', facts: {}, ...at });
    });
  return [...bad, ...missing];
}
