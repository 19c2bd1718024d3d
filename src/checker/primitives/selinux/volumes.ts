/** Which label the files of a volume have when the container runs. */
import { isOn } from '../../facts/selinux-features.ts';
import {
  fileType,
  keptSources,
  relabelledSources,
  sourcesMountedWithLabel,
  type Labelling,
} from '../../facts/selinux-labels.ts';
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

function volumeLabel(view: ContainerView, name: string, { labelling, version }: Ground): VolumeLabel {
  const volume = view.pod.spec.volumes?.find((each) => each.name === name);
  const source = volume?.sources.at(-1) ?? 'emptyDir';
  // A source that is read-only is nobody's to relabel (Kubernetes pkg/volume/iscsi, GetAttributes: `Managed: !b.readOnly`).
  if (keptSources.includes(source) || volume?.readOnly === true) return { kind: 'kept' };
  if (!relabelledSources.includes(source)) return { kind: 'not-known' };
  const users = containersOf(view).filter((each) => each.volumeMounts?.some((mount) => mount.name === name));
  const by = labelsTheMount({ view, users, source, version }) ? 'mount' : 'relabelling';
  return labelFor(
    users.map((user) => levelOf(view, user, labelling)),
    by,
  );
}

/** Answers the label of what all containers of the pod see in the same place, and each relabels when it is created. */
export function sharedLabel(view: ContainerView, labelling: Labelling): VolumeLabel {
  return labelFor(
    containersOf(view).map((each) => levelOf(view, each, labelling)),
    'relabelling',
  );
}

/** The containers whose relabelling a container can meet: an init container is done before the others are created. */
function containersOf({ pod, written: own }: ContainerView): readonly WrittenContainer[] {
  return writtenContainers(pod)
    .filter(({ list, written }) => written === own || list !== 'initContainers' || written.restartPolicy === 'Always')
    .map(({ written }) => written);
}

/**
 * Answers whether the kubelet mounts a volume with a label in place of having its files relabelled: a source that can, the same
 * `seLinuxOptions` in every container that uses it, something in them, and a policy that wants it (Kubernetes
 * pkg/volume/util/selinux.go, AddSELinuxMountLabel; a volume of the pod's own is never ReadWriteOncePod).
 */
function labelsTheMount(asked: {
  readonly view: ContainerView;
  readonly users: readonly WrittenContainer[];
  readonly source: string;
  readonly version: string;
}): boolean {
  const context = asked.view.pod.spec.securityContext;
  const options = asked.users.map((user) => user.securityContext?.seLinuxOptions ?? context?.seLinuxOptions);
  return (
    sourcesMountedWithLabel.includes(asked.source) &&
    isOn('SELinuxMount', asked.version) &&
    context?.seLinuxChangePolicy !== 'Recursive' &&
    saysAnything(options[0]) &&
    areSame(options)
  );
}

function labelFor(levels: readonly SELinuxLevel[], by: 'relabelling' | 'mount'): VolumeLabel {
  const [level] = levels;
  if (level === undefined || !areSame(levels)) return { kind: 'contested' };
  return { kind: 'labelled', label: { type: fileType, level }, by };
}

function areSame(values: readonly unknown[]): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size === 1;
}
