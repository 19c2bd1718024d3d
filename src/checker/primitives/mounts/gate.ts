import { man, runc } from '../../facts/sources.ts';
import type { Mount } from '../../model/container.ts';
import { contains, isKernelsOwn, mountAt, parentOf } from '../../model/path.ts';
import type { Gate } from '../../model/primitive.ts';
import { reasonsOf } from '../../model/reason.ts';
import type { FileFacts } from '../../model/world.ts';
import type { MountsCodes } from './messages.ts';

const reason = reasonsOf<MountsCodes>();

const citeReadOnly = man('mount(2)', 'MS_RDONLY');
const citeCovered = man('mount_namespaces(7)', 'Description');
const citeMountPoint = runc('libcontainer/rootfs_linux.go', 'createMountpoint');
const citeRootfs = runc('libcontainer/rootfs_linux.go', 'checkProcMount');

/** Does the file system at the path take writes? Asked where something is created, changed or removed. */
export const writableMount: Gate<'writable-mount'> = ({ path }, { mounts, rootFilesystem }, { volumes }) => {
  const mount = mountAt(mounts, path);
  if (mount !== null && mount.readOnly) {
    const facts = { path, mount: mount.path, volume: mount.volume };
    const origins = [mount.readOnlyOrigin ?? mount.origin];
    return {
      answer: 'stops',
      layer: 'mounts',
      reason: reason('mounts/read-only-volume', facts, origins, citeReadOnly),
    };
  }
  if (mount !== null && isForeignGround(mount, path, volumes[mount.volume])) {
    const facts = { path, volume: mount.volume };
    const open = reason('mounts/volume-not-known', facts, [mount.partOrigin ?? mount.origin], citeReadOnly);
    return { answer: 'cannot-tell', layer: 'mounts', reason: open };
  }
  if (mount === null && contains('/dev', path)) {
    return { answer: 'passes', layer: 'mounts', reason: reason('mounts/on-dev', { path }, [], citeReadOnly) };
  }
  if (mount === null && isKernelsOwn(path)) {
    const kernels = reason('mounts/kernels-own', { path }, [], citeReadOnly);
    return { answer: 'cannot-tell', layer: 'mounts', reason: kernels };
  }
  if (mount === null && rootFilesystem.value === 'read-only') {
    return {
      answer: 'stops',
      layer: 'mounts',
      reason: reason('mounts/read-only-root', { path }, [rootFilesystem.origin], citeReadOnly),
    };
  }
  const origins = [mount === null ? rootFilesystem.origin : mount.origin];
  return { answer: 'passes', layer: 'mounts', reason: reason('mounts/writable', { path }, origins, citeReadOnly) };
};

/** Whose the folders of a volume are is known of the pod's own empty one, and where the world tells of them. */
function isForeignGround(mount: Mount, path: string, files: readonly FileFacts[] = []): boolean {
  if (mount.partOrigin !== null) return true;
  const inside = path.slice(mount.path.length);
  return mount.source !== 'emptyDir' && !files.some((file) => contains(file.path, inside));
}

/** Is the file the one that is meant: the image's where no volume is named, else the one on that volume? */
export const fileVisible: Gate<'file-visible'> = ({ path, volume }, { mounts }) => {
  const mount = mountAt(mounts, path);
  if (mount !== null && mount.volume === volume && mount.partOrigin !== null) {
    const open = reason('mounts/volume-not-known', { path, volume }, [mount.partOrigin], citeCovered);
    return { answer: 'cannot-tell', layer: 'mounts', reason: open };
  }
  if ((mount?.volume ?? null) === volume) {
    const origins = mount === null ? [] : [mount.origin];
    return { answer: 'passes', layer: 'mounts', reason: reason('mounts/visible', { path }, origins, citeCovered) };
  }
  if (mount !== null) {
    const facts = { path, mount: mount.path };
    return { answer: 'stops', layer: 'mounts', reason: reason('mounts/hidden', facts, [mount.origin], citeCovered) };
  }
  const facts = { path, volume: volume ?? '' };
  return { answer: 'stops', layer: 'mounts', reason: reason('mounts/not-mounted', facts, [], citeCovered) };
};

/**
 * A mount inside a read-only volume needs a folder there already: runc can make none. crun can, since it makes volumes read-only
 * when all is mounted (seen with runc 1.1.5 and crun 1.8.1).
 */
