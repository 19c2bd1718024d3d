import type { Refusal } from '../model/diagnostic.ts';
import type { FieldPath } from '../model/pod.ts';
import { refused, type Scene } from './scene.ts';

interface OneOf {
  readonly path: FieldPath;
  readonly value: string | undefined;
  readonly supported: readonly string[];
  /** Where it stands in the text, if the API server spells the path in a way of its own. */
  readonly at?: FieldPath;
}

/** Refuses a value that is none of a field's words; upper and lower case count (apimachinery field.NotSupported). */
export function oneOf(scene: Scene, { value, supported, ...where }: OneOf): readonly Refusal[] {
  if (value === undefined || supported.includes(value)) return [];
  const at = where.at ?? where.path;
  const place = scene.document.places[at];
  const meant = supported.find((word) => word.toLowerCase() === value.toLowerCase());
  const edit =
    meant === undefined || place === undefined || place.behindAlias ? {} : { edit: { span: place.value, text: meant } };
  const field = fieldOf(at);
  const detail = `supported values: ${supported.map((word) => `"${word}"`).join(', ')}`;
  const facts = { field, value, supported };
  return [
    refused(scene, { ...where, code: 'admission/unsupported-value', facts, type: 'NotSupported', detail, ...edit }),
  ];
}

/** Answers the last name of a path: `runAsUser` of `spec.securityContext.runAsUser`, `supplementalGroups` of its first item. */
export function fieldOf(path: FieldPath): string {
  return /(\w+)(?:\[\d+\])?$/.exec(path)?.[1] ?? path;
}

/** Answers what the API server has against a path that is not below where it starts (validation.go, validateLocalDescendingPath). */
export function notDescending(path: string): readonly string[] {
  return [
    ...(path.startsWith('/') ? ['must be a relative path'] : []),
    ...(path.split('/').includes('..') ? ["must not contain '..'"] : []),
  ];
}
