/**
 * What the API server of Kubernetes 1.35 has against a pod, in its own words: pkg/apis/core/validation/validation.go,
 * read at v1.35.6. One file a topic. Not here: what the schema refuses (`schema/`), resources, ports, what a probe says, env,
 * scheduling, `restartPolicy` of a container, keys of labels, labels of the workload itself, what a volume says
 * beside hostPath, annotations, hostProcess of Windows, the word of a RuntimeClass, and Pod Security. What follows from another
 * refusal is told once: a mount of a volume that is refused is not missed too.
 * Capability names and parts of SELinux labels are not validated by the API server at all.
 */
import { mostFindings, type Refusal } from '../model/diagnostic.ts';
import type { PodDocument } from '../model/pod.ts';
import { containerRefusals } from './containers.ts';
import { escalationRefusals } from './escalation.ts';
import { hostNamespaceRefusals } from './host-namespaces.ts';
import { idRefusals } from './ids.ts';
import { mountRefusals } from './mounts.ts';
import { metadataRefusals, objectNameRefusals } from './names.ts';
import { operatingSystemRefusals } from './operating-system.ts';
import { policyRefusals } from './policies.ts';
import { procMountRefusals } from './proc-mount.ts';
import { profileRefusals } from './profiles.ts';
import { sceneOf, type Scene } from './scene.ts';
import { sysctlRefusals } from './sysctls.ts';
import { volumeRefusals } from './volumes.ts';
import { workloadRefusals } from './workloads.ts';

const rules: readonly ((scene: Scene) => readonly Refusal[])[] = [
  objectNameRefusals,
  metadataRefusals,
  volumeRefusals,
  containerRefusals,
  mountRefusals,
  idRefusals,
  escalationRefusals,
  procMountRefusals,
  profileRefusals,
  policyRefusals,
  hostNamespaceRefusals,
  sysctlRefusals,
  operatingSystemRefusals,
  workloadRefusals,
];

/**
 * Answers every refusal of a document; empty where the API server takes it. What decoding refused `before` is not missed a
 * second time: a name that is a number is there, although the pod has none.
 */
export function refusalsOf(document: PodDocument, before: readonly Refusal[]): readonly Refusal[] {
  const scene = sceneOf(document);
  const decoded = new Set(before.map(({ path }) => path));
  const refusals = rules.flatMap((rule) => rule(scene));
  return refusals.filter(({ type, path }) => type !== 'Required' || !decoded.has(path)).slice(0, mostFindings);
}
