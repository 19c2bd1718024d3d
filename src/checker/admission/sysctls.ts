import type { Refusal } from '../model/diagnostic.ts';
import { placeNear } from '../model/field-path.ts';
import type { FieldPath } from '../model/pod.ts';
import { refused, type Scene } from './scene.ts';

/** Names in dot or slash form; which of them are safe is the kubelet's question (validation.go, validateSysctls). */
const form = /^(?:[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?$/;
const formDetail =
  'must have at most 253 characters and match regex ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$';

/** Which namespace a sysctl belongs to (Kubernetes component-helpers, node/util/sysctl/namespace.go). */
const ofNetwork = /^net\./;
const ofIpc = /^(?:kernel\.(?:sem|shmall|shmmax|shmmni|shm_rmid_forced|shm|msgmax|msgmnb|msgmni|msg)$|fs\.mqueue\.)/;

export function sysctlRefusals(scene: Scene): readonly Refusal[] {
  const first = new Map<string, FieldPath>();
  return (scene.spec.securityContext?.sysctls ?? []).flatMap(({ name = '' }, index): readonly Refusal[] => {
    const path = `spec.securityContext.sysctls[${index}].name`;
    if (name === '') {
      return [
        refused(scene, { code: 'admission/name-missing', facts: { of: 'sysctl' }, path, type: 'Required', detail: '' }),
      ];
    }
    if (name.length > 253 || !form.test(name)) {
      return [
        refused(scene, { code: 'admission/sysctl-name', facts: { name }, path, type: 'Invalid', detail: formDetail }),
      ];
    }
    const before = first.get(name);
    first.set(name, before ?? path);
    return [...twice(scene, { name, path, before }), ...besideHost(scene, { name, path })];
  });
}

function twice(
  scene: Scene,
  { name, path, before }: { name: string; path: FieldPath; before: FieldPath | undefined },
): readonly Refusal[] {
  if (before === undefined) return [];
  const related = [{ span: placeNear(scene.document, before).value, role: 'first-seen' as const }];
  const found = { code: 'admission/name-twice', facts: { name, of: 'sysctl' }, related } as const;
  return [refused(scene, { ...found, path, type: 'Duplicate', detail: '' })];
}

/** The node's own namespace is not the pod's to set. */
function besideHost(scene: Scene, { name, path }: { name: string; path: FieldPath }): readonly Refusal[] {
  const dotted = name.replaceAll('/', '.');
  const field = ofNetwork.test(dotted) ? 'hostNetwork' : ofIpc.test(dotted) ? 'hostIPC' : null;
  if (field === null || scene.spec[field] !== true) return [];
  const related = [{ span: placeNear(scene.document, `spec.${field}`).value, role: 'conflicts' as const }];
  const detail = `may not be specified when '${field}' is true`;
  const found = { code: 'admission/sysctl-of-the-node', facts: { name, field }, related } as const;
  return [refused(scene, { ...found, path, type: 'Invalid', detail })];
}
