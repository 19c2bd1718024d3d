import type { Refusal } from '../model/diagnostic.ts';
import type { Scene } from './scene.ts';
import { oneOf } from './values.ts';

/** `MountOption` needs the gate SELinuxMount, which is off in 1.35. */
const supported = {
  fsGroupChangePolicy: ['Always', 'OnRootMismatch'],
  supplementalGroupsPolicy: ['Merge', 'Strict'],
  seLinuxChangePolicy: ['Recursive'],
} as const;

/** The three fields of the pod's security context that choose a way of doing something. */
export function policyRefusals(scene: Scene): readonly Refusal[] {
  const context = scene.spec.securityContext ?? {};
  return (Object.keys(supported) as (keyof typeof supported)[]).flatMap((field) =>
    oneOf(scene, { path: `spec.securityContext.${field}`, value: context[field], supported: supported[field] }),
  );
}
