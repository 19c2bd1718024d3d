/** What an operation meets in a container: the image's files and the volumes' files under the paths they have there. */
import { idsPerPod } from '../../facts/user-namespaces.ts';
import { contains, mountAt, parentOf } from '../../model/path.ts';
import type { Site } from '../../model/operation.ts';
import { filesOn, imageOf, type FileFacts, type MountedFile } from '../../model/world.ts';

/** Answers the image's file at a path, whether or not a mount covers it. */
export function imageFile(site: Site, path: string): FileFacts | null {
  return filesOfImage(site).find((file) => file.path === path) ?? null;
}

/** Answers where a volume is mounted in the container; null if it is not. */
export function mountPathOf({ container }: Site, volume: string): string | null {
  return container.mounts.find((mount) => mount.volume === volume)?.path ?? null;
}

/** Answers the file that stands at a path of the container as it is mounted; null if the world knows none there, or not which. */
export function fileAt(site: Site, path: string): FileFacts | null {
  const mounted = mountedFileAt(site, path);
  if (mounted !== null) return mounted;
  const mount = mountAt(site.container.mounts, path);
  if (mount === null) return contains('/dev', path) ? null : imageFile(site, path);
  if (mount.partOrigin !== null) return null;
  const found = filesOn(site.world, mount.volume).find((file) => joined(mount.path, file.path) === path);
  if (found !== undefined) return { ...found, path };
  // The kubelet makes an emptyDir with mode 0777 (Kubernetes pkg/volume/emptydir/empty_dir.go, perm).
  return path === mount.path && mount.source === 'emptyDir' ? directory(path, 0o777) : null;
}

/** A mount of the pod's at the same path wins, but the runtime lays /dev/ptmx over what is mounted there (crun, seen with 1.8.1). */
export function mountedFileAt({ container, world }: Site, path: string): MountedFile | null {
  const isCovered = path !== '/dev/ptmx' && container.mounts.some((mount) => mount.path === path);
  return isCovered ? null : (world.tables.mountedFiles.find((file) => file.path === path) ?? null);
}

/** Answers whether a folder stands at a path for certain: it is named, or something below it is. */
export function isFolder(site: Site, path: string): boolean {
  const known = fileAt(site, path);
  if (known !== null) return known.kind === 'directory';
  const { mounts } = site.container;
  const isAbove = (below: string) => below !== path && contains(path, below);
  if (mounts.some((mount) => isAbove(mount.path))) return true;
  return mountAt(mounts, path) === null && filesOfImage(site).some((file) => isAbove(file.path));
}

/**
 * Answers the directory that a new file at `path` would change. In /dev and in a volume it is the nearest one that is known, since
 * missing ones are made on the way; null for one of the image that the world does not name, and for a volume's that nobody knows.
 */
export function directoryFor(site: Site, path: string): FileFacts | null {
  const mount = mountAt(site.container.mounts, path);
  for (let folder = parentOf(path); ; folder = parentOf(folder)) {
    const known = fileAt(site, folder);
    if (known !== null) return known;
    if (folder === '/' || folder === mount?.path || (mount === null && !contains('/dev', folder))) return null;
  }
}

interface Foreign {
  readonly file: FileFacts;
  readonly volume: string | null;
}

/**
 * Answers a file that belongs to somebody else: `foreign-a` or `foreign-b` (`secret-…` where only the owner may read) in the
 * root of a volume, or in /srv of the image. Both exist with different owners, so that one is foreign to every uid. One that is
 * not mapped in the pod's user namespace is nobody's.
 */
export function foreignFile(
  site: Site,
  wanted: {
    readonly name: 'foreign' | 'secret';
    readonly volume: string | undefined;
    /** A program that may be root tries it, so that root's file is not foreign either. */
    readonly through?: FileFacts;
  },
): Foreign | null {
  const { container, world } = site;
  const { uid } = container.user;
  const own = wanted.through === undefined ? [uid.value] : [uid.value, wanted.through.uid];
  const ids = container.userNamespace.value === 'pod' ? idsPerPod : Infinity;
  const volume = wanted.volume ?? null;
  const folder = volume === null ? '/srv' : mountPathOf(site, volume);
  if (folder === null) return null;
  const files = volume === null ? filesOfImage(site) : filesOn(world, volume);
  for (const name of [`${wanted.name}-a`, `${wanted.name}-b`]) {
    const path = joined(folder, name);
    const file = files.find((known) => (volume === null ? known.path === path : known.path === `/${name}`));
    if (file !== undefined && !own.includes(file.uid) && file.uid < ids && file.gid < ids)
      return { file: { ...file, path }, volume };
  }
  return null;
}

function filesOfImage({ container, world }: Site): readonly FileFacts[] {
  return imageOf(world, container.name).files;
}

function joined(folder: string, path: string): string {
  if (path === '/') return folder;
  const tail = path.startsWith('/') ? path : `/${path}`;
  return folder === '/' ? tail : `${folder}${tail}`;
}

function directory(path: string, mode: number): FileFacts {
  return { path, kind: 'directory', uid: 0, gid: 0, mode };
}
