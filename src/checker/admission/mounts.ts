import type { Refusal } from '../model/diagnostic.ts';
import { placeNear } from '../model/field-path.ts';
import type { ContainerAt, FieldPath, WrittenVolumeMount } from '../model/pod.ts';
import { refused, type Scene } from './scene.ts';
import { notDescending, oneOf } from './values.ts';
import { volumeNamesOf } from './volumes.ts';

/** A mount names a volume of the pod and a path of its own in the container. */
export function mountRefusals(scene: Scene): readonly Refusal[] {
  const volumes = volumeNamesOf(scene);
  return scene.containers.flatMap((at) => mountsOfContainer(scene, { at, volumes }));
}

function mountsOfContainer(
  scene: Scene,
  { at, volumes }: { at: ContainerAt; volumes: ReadonlySet<string> },
): readonly Refusal[] {
  const first = new Map<string, FieldPath>();
  return (at.written.volumeMounts ?? []).flatMap((mount, index) => {
    const item = `${at.path}.volumeMounts[${index}]`;
    const path = `${item}.mountPath`;
    const { mountPath = '' } = mount;
    const before = first.get(mountPath);
    first.set(mountPath, before ?? path);
    return [
      ...volumeOf(scene, { path: `${item}.name`, name: mount.name ?? '', volumes }),
      ...pathOf(scene, { path, mountPath, before }),
      ...partOf(scene, { at, mount, item }),
      ...optionsOf(scene, { at, mount, item }),
    ];
  });
}

function volumeOf(
  scene: Scene,
  { path, name, volumes }: { path: FieldPath; name: string; volumes: ReadonlySet<string> },
): readonly Refusal[] {
  if (name === '')
    return [
      refused(scene, { code: 'admission/name-missing', facts: { of: 'mount' }, path, type: 'Required', detail: '' }),
    ];
  if (volumes.has(name)) return [];
  return [refused(scene, { code: 'admission/no-such-volume', facts: { name }, path, type: 'NotFound', detail: '' })];
}

function pathOf(
  scene: Scene,
  { path, mountPath, before }: { path: FieldPath; mountPath: string; before: FieldPath | undefined },
): readonly Refusal[] {
  if (mountPath === '') {
    return [refused(scene, { code: 'admission/mount-path-missing', facts: {}, path, type: 'Required', detail: '' })];
  }
  if (before === undefined) return [];
  const related = [{ span: placeNear(scene.document, before).value, role: 'first-seen' as const }];
  const found = { code: 'admission/mount-path-twice', facts: { path: mountPath }, related } as const;
  return [refused(scene, { ...found, path, type: 'Invalid', detail: 'must be unique' })];
}

interface MountAt {
  readonly at: ContainerAt;
  readonly mount: WrittenVolumeMount;
  readonly item: FieldPath;
}

/** A part of a volume lies below it and is named once; ephemeral containers get none (validateEphemeralContainers). */
function partOf(scene: Scene, { at, mount, item }: MountAt): readonly Refusal[] {
  const parts = (['subPath', 'subPathExpr'] as const).filter((field) => mount[field]);
  const below = parts.flatMap((field) => {
    const facts = { field, path: mount[field] ?? '' };
    const place = { path: `${at.path}.volumeMounts.${field}`, at: `${item}.${field}` };
    return notDescending(facts.path).map((detail) =>
      refused(scene, { code: 'admission/sub-path', facts, ...place, type: 'Invalid', detail }),
    );
  });
  const detail = 'cannot be set for an Ephemeral Container';
  const ephemeral = at.list !== 'ephemeralContainers' ? [] : parts;
  const late = ephemeral.map((field) => {
    const found = { code: 'admission/not-in-this-container', facts: { field, of: 'an ephemeral container' } } as const;
    return refused(scene, { ...found, path: `${item}.${field}`, type: 'Forbidden', detail });
  });
  if (parts.length < 2) return [...below, ...late];
  const found = { code: 'admission/sub-path-twice', facts: {}, path: `${item}.subPathExpr`, type: 'Invalid' } as const;
  return [...below, ...late, refused(scene, { ...found, detail: 'subPathExpr and subPath are mutually exclusive' })];
}

/** The API server leaves the mount's index out of these paths (validation.go, ValidateVolumeMounts). */
function optionsOf(scene: Scene, { at, mount, item }: MountAt): readonly Refusal[] {
  const { mountPropagation: propagation, recursiveReadOnly: recursive } = mount;
  const propagationAt = { path: `${at.path}.volumeMounts.mountPropagation`, at: `${item}.mountPropagation` };
  const recursiveAt = { path: `${at.path}.volumeMounts.recursiveReadOnly`, at: `${item}.recursiveReadOnly` };
  const refusals = [
    ...oneOf(scene, { ...propagationAt, value: propagation, supported: ['Bidirectional', 'HostToContainer', 'None'] }),
    ...oneOf(scene, { ...recursiveAt, value: recursive, supported: ['Disabled', 'Enabled', 'IfPossible'] }),
  ];
  if (propagation === 'Bidirectional' && at.context.privileged !== true) {
    const detail = 'Bidirectional mount propagation is available only to privileged containers';
    const found = { code: 'admission/propagation-needs-privileged', facts: {} } as const;
    refusals.push(refused(scene, { ...found, ...propagationAt, type: 'Forbidden', detail }));
  }
  if (recursive !== 'Enabled' && recursive !== 'IfPossible') return refusals;
  const found = { code: 'admission/recursive-read-only', ...recursiveAt, type: 'Forbidden' } as const;
  if (mount.readOnly !== true) {
    refusals.push(
      refused(scene, { ...found, facts: { needs: 'readOnly' }, detail: 'may only be specified when readOnly is true' }),
    );
  }
  if (propagation !== undefined && propagation !== 'None') {
    const detail = 'may only be specified when mountPropagation is None or not specified';
    refusals.push(refused(scene, { ...found, facts: { needs: 'mountPropagation' }, detail }));
  }
  return refusals;
}
