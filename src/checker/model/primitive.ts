import type { ContainerRole, EffectiveContainer, PrimitiveId } from './container.ts';
import type { Errno } from './errno.ts';
import type { Layer } from './layer.ts';
import type { PodDocument, WrittenContainer, WrittenPod, FieldPath } from './pod.ts';
import type { Reason } from './reason.ts';
import type { Asked, QuestionKind } from './requirement.ts';
import type { World } from './world.ts';

/** One written container with the pod around it: all that a primitive may read of the text. */
export interface ContainerView {
  readonly document: PodDocument;
  readonly pod: WrittenPod;
  readonly written: WrittenContainer;
  /** `spec.containers[0]`, `spec.initContainers[1]`… */
  readonly path: FieldPath;
  readonly name: string;
  readonly role: ContainerRole;
}

/** The whole contract of `primitives/<id>/`: Kubernetes words in, Linux words out, and the questions it answers. */
export interface Primitive<Id extends PrimitiveId, Needs extends PrimitiveId = never> {
  readonly id: Id;
  readonly needs: readonly Needs[];
  resolve(from: ContainerView, needed: Pick<EffectiveContainer, Needs>, world: World): EffectiveContainer[Id];
  /** One gate per kind of question. A kind belongs to exactly one primitive. */
  readonly gates: { readonly [K in QuestionKind]?: Gate<K> };
}

export type Gate<K extends QuestionKind> = (asked: Asked<K>, container: EffectiveContainer, world: World) => Answer;

export interface Answer {
  readonly answer: 'passes' | 'stops' | 'cannot-tell';
  /** Who it was, told by the answer: a capability can be refused by its set or by the user namespace. */
  readonly layer: Layer;
  readonly reason: Reason;
  /** Present where the kernel answers otherwise than the requirement's own `stop`. */
  readonly stop?: Errno | 'ineffective' | 'refused';
}
