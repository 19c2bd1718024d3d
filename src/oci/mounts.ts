/**
 * What is mounted where: the kernel's file systems as containerd mounts them (pkg/oci/mounts.go, defaultMounts), then the
 * pod's volumes. `/dev/shm` belongs to the pod's sandbox and is writable whatever `readOnlyRootFilesystem` says.
 *
 * Left out: /etc/hosts, /etc/hostname, /etc/resolv.conf and the termination log, which no operation asks for.
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
    ...container.mounts.toSorted(outerFirst).map((each) => volumeMount(each, placement)),
  ];
}

/** No mount hides another that lies inside it, in whatever order they are written (internal/cri/opts, orderedMounts). */
const outerFirst = (a: Mount, b: Mount) => a.path.split('/').length - b.path.split('/').length;

function mount(destination: string, type: string, options: readonly string[]): OciMount {
  return { destination, type, source: type, options };
}

function volumeMount({ path, volume, readOnly }: Mount, { volumeSources }: Placement): OciMount {
  const source = volumeSources[volume];
  if (source === undefined) throw new Error(`The volume ${volume} has no place on the node.`);
  return { destination: path, type: 'bind', source, options: ['rbind', 'rprivate', readOnly ? 'ro' : 'rw'] };
}
