/**
 * What is mounted where: the kernel's file systems as containerd mounts them (pkg/oci/mounts.go, defaultMounts), then the
 * pod's volumes. `/dev/shm` belongs to the pod's sandbox and is writable whatever `readOnlyRootFilesystem` says.
 * The pod's own files (/etc/hosts…) come with the volumes; one where the pod mounts something itself is left out.
 */
import type { EffectiveContainer, Mount } from '../checker/index.ts';
import type { OciMount } from './configuration.ts';
import type { Placement } from './placement.ts';

const sealed = ['nosuid', 'noexec', 'nodev'];

/** Answers every mount of a container, in the order in which they are made. */
export function mountsOf(container: EffectiveContainer, placement: Placement): readonly OciMount[] {
  const access = container.privilegedContainer.value ? 'rw' : 'ro';
  return [
    mount('/proc', 'proc', sealed),
    mount('/dev', 'tmpfs', ['nosuid', 'strictatime', 'mode=755', 'size=65536k']),
    mount('/dev/pts', 'devpts', ['nosuid', 'noexec', 'newinstance', 'ptmxmode=0666', 'mode=0620']),
    mount('/dev/mqueue', 'mqueue', sealed),
    mount('/sys', 'sysfs', [...sealed, access]),
    mount('/sys/fs/cgroup', 'cgroup', [...sealed, 'relatime', access]),
    mount('/dev/shm', 'tmpfs', [...sealed, 'mode=1777', 'size=65536k']),
    ...[
      ...container.mounts.map((each) => volumeMount(each, placement)),
      ...podFileMounts(container, placement),
    ].toSorted(outerFirst),
  ];
}

/** No mount hides another that lies inside it, in whatever order they are written (internal/cri/opts, orderedMounts). */
const outerFirst = (a: OciMount, b: OciMount) => a.destination.split('/').length - b.destination.split('/').length;

function mount(destination: string, type: string, options: readonly string[]): OciMount {
  return { destination, type, source: type, options };
}

function volumeMount({ path, volume, readOnly }: Mount, { volumeSources }: Placement): OciMount {
  const source = volumeSources[volume];
  if (source === undefined) throw new Error(`The volume ${volume} has no place on the node.`);
  return bind(path, { source, readOnly });
}

function podFileMounts({ mounts, rootFilesystem }: EffectiveContainer, { podFiles }: Placement): readonly OciMount[] {
  const isRootReadOnly = rootFilesystem.value === 'read-only';
  return Object.entries(podFiles)
    .filter(([path]) => !mounts.some((each) => each.path === path))
    .map(([path, { source, followsRoot }]) => bind(path, { source, readOnly: followsRoot && isRootReadOnly }));
}

function bind(
  destination: string,
  { source, readOnly }: { readonly source: string; readonly readOnly: boolean },
): OciMount {
  return { destination, type: 'bind', source, options: ['rbind', 'rprivate', readOnly ? 'ro' : 'rw'] };
}
