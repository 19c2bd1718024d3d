import type { Refusal } from '../model/diagnostic.ts';
import { placeNear } from '../model/field-path.ts';
import { listIn, mapIn } from '../model/plain.ts';
import type { FieldPath } from '../model/pod.ts';
import { itemNameRefusals } from './names.ts';
import { refused, type Scene } from './scene.ts';
import { oneOf } from './values.ts';

const hostPathTypes = [
  '',
  'DirectoryOrCreate',
  'Directory',
  'FileOrCreate',
  'File',
  'Socket',
  'CharDevice',
  'BlockDevice',
];

/** Volumes have a name of their own and one source, and a hostPath a path that stays where it says. */
export function volumeRefusals(scene: Scene): readonly Refusal[] {
  const volumes = (scene.spec.volumes ?? []).map((volume, index) => ({ volume, path: `spec.volumes[${index}]` }));
  const items = volumes.map(({ path, volume }) => ({ path, name: volume.name }));
  const hostPaths = volumes.flatMap(({ path, volume: { hostPath } }) =>
    hostPath === undefined
      ? []
      : [
          ...hostPathRefusals(scene, { path: `${path}.hostPath.path`, written: hostPath.path ?? '' }),
          ...oneOf(scene, { path: `${path}.hostPath.type`, value: hostPath.type, supported: hostPathTypes }),
        ],
  );
  const further = volumes.flatMap(({ path, volume: { sources } }) => furtherSources(scene, { path, sources }));
  return [...itemNameRefusals(scene, { of: 'volume', items }), ...further, ...hostPaths];
}

/** None is well: `SetDefaults_Volume` makes it an emptyDir. Of several the API server takes the first it looks for. */
function furtherSources(scene: Scene, at: { path: FieldPath; sources: readonly string[] }): readonly Refusal[] {
  const [first = '', ...others] = at.sources;
  const detail = 'may not specify more than 1 volume type';
  const related = [{ span: placeNear(scene.document, `${at.path}.${first}`).key, role: 'conflicts' as const }];
  return others.map((source) => {
    const found = { code: 'admission/second-source', facts: { source, first }, related } as const;
    return refused(scene, { ...found, path: `${at.path}.${source}`, type: 'Forbidden', detail });
  });
}

function hostPathRefusals(scene: Scene, { path, written }: { path: string; written: string }): readonly Refusal[] {
  if (written === '') {
    return [refused(scene, { code: 'admission/host-path-missing', facts: {}, path, type: 'Required', detail: '' })];
  }
  if (!written.split('/').includes('..')) return [];
  const found = { code: 'admission/host-path-parent', facts: { path: written } } as const;
  return [refused(scene, { ...found, path, type: 'Invalid', detail: "must not contain '..'" })];
}

/** Answers the names a mount may use: the pod's volumes, and in a StatefulSet those of its claim templates. */
export function volumeNamesOf({ spec, document }: Scene): ReadonlySet<string> {
  const names = (spec.volumes ?? []).map(({ name }) => name ?? '');
  if (document.kind !== 'StatefulSet') return new Set(names);
  const templates = listIn(mapIn(document.value, 'spec'), 'volumeClaimTemplates');
  return new Set([...names, ...templates.map((template) => String(mapIn(template, 'metadata').name ?? ''))]);
}
