import type { Refusal } from '../model/diagnostic.ts';
import type { ContainerAt, FieldPath, WrittenVolumeMount } from '../model/pod.ts';
import { refused, spanOf, type Scene } from './scene.ts';
import { oneOf } from './values.ts';
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
  const related = [{ span: spanOf(scene.document, before, 'value'), role: 'first-seen' as const }];
  const found = { code: 'admission/mount-path-twice', facts: { path: mountPath }, related } as const;
  return [refused(scene, { ...found, path, type: 'Invalid', detail: 'must be unique' })];
}

/** The API server leaves the mount's index out of these paths (validation.go, ValidateVolumeMounts). */
function optionsOf(
  scene: Scene,
  { at, mount, item }: { at: ContainerAt; mount: WrittenVolumeMount; item: FieldPath },
): readonly Refusal[] {
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
