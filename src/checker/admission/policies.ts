import type { Refusal } from '../model/diagnostic.ts';
import type { Scene } from './scene.ts';
import { oneOf } from './values.ts';

/** `MountOption` needs the gate SELinuxMount, which is off in 1.35. */
const supported = {
  fsGroupChangePolicy: ['Always', 'OnRootMismatch'],
  supplementalGroupsPolicy: ['Merge', 'Strict'],
  seLinuxChangePolicy: ['Recursive'],
} as const;

const pullPolicies = ['Always', 'IfNotPresent', 'Never'];
const restartPolicies = ['Always', 'OnFailure', 'Never'];
const dnsPolicies = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];

/** The fields that choose a way of doing something, by a word. An empty one has its default by then (SetDefaults_PodSpec). */
export function policyRefusals(scene: Scene): readonly Refusal[] {
  const { securityContext: context = {}, restartPolicy, dnsPolicy } = scene.spec;
  const orDefault = ({ value, ...at }: Parameters<typeof oneOf>[1]): readonly Refusal[] =>
    oneOf(scene, { ...at, value: value === '' ? undefined : value });
  return [
    ...(Object.keys(supported) as (keyof typeof supported)[]).flatMap((field) =>
      oneOf(scene, { path: `spec.securityContext.${field}`, value: context[field], supported: supported[field] }),
    ),
    ...orDefault({ path: 'spec.restartPolicy', value: restartPolicy, supported: restartPolicies }),
    ...orDefault({ path: 'spec.dnsPolicy', value: dnsPolicy, supported: dnsPolicies }),
    ...scene.containers.flatMap(({ path, written: { imagePullPolicy } }) =>
      orDefault({ path: `${path}.imagePullPolicy`, value: imagePullPolicy, supported: pullPolicies }),
    ),
  ];
}
