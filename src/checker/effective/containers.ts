import type { ContainerRole, EffectiveContainer, PrimitiveId } from '../model/container.ts';
import type { Refusal } from '../model/diagnostic.ts';
import { writtenContainers, type ContainerAt, type PodDocument } from '../model/pod.ts';
import type { ContainerView, Primitive } from '../model/primitive.ts';
import type { World } from '../model/world.ts';
import { primitives } from '../primitives/index.ts';

/** Answers what each container of a document really gets, in the order in which they start, whether or not it would be admitted. */
export function effectiveContainers(
  document: PodDocument,
  refusals: readonly Refusal[],
  world: World,
): readonly EffectiveContainer[] {
  return viewsOf(document).map((view) => effectiveContainer(view, refusals, world));
}

const inOrder = Object.values(primitives) as readonly unknown[] as readonly Primitive<PrimitiveId, PrimitiveId>[];

/** INVARIANT: the registry lists a primitive below those it needs (held by a test), so every `needed` member is there. */
function effectiveContainer(view: ContainerView, refusals: readonly Refusal[], world: World): EffectiveContainer {
  const state: Record<string, unknown> = { name: view.name, role: view.role, refusals };
  for (const primitive of inOrder) {
    state[primitive.id] = primitive.resolve(view, state as unknown as EffectiveContainer, world);
  }
  return state as unknown as EffectiveContainer;
}

/** The rules are the same for all kinds of container (Kubernetes pkg/apis/core/validation, validateContainerCommon). */
function viewsOf(document: PodDocument): readonly ContainerView[] {
  const { pod } = document;
  return writtenContainers(pod).map((at) => {
    const { path, written } = at;
    return { document, pod, written, path, name: written.name ?? '', role: roleOf(at) };
  });
}

/** An init container that restarts always is a sidecar (KEP-753). */
function roleOf({ list, written }: ContainerAt): ContainerRole {
  if (list === 'containers') return 'app';
  if (list === 'ephemeralContainers') return 'ephemeral';
  return written.restartPolicy === 'Always' ? 'sidecar' : 'init';
}
