import { writtenContainers, type ContainerAt, type FieldPath, type PodDocument } from '../model/pod.ts';
import type { WrittenPodSecurityContext, WrittenPodSpec, WrittenSecurityContext } from '../model/pod.ts';
import type { CheckId, Objection, PolicyLevel } from './violation.ts';

/** One check of the standards in all its versions. */
export interface Check {
  readonly id: CheckId;
  readonly level: PolicyLevel;
  /** Oldest first: the newest that is not newer than the policy's version is in force. */
  readonly editions: readonly Edition[];
  /** Checks of baseline that restricted leaves to this one, as soon as it is in force. */
  readonly standsInFor?: CheckId;
}

export interface Edition {
  /** Minor version of Kubernetes. */
  readonly since: number;
  /** Pods that pass unseen. */
  readonly exempts?: 'own-user-namespace' | 'windows';
  /** Answers what is wrong; `version` counts where a list of allowed words has grown. */
  readonly objections: (pod: JudgedPod, version: number) => readonly Objection[];
}

/** A pod as the checks look at it. */
export interface JudgedPod {
  readonly kind: PodDocument['kind'];
  readonly spec: WrittenPodSpec;
  readonly annotations: Readonly<Record<string, string>>;
  /** All kinds of container, in the order of the upstream visitor. */
  readonly containers: readonly JudgedContainer[];
}

export interface JudgedContainer extends ContainerAt {
  readonly name: string;
}

export function judgedPod({ kind, pod }: PodDocument): JudgedPod {
  const containers = writtenContainers(pod).map((at) => ({ ...at, name: at.written.name ?? '' }));
  return { kind, spec: pod.spec, annotations: pod.metadata.annotations ?? {}, containers };
}

interface WrittenContext {
  readonly path: FieldPath;
  readonly container: string | null;
  readonly context: Pick<
    WrittenPodSecurityContext & WrittenSecurityContext,
    keyof WrittenPodSecurityContext & keyof WrittenSecurityContext
  >;
}

/** Answers the pod's security context and those of the containers: a bad value counts in each, whatever overrides it. */
export function contextsOf({ spec, containers }: JudgedPod): readonly WrittenContext[] {
  return [
    { path: 'spec.securityContext', container: null, context: spec.securityContext ?? {} },
    ...containers.map(({ path, name, context }) => ({ path: `${path}.securityContext`, container: name, context })),
  ];
}
