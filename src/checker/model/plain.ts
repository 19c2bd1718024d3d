/** A YAML value as data: what it is, and what is under a key. */
import type { PlainMap, PlainValue } from './pod.ts';

export function isMap(value: PlainValue | undefined): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: PlainValue | undefined): value is readonly PlainValue[] {
  return Array.isArray(value);
}

/** Answers the object under a key; an empty one where there is none. */
export function mapIn(value: PlainValue | undefined, key: string | number): PlainMap {
  const found = isMap(value) ? value[key] : undefined;
  return isMap(found) ? found : emptyMap;
}

/** Answers the list under a key; an empty one where there is none. */
export function listIn(value: PlainValue | undefined, key: string): readonly PlainValue[] {
  const found = isMap(value) ? value[key] : undefined;
  return isList(found) ? found : [];
}

export const emptyMap: PlainMap = Object.freeze(Object.create(null) as PlainMap);
