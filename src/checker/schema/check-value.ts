/**
 * One walk over a document beside the schema. It answers the value as Kubernetes decodes it: without the fields that are
 * not known, wrongly typed or null. Paths are put together only where there is something to say.
 */
import { isList, isMap } from '../model/plain.ts';
import type { PlainMap, PlainValue } from '../model/pod.ts';
import { missingField, unknownField, wrongType } from './field-findings.ts';
import type { FieldType, ScalarType, Shape } from './shapes.ts';
import { isFull, type SchemaWalk } from './walk.ts';

/** Answers an object as decoded; the very same one where there is nothing to leave out. */
export function checkObject(walk: SchemaWalk, value: PlainMap, shape: Shape): PlainMap {
  const decoded = checkEntries(walk, value, (key, entry) => {
    const type = shape.fields.get(key);
    if (type !== undefined) return checkValue(walk, entry, { type, owner: shape });
    if (!isFull(walk)) unknownField(walk, shape);
    return undefined;
  });
  for (const field of shape.required) {
    const isMissing = value[field] === undefined || value[field] === null;
    if (isMissing && !isFull(walk)) missingField(walk, { owner: shape, field });
  }
  return decoded;
}

interface Expected {
  readonly type: FieldType;
  /** The object of whose fields this is one. */
  readonly owner: Shape;
}

/** Undefined: left out. Null is as good as not written. */
function checkValue(walk: SchemaWalk, value: PlainValue, expected: Expected): PlainValue | undefined {
  const { type, owner } = expected;
  if (value === null) return undefined;
  if (type.kind === 'scalar' && isOfScalar(value, type.scalar)) return value;
  if (type.kind === 'object' && isMap(value)) return checkObject(walk, value, type.shape);
  if (type.kind === 'map' && isMap(value)) return checkMap(walk, value, { type: type.of, owner });
  if (type.kind === 'list' && isList(value)) return checkList(walk, value, { type: type.of, owner });
  if (!isFull(walk)) wrongType(walk, { value, type, owner });
  return undefined;
}

function checkMap(walk: SchemaWalk, value: PlainMap, expected: Expected): PlainMap {
  return checkEntries(walk, value, (_, entry) => checkValue(walk, entry, expected));
}

function checkEntries(
  walk: SchemaWalk,
  value: PlainMap,
  check: (key: string, entry: PlainValue) => PlainValue | undefined,
): PlainMap {
  let decoded: Record<string, PlainValue> | null = null;
  for (const key of Object.keys(value)) {
    const entry = value[key] as PlainValue;
    walk.trail.push(key);
    const kept = check(key, entry);
    walk.trail.pop();
    if (kept === entry) continue;
    decoded ??= Object.assign(Object.create(null) as Record<string, PlainValue>, value);
    if (kept === undefined) delete decoded[key];
    else decoded[key] = kept;
  }
  return decoded ?? value;
}

/** A null in a list is an item without anything in it: the list keeps its length, and the paths stay right. */
function checkList(walk: SchemaWalk, list: readonly PlainValue[], expected: Expected): readonly PlainValue[] {
  let decoded: PlainValue[] | null = null;
  for (const [index, item] of list.entries()) {
    walk.trail.push(index);
    const kept = checkValue(walk, item, expected) ?? emptyOf(expected.type);
    walk.trail.pop();
    if (kept === item) continue;
    decoded ??= [...list];
    decoded[index] = kept;
  }
  return decoded ?? list;
}

/** Go's zero value of a type. */
function emptyOf(type: FieldType): PlainValue {
  if (type.kind === 'list') return [];
  if (type.kind !== 'scalar') return Object.create(null) as PlainMap;
  if (type.scalar === 'boolean') return false;
  return type.scalar === 'integer' ? 0 : '';
}

function isOfScalar(value: PlainValue, scalar: ScalarType): boolean {
  switch (scalar) {
    case 'string':
      return typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value);
    case 'integer-or-string':
      return typeof value === 'string' || Number.isInteger(value);
    case 'quantity':
      return typeof value === 'string' || typeof value === 'number';
    case 'any':
      return true;
  }
}
