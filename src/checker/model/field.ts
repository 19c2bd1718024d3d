import type { ContainerView } from './primitive.ts';
import type { FieldPath, Place, SharedSecurityContext } from './pod.ts';
import type { Origin, Resolved } from './resolved.ts';
import type { Citation } from './citation.ts';
import type { Span } from './span.ts';

/** Answers the origin of a field of this container; `path` counts from the container. */
export function inContainer(view: ContainerView, path: FieldPath): Origin {
  return writtenAt(view, 'container', `${view.path}.${path}`);
}

/** Answers the origin of a field of the pod; `path` counts from `spec`. */
export function inPod(view: ContainerView, path: FieldPath): Origin {
  return writtenAt(view, 'pod', `spec.${path}`);
}

/** Answers the origin of something that a field decides beside its own meaning. */
export function impliedBy(view: ContainerView, path: FieldPath, cite: Citation): Origin {
  const full = `${view.path}.${path}`;
  return { from: 'implied', by: full, span: spanOf(view, full), cite };
}

function writtenAt(view: ContainerView, from: 'container' | 'pod', path: FieldPath): Origin {
  return { from, path, span: spanOf(view, path) };
}

function spanOf(view: ContainerView, path: FieldPath): Span {
  const place: Place | undefined = view.document.places[path];
  return place === undefined
    ? view.document.span
    : { file: place.key.file, start: place.key.start, end: place.value.end };
}

/**
 * Answers a field of both security contexts as it holds for a container: its own value, else the pod's, else null. Structs
 * are replaced whole, never merged (Kubernetes pkg/securitycontext/util.go, DetermineEffectiveSecurityContext).
 */
export function inherited<K extends keyof SharedSecurityContext>(
  view: ContainerView,
  field: K,
): Resolved<NonNullable<SharedSecurityContext[K]>> | null {
  const own = view.written.securityContext?.[field];
  const pods = view.pod.spec.securityContext?.[field];
  const path = `securityContext.${field}`;
  if (own !== undefined) {
    const overrode = pods === undefined ? [] : [inPod(view, path)];
    return { value: own, origin: inContainer(view, path), overrode };
  }
  return pods === undefined ? null : { value: pods, origin: inPod(view, path), overrode: [] };
}
