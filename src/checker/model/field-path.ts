import type { FieldPath } from './pod.ts';

/** Answers the path of a key below `parent`, as Kubernetes writes it: `a.b`, and `a[b.c/d]` where a dot would mislead. */
export function keyPath(parent: FieldPath, key: string): FieldPath {
  if (key.includes('.') || key.includes('[')) return `${parent}[${key}]`;
  return parent === '' ? key : `${parent}.${key}`;
}

/** Answers the path of an item of the list at `parent`. */
export function itemPath(parent: FieldPath, index: number): FieldPath {
  return `${parent}[${index}]`;
}
