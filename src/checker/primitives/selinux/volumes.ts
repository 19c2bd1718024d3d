/** Which label the files of a volume have when the container runs. */
import { isOn } from '../../facts/selinux-features.ts';
import { claimSources, fileType, keptSources, relabelledSources, type Labelling } from '../../facts/selinux-labels.ts';
import { writtenContainers, type WrittenContainer } from '../../model/pod.ts';
import type { ContainerView } from '../../model/primitive.ts';
import type { SELinuxLevel, VolumeLabel } from '../../model/selinux.ts';
import { levelOf, saysAnything } from './label.ts';

interface Ground {
  readonly labelling: Labelling;
  /** Of Kubernetes. */
  readonly version: string;
}

/** Answers the labels of the volumes that a container mounts, by name. */
export function volumeLabels(view: ContainerView, ground: Ground): Readonly<Record<string, VolumeLabel>> {
  const names = new Set((view.written.volumeMounts ?? []).map(({ name = '' }) => name));
  return Object.fromEntries([...names].map((name) => [name, volumeLabel(view, name, ground)]));
}

function volumeLabel(view: ContainerView, name: string, ground: Ground): VolumeLabel {
  const volume = view.pod.spec.volumes?.find((each) => each.name === name);
  const source = volume?.sources.at(-1) ?? 'emptyDir';
  const users = containersOf(view).filter((each) => each.volumeMounts?.some((mount) => mount.name === name));
  if (claimSources.includes(source)) return claimLabel(view, users, ground);
  // A source that is read-only is nobody's to relabel (Kubernetes pkg/volume/iscsi, GetAttributes: `Managed: !b.readOnly`).
  if (keptSources.includes(source) || volume?.readOnly === true) return { kind: 'kept' };
  if (!relabelledSources.includes(source)) return { kind: 'not-known' };
  return labelFor(users.map((user) => levelOf(view, user, ground.labelling)));
}

/** Answers the label of what all containers of the pod see in the same place, and each relabels when it is created. */
export function sharedLabel(view: ContainerView, labelling: Labelling): VolumeLabel {
  return labelFor(containersOf(view).map((each) => levelOf(view, each, labelling)));
}

/** The containers whose relabelling a container can meet: an init container is done before the others are created. */
function containersOf({ pod, written: own }: ContainerView): readonly WrittenContainer[] {
  return writtenContainers(pod)
    .filter(({ list, written }) => written === own || list !== 'initContainers' || written.restartPolicy === 'Always')
    .map(({ written }) => written);
}

/**
 * Only what a claim brings can be mounted with a label in place of having its files relabelled: all containers that use it must ask
 * for the same label of files, made of user and level, and the pod must not ask for the other way (Kubernetes
 * pkg/volume/util/selinux.go, VolumeSupportsSELinuxMount, GetMountSELinuxLabel).
 */
function claimLabel(view: ContainerView, users: readonly WrittenContainer[], { version }: Ground): VolumeLabel {
  const context = view.pod.spec.securityContext;
  const options = users.map((user) => user.securityContext?.seLinuxOptions ?? context?.seLinuxOptions);
  const asksForLabel = options.every(saysAnything);
  if (!areSame(options.map((each) => [each?.user, each?.level, saysAnything(each)]))) return { kind: 'contested' };
  const isRecursive = context?.seLinuxChangePolicy === 'Recursive' && isOn('SELinuxChangePolicy', version);
  if (!asksForLabel || isRecursive || !isOn('SELinuxMountReadWriteOncePod', version))
    return { kind: 'claimed', mountedWithLabel: 'never' };
  return { kind: 'claimed', mountedWithLabel: isOn('SELinuxMount', version) ? 'any' : 'read-write-once-pod' };
}

function labelFor(levels: readonly SELinuxLevel[]): VolumeLabel {
  const [level] = levels;
  if (level === undefined || !areSame(levels)) return { kind: 'contested' };
  return { kind: 'labelled', label: { type: fileType, level } };
}

function areSame(values: readonly unknown[]): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size === 1;
}
