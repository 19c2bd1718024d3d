import { keyPath } from '../../model/field-path.ts';
import { contextsOf, type JudgedPod } from '../check.ts';
import { objection } from '../messages.ts';
import type { Objection } from '../violation.ts';

/** Every annotation with this beginning counts, also one that names no container. */
const prefix = 'container.apparmor.security.beta.kubernetes.io/';

export function appArmorProfile(pod: JudgedPod): readonly Objection[] {
  return [...annotated(pod), ...written(pod)];
}

function annotated({ annotations, containers }: JudgedPod): readonly Objection[] {
  return Object.entries(annotations).flatMap(([key, value]) => {
    if (!key.startsWith(prefix) || isAllowed(value)) return [];
    const container = containers.find(({ name }) => key === `${prefix}${name}`)?.name ?? null;
    const at = { path: keyPath('metadata.annotations', key), container };
    return [objection({ code: 'pod-security/apparmor-annotation', facts: { value }, ...at })];
  });
}

function isAllowed(value: string): boolean {
  return value === '' || value === 'runtime/default' || value.startsWith('localhost/');
}

function written(pod: JudgedPod): readonly Objection[] {
  return contextsOf(pod).flatMap(({ path, container, context: { appArmorProfile: profile } }) => {
    if (profile === undefined) return [];
    const { type = '' } = profile;
    if (type === 'RuntimeDefault' || type === 'Localhost') return [];
    const at = { path: `${path}.appArmorProfile.type`, container };
    return [objection({ code: 'pod-security/apparmor-profile', facts: { type }, ...at })];
  });
}
