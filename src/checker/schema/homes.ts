/**
 * Where a field belongs that stands in the wrong object. Only for the objects around the security contexts: elsewhere
 * a field that is not known is misspelt more often than misplaced.
 */
import { isMap } from '../model/plain.ts';
import type { PlainMap } from '../model/pod.ts';
import { shapes, type Shape } from './shapes.ts';

/** `at` is in the words of a Pod. */
const homes: readonly { readonly shape: string; readonly at: string }[] = [
  { shape: 'Capabilities', at: 'spec.containers[*].securityContext.capabilities' },
  { shape: 'SecurityContext', at: 'spec.containers[*].securityContext' },
  { shape: 'PodSecurityContext', at: 'spec.securityContext' },
  { shape: 'PodSpec', at: 'spec' },
  { shape: 'Container', at: 'spec.containers[*]' },
];

const inContainers = new Set(['Container', 'EphemeralContainer', 'Capabilities']);
const around = new Set([
  ...homes.map(({ shape }) => shape),
  ...[
    'Pod',
    'PodTemplateSpec',
    'EphemeralContainer',
    'SeccompProfile',
    'AppArmorProfile',
    'SELinuxOptions',
    'VolumeMount',
  ],
  ...['DeploymentSpec', 'DaemonSetSpec', 'StatefulSetSpec', 'ReplicaSetSpec', 'ReplicationControllerSpec', 'JobSpec'],
]);

/** Answers where a field of this name belongs, likeliest first; empty where it has no other home. */
export function homesOf(field: string, found: string): readonly string[] {
  if (!around.has(found) || field === 'name') return [];
  const there = homes
    .filter(({ shape }) => shape !== found && shapes.get(shape)?.fields.has(field))
    .map(({ at }) => at);
  // Both security contexts know `runAsUser`: the nearer one is meant.
  return inContainers.has(found)
    ? there
    : there.toSorted((a, b) => Number(isOfContainer(a)) - Number(isOfContainer(b)));
}

/** Answers where all fields of an object belong that is no whole document; empty where it is no part of a pod either. */
export function homesOfPart(value: PlainMap): readonly string[] {
  return homes
    .filter(({ shape }) => Object.keys(value).length > 0 && fits(value, shapes.get(shape)))
    .map(({ at }) => at.replace('[*]', '[0]'));
}

/** `securityContext` is a field of a pod and of a container: what stands below it says whose. */
function fits(value: PlainMap, shape: Shape | undefined): boolean {
  return Object.entries(value).every(([key, below]) => {
    const type = shape?.fields.get(key);
    if (type?.kind === 'object' && isMap(below)) return fits(below, type.shape);
    return type !== undefined;
  });
}

function isOfContainer(place: string): boolean {
  return place.startsWith('spec.containers');
}
