import type { Refusal } from '../model/diagnostic.ts';
import { keyPath, placeNear } from '../model/field-path.ts';
import { mapIn } from '../model/plain.ts';
import type { FieldPath } from '../model/pod.ts';
import { refused, type Scene } from './scene.ts';

/** Kubernetes apimachinery pkg/util/validation: IsDNS1123Subdomain and IsDNS1123Label, with their wording. */
const label = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const labelDetail =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const subdomainDetail =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

/** Refuses an object without a name, and one whose name is not one. */
export function objectNameRefusals(scene: Scene): readonly Refusal[] {
  const { document } = scene;
  const { name } = document;
  const path = 'metadata.name';
  if (name === '') {
    if (mapIn(document.value, 'metadata').generateName) return [];
    const detail = 'name or generateName is required';
    return [
      refused(scene, { code: 'admission/name-missing', facts: { of: document.kind }, path, type: 'Required', detail }),
    ];
  }
  if (name.length <= 253 && subdomain.test(name)) return [];
  const detail = name.length > 253 ? tooLong(253) : subdomainDetail;
  return [
    refused(scene, {
      code: 'admission/name-characters',
      facts: { name, of: document.kind },
      path,
      type: 'Invalid',
      detail,
    }),
  ];
}

/** Kubernetes apimachinery pkg/util/validation, IsValidLabelValue. */
const labelValue = /^(?:(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const labelValueDetail =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

/** Refuses a namespace that can be none, and values of labels; their keys are not looked at here. */
export function metadataRefusals(scene: Scene): readonly Refusal[] {
  const { kubeNamespace: name, pod } = scene.document;
  const isName = name.length <= 63 && label.test(name);
  const facts = { name, of: 'namespace' };
  const found = { code: 'admission/name-characters', facts, path: 'metadata.namespace', type: 'Invalid' } as const;
  const namespaces = isName ? [] : [refused(scene, { ...found, detail: name.length > 63 ? tooLong(63) : labelDetail })];
  const labels = Object.entries(pod.metadata.labels ?? {})
    .filter(([, value]) => value.length > 63 || !labelValue.test(value))
    .map(([key, value]) => {
      const detail = value.length > 63 ? tooLong(63) : labelValueDetail;
      const path = keyPath('metadata.labels', key);
      return refused(scene, { code: 'admission/label-value', facts: { key, value }, path, type: 'Invalid', detail });
    });
  return [...namespaces, ...labels];
}

function tooLong(most: number): string {
  return `must be no more than ${most} characters`;
}

interface Named {
  readonly of: 'container' | 'volume';
  readonly items: readonly { readonly path: FieldPath; readonly name: string | undefined }[];
}

/** Refuses items without a name, with one that is not one, or with one that came before. */
export function itemNameRefusals(scene: Scene, { of, items }: Named): readonly Refusal[] {
  const first = new Map<string, FieldPath>();
  return items.flatMap(({ path: item, name }): readonly Refusal[] => {
    const path = `${item}.name`;
    if (name === undefined || name === '') {
      return [refused(scene, { code: 'admission/name-missing', facts: { of }, path, type: 'Required', detail: '' })];
    }
    if (name.length > 63 || !label.test(name)) {
      const detail = name.length > 63 ? tooLong(63) : labelDetail;
      return [
        refused(scene, { code: 'admission/name-characters', facts: { name, of }, path, type: 'Invalid', detail }),
      ];
    }
    const before = first.get(name);
    first.set(name, before ?? path);
    if (before === undefined) return [];
    const related = [{ span: placeNear(scene.document, before).value, role: 'first-seen' as const }];
    const found = { code: 'admission/name-twice', facts: { name, of }, related } as const;
    return [refused(scene, { ...found, path, type: 'Duplicate', detail: '' })];
  });
}
