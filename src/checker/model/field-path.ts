import type { FieldPath, Place, Places } from './pod.ts';

/** Answers the path of a key below `parent`, as Kubernetes writes it: `a.b`, and `a[b.c/d]` where a dot would mislead. */
export function keyPath(parent: FieldPath, key: string): FieldPath {
  if (key.includes('.') || key.includes('[')) return `${parent}[${key}]`;
  return parent === '' ? key : `${parent}.${key}`;
}

/** Answers the path of an item of the list at `parent`. */
export function itemPath(parent: FieldPath, index: number): FieldPath {
  return `${parent}[${index}]`;
}

/** Answers the place of the nearest field above `path` that is written; null where none is. */
export function placeAbove(places: Places, path: FieldPath): Place | null {
  for (let at = parentOf(path); at !== ''; at = parentOf(at)) {
    const place = places[at];
    if (place !== undefined) return place;
  }
  return null;
}

function parentOf(path: FieldPath): FieldPath {
  return path.slice(0, Math.max(0, path.lastIndexOf('.'), path.lastIndexOf('[')));
}
