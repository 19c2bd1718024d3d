import type { FieldPath, Place, Places } from './pod.ts';
import type { Span } from './span.ts';

/** Answers the path of a key below `parent`, as Kubernetes writes it: `a.b`, and `a[b.c/d]` where a dot would mislead. */
export function keyPath(parent: FieldPath, key: string): FieldPath {
  if (key.includes('.') || key.includes('[')) return `${parent}[${key}]`;
  return parent === '' ? key : `${parent}.${key}`;
}

/** Answers the path of an item of the list at `parent`. */
export function itemPath(parent: FieldPath, index: number): FieldPath {
  return `${parent}[${index}]`;
}

/** Answers the place of a field; of one that is not written, the key of the nearest one above it; of the root, the document. */
export function placeNear({ places, span }: Written, path: FieldPath): Place {
  for (let at = path; at !== ''; at = parentOf(at)) {
    const place = places[at];
    if (place !== undefined) return at === path ? place : { ...place, value: place.key };
  }
  return { key: span, value: span };
}

interface Written {
  readonly places: Places;
  readonly span: Span;
}

function parentOf(path: FieldPath): FieldPath {
  return path.slice(0, Math.max(0, path.lastIndexOf('.'), path.lastIndexOf('[')));
}
