import type { JudgedPod } from '../check.ts';
import { objection } from '../messages.ts';
import type { Objection } from '../violation.ts';

const allowed = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

export function hostPathVolumes({ spec }: JudgedPod): readonly Objection[] {
  return (spec.volumes ?? []).flatMap(({ name = '', hostPath }, index) => {
    if (hostPath === undefined) return [];
    const at = { path: `spec.volumes[${index}].hostPath`, container: null };
    return [objection({ code: 'pod-security/host-path', facts: { volume: name }, ...at })];
  });
}

/** A volume without a source is an emptyDir by then. One with two is refused before anybody asks (`admission/volumes.ts`). */
export function restrictedVolumes({ spec }: JudgedPod): readonly Objection[] {
  return (spec.volumes ?? []).flatMap(({ name = '', sources }, index) => {
    const source = sources.find((each) => !allowed.includes(each));
    if (source === undefined) return [];
    const at = { path: `spec.volumes[${index}].${source}`, container: null };
    return [objection({ code: 'pod-security/volume-source', facts: { volume: name, source }, ...at })];
  });
}
