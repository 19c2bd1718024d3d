/** What is said of a single field: not known, in the wrong place, of the wrong type, not there. */

import { keyPath, placeNear } from '../model/field-path.ts';
import type { FieldPath, PlainValue } from '../model/pod.ts';
import { halfWritten } from './half-written.ts';
import { homesOf } from './homes.ts';
import { finding, refusal } from './messages.ts';
import { nearestTo } from './nearest.ts';
import type { FieldType, Shape } from './shapes.ts';
import { typeInWords, valueInWords } from './type-words.ts';
import { repairOf } from './type-repairs.ts';
import { pathOf, podPathOf, refuse, type SchemaWalk } from './walk.ts';

/** The field at the walk's trail is none of `owner`. */
export function unknownField(walk: SchemaWalk, owner: Shape): void {
  const full = pathOf(walk);
  const path = podPathOf(walk.templatePath, full);
  const place = placeNear(walk.document, full);
  const field = String(walk.trail.at(-1));
  const detail = `strict decoding error: unknown field "${full}"`;
  const homes = homesOf(field, owner.name).map((home) => fromHere(walk, path, home));
  const isKept = walk.fieldValidation === 'Strict';
  const nearest = homes.length > 0 ? null : nearestTo(field, owner.fields.keys());
  const edit = nearest !== null && !place.behindAlias ? { edit: { span: place.key, text: nearest } } : {};
  const told =
    homes.length > 0
      ? ({ code: 'schema/misplaced-field', facts: { field, homes, refused: isKept } } as const)
      : ({ code: 'schema/unknown-field', facts: { field, owner: owner.name, nearest, refused: isKept } } as const);
  if (isKept) refuse(walk, refusal({ ...told, span: place.key, path, type: 'BadRequest', detail, ...edit }));
  else walk.diagnostics.push(finding({ ...told, severity: 'warning', span: place.key, path, ...edit }));
}

/** Answers a home in the words of this document, and for a field inside a container by that very container. */
function fromHere(walk: SchemaWalk, path: FieldPath, home: string): string {
  const container = /^spec\.\w+\[\d+\]/.exec(path)?.[0];
  const here = container === undefined ? home : home.replace('spec.containers[*]', container);
  return walk.templatePath === '' ? here : `${walk.templatePath}.${here}`;
}

interface WrongType {
  readonly value: PlainValue;
  readonly type: FieldType;
  readonly owner: Shape;
}

/** Refused whatever `fieldValidation` says: the decoder cannot put the value anywhere. */
export function wrongType(walk: SchemaWalk, { value, type, owner }: WrongType): void {
  const full = pathOf(walk);
  const place = placeNear(walk.document, full);
  const field = String(walk.trail.findLast((step) => typeof step === 'string'));
  const half = place.behindAlias ? null : halfWritten({ field, value, type, span: place.value }, walk.document.text);
  const told =
    half ??
    ({ code: 'schema/wrong-type', facts: { field, wants: typeInWords(type), found: valueInWords(value) } } as const);
  const text = half?.code === 'schema/half-written-value' ? half.facts.whole : repairOf(value, type);
  const edit = text !== null && !place.behindAlias ? { edit: { span: place.value, text } } : {};
  // Go names the struct and the path without indexes; the Go type that it adds at the end is not in the schema.
  const goPath = walk.trail.filter((step) => typeof step === 'string').join('.');
  const detail = `json: cannot unmarshal ${jsonWordOf(value)} into Go struct field ${owner.name}.${goPath}`;
  refuse(
    walk,
    refusal({
      ...told,
      span: place.value,
      path: podPathOf(walk.templatePath, full),
      type: 'BadRequest',
      detail,
      ...edit,
    }),
  );
}

/**
 * Required by the schema, with a rule of its own in `admission`, or not missed by the API server at all: a sysctl without
 * a value is taken (validation.go, validateSysctls).
 */
const toldElsewhere = new Set([
  'PodSpec.containers',
  'Container.name',
  'EphemeralContainer.name',
  'Volume.name',
  'VolumeMount.name',
  'VolumeMount.mountPath',
  'SeccompProfile.type',
  'AppArmorProfile.type',
  'HostPathVolumeSource.path',
  'PodOS.name',
  'Sysctl.name',
  'Sysctl.value',
]);

export function missingField(walk: SchemaWalk, { owner, field }: { owner: Shape; field: string }): void {
  if (field === 'apiVersion' || field === 'kind' || toldElsewhere.has(`${owner.name}.${field}`)) return;
  const full = keyPath(pathOf(walk), field);
  const path = podPathOf(walk.templatePath, full);
  const span = placeNear(walk.document, full).key;
  const facts = { field, owner: owner.name };
  refuse(walk, refusal({ code: 'schema/missing-field', span, path, facts, type: 'Required', detail: '' }));
}

/** A value as the JSON decoder calls it. */
function jsonWordOf(value: PlainValue): string {
  if (typeof value === 'number') return Number.isInteger(value) ? 'number' : `number ${value}`;
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'string';
  return Array.isArray(value) ? 'array' : 'object';
}
