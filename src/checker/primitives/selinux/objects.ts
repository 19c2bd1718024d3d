/** Which label stands at a path of a container. */
import { kernelFolders, kernelTypes } from '../../facts/selinux-labels.ts';
import type { EffectiveContainer, Mount } from '../../model/container.ts';
import { contains, mountAt } from '../../model/path.ts';
import type { ObjectLabel, SELinux, SELinuxWorld, VolumeLabel } from '../../model/selinux.ts';

export type LabelledContainer = Pick<EffectiveContainer, 'mounts' | 'hostNamespaces'> & { readonly seLinux: SELinux };

/** A label, or why nobody can say which. */
export type FoundLabel = ObjectLabel | 'not-known' | 'contested';

/** What containerd itself mounts for all containers of a pod, and relabels (internal/cri/server/container_create.go, linuxContainerMounts). */
const sharedPaths: readonly string[] = ['/dev/shm', '/etc/hosts', '/etc/hostname', '/etc/resolv.conf'];

export function labelAt(container: LabelledContainer, path: string, world: SELinuxWorld): FoundLabel {
  const { mounts, seLinux, hostNamespaces } = container;
  const mount = mountAt(mounts, path);
  if (mount !== null) return labelOn(mount, { seLinux, path, world });
  if (sharedPaths.some((shared) => contains(shared, path))) {
    // The node's own /dev/shm is not relabelled (linuxContainerMounts: `SelinuxRelabel: sandboxDevShm != devShm`).
    if (hostNamespaces.ipc.value === 'node' && contains('/dev/shm', path)) return ofNode('tmpfs_t');
    return labelOf(seLinux.shared);
  }
  return kernelLabel(path) ?? seLinux.files?.value ?? 'not-known';
}

interface Sight {
  readonly seLinux: SELinux;
  readonly path: string;
  readonly world: SELinuxWorld;
}

function labelOn(mount: Mount, { seLinux, path, world }: Sight): FoundLabel {
  const label = Object.hasOwn(seLinux.volumes, mount.volume) ? seLinux.volumes[mount.volume] : undefined;
  if (label === undefined || label.kind !== 'kept') return labelOf(label ?? { kind: 'not-known' });
  if (mount.partOrigin !== null || !Object.hasOwn(world.volumes, mount.volume)) return 'not-known';
  const named = world.volumes[mount.volume]?.find(
    (file) => (file.path === '/' ? mount.path : mount.path + file.path) === path,
  );
  return labelFrom(named?.seLinuxLabel);
}

function labelOf(label: VolumeLabel): FoundLabel {
  if (label.kind === 'labelled') return label.label;
  return label.kind === 'contested' ? 'contested' : 'not-known';
}

/** `system_u:object_r:etc_t:s0`: the level is all that stands behind the type. */
function labelFrom(text: string | undefined): FoundLabel {
  const [, , type, ...level] = text?.split(':') ?? [];
  return type === undefined ? 'not-known' : { type, level: { kind: 'written', text: level.join(':') || 's0' } };
}

function kernelLabel(path: string): FoundLabel | null {
  const folder = kernelFolders[path];
  if (folder !== undefined) return ofNode(folder);
  const found = kernelTypes.find(([above]) => contains(above, path));
  if (found === undefined) return null;
  return found[1] === null ? 'not-known' : ofNode(found[1]);
}

function ofNode(type: string): ObjectLabel {
  return { type, level: { kind: 'written', text: 's0' } };
}
