import { podSchema } from './pod-schema.generated.ts';

export type ScalarType = 'string' | 'boolean' | 'integer' | 'quantity' | 'integer-or-string' | 'any';

/** What a field may hold. */
export type FieldType =
  | { readonly kind: 'scalar'; readonly scalar: ScalarType }
  | { readonly kind: 'object'; readonly shape: Shape }
  | { readonly kind: 'list' | 'map'; readonly of: FieldType };

/** The fields of one object of the Kubernetes API. */
export interface Shape {
  readonly name: string;
  readonly fields: ReadonlyMap<string, FieldType>;
  readonly required: readonly string[];
}

/** The generated table as linked objects: one lookup a key when a document is read, and no text to take apart. */
export const shapes: ReadonlyMap<string, Shape> = linkShapes();

function linkShapes(): ReadonlyMap<string, Shape> {
  const linked = new Map<string, Shape & { fields: Map<string, FieldType>; required: string[] }>();
  for (const name of Object.keys(podSchema)) linked.set(name, { name, fields: new Map(), required: [] });
  for (const shape of linked.values()) {
    for (const [field, written] of Object.entries(podSchema[shape.name] ?? {})) {
      if (written.endsWith('!')) shape.required.push(field);
      shape.fields.set(field, typeOf(written.replace('!', ''), linked));
    }
  }
  return linked;
}

function typeOf(written: string, linked: ReadonlyMap<string, Shape>): FieldType {
  if (written.endsWith('[]')) return { kind: 'list', of: typeOf(written.slice(0, -2), linked) };
  if (written.endsWith('{}')) return { kind: 'map', of: typeOf(written.slice(0, -2), linked) };
  const shape = linked.get(written);
  return shape === undefined ? { kind: 'scalar', scalar: written as ScalarType } : { kind: 'object', shape };
}