export const mountPointsMade: Gate<'mount-points-made'> = (
  _asked,
  container,
  { node, volumes, images, defaultImage },
) => {
  const { mounts, name } = container;
  const { files } = images[name] ?? defaultImage;
  const onFile = mounts.find((mount) => isFolderOnFile(mount, mounts, files));
  if (onFile !== undefined) {
    const onto = reason('mounts/point-is-a-file', { mount: onFile.path }, [onFile.origin], citeMountPoint);
    return { answer: 'stops', layer: 'runtime', reason: onto };
  }
  for (const { path, origin } of node.ociRuntime === 'runc' ? mounts : []) {
    const outer = mountAt(mounts, parentOf(path));
    if (outer === null || !outer.readOnly || madeByKubelet.includes(outer.source)) continue;
    const inside = path.slice(outer.path.length);
    if (volumes[outer.volume]?.some((file) => contains(inside, file.path))) continue;
    const facts = { mount: path, outer: outer.path };
    const origins = [origin, outer.readOnlyOrigin ?? outer.origin];
    return {
      answer: 'stops',
      layer: 'runtime',
      reason: reason('mounts/point-in-read-only-volume', facts, origins, citeMountPoint),
    };
  }
  return { answer: 'passes', layer: 'runtime', reason: reason('mounts/points-made', {}, [], citeMountPoint) };
};

/** Volumes that the kubelet fills, with a folder for each mount inside (Kubernetes pkg/volume/util/nested_volumes.go). */
const madeByKubelet: readonly string[] = ['configMap', 'secret', 'downwardAPI', 'projected'];

/** A volume is a folder, and so must be what it is mounted on; a part of one, or what a hostPath leads to, may be a file. */
function isFolderOnFile({ path, source, partOrigin }: Mount, mounts: readonly Mount[], files: readonly FileFacts[]) {
  if (partOrigin !== null || source === 'hostPath' || mountAt(mounts, parentOf(path)) !== null) return false;
  return files.some((file) => file.kind === 'file' && contains(file.path, path));
}

/** What every image needs to run, and what the runtime mounts itself. */
const entryFolders = ['/usr/bin', '/usr/lib'];
const runtimeFolders = ['/proc', '/dev', '/sys'];
/** Where links of most images lead to the entry folders, and others keep what they need. */
const perhapsEntryFolders = [...entryFolders, '/bin', '/sbin', '/lib', '/lib64'];
/** Folders of the kernel's own that every node has and that nothing masks. */
const kernelFolders = ['/proc/tty', '/proc/driver', '/sys/kernel', '/sys/fs/cgroup'];

/**
 * Nothing covers the program, or what the runtime mounts itself; and under runc nothing lies inside /proc: "cannot be mounted
 * because it is inside /proc" (libcontainer/rootfs_linux.go, checkProcMount). crun mounts on the folders that are there.
 */
export const entryProgramVisible: Gate<'entry-program-visible'> = (_asked, { mounts }, { node }) => {
  const covering = mounts.find(
    ({ path }) =>
      entryFolders.some((folder) => contains(path, folder)) || runtimeFolders.some((folder) => contains(path, folder)),
  );
  if (covering !== undefined) {
    const facts = { mount: covering.path };
    return {
      answer: 'stops',
      layer: 'runtime',
      reason: reason('mounts/entry-hidden', facts, [covering.origin], citeRootfs),
    };
  }
  const insideProc = node.ociRuntime === 'runc' ? mounts.find(({ path }) => contains('/proc', path)) : undefined;
  if (insideProc !== undefined) {
    const facts = { mount: insideProc.path };
    return {
      answer: 'stops',
      layer: 'runtime',
      reason: reason('mounts/inside-proc', facts, [insideProc.origin], citeRootfs),
    };
  }
  const perhaps = mounts.find(
    ({ path }) =>
      perhapsEntryFolders.some((folder) => contains(folder, path)) ||
      (isKernelsOwn(path) && !kernelFolders.includes(path)),
  );
  if (perhaps !== undefined) {
    const open = reason('mounts/entry-perhaps-hidden', { mount: perhaps.path }, [perhaps.origin], citeRootfs);
    return { answer: 'cannot-tell', layer: 'runtime', reason: open };
  }
  return { answer: 'passes', layer: 'runtime', reason: reason('mounts/entry-visible', {}, [], citeRootfs) };
};
