/**
 * Where a field belongs that stands in the wrong object. Only for the objects around the security contexts: elsewhere
 * a field that is not known is misspelt more often than misplaced.
 */
import { shapes } from './shapes.ts';

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

function isOfContainer(place: string): boolean {
  return place.startsWith('spec.containers');
}
