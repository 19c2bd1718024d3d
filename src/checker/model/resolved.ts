import type { Citation } from './citation.ts';
import type { FieldPath } from './pod.ts';
import type { Span } from './span.ts';

/** A value that knows where it came from. */
export interface Resolved<T> {
  readonly value: T;
  /** What decided it. */
  readonly origin: Origin;
  /** What it beat, nearest first. */
  readonly overrode: readonly Origin[];
}

export type Origin =
  | { readonly from: 'container' | 'pod'; readonly path: FieldPath; readonly span: Span }
  /** A field that decides something beyond itself: `privileged: true` decides the capabilities. */
  | { readonly from: 'implied'; readonly by: FieldPath; readonly span: Span; readonly cite: Citation }
  /** `fact` names the entry of the world: `image.user`, `node.seccompDefault`. */
  | { readonly from: 'image' | 'node'; readonly fact: string }
  | {
      readonly from: 'default';
      readonly of: 'kubernetes' | 'runtime' | 'kernel';
      readonly field: string;
      readonly cite: Citation;
    };

export function resolved<T>(value: T, origin: Origin, overrode: readonly Origin[] = []): Resolved<T> {
  return { value, origin, overrode };
}
