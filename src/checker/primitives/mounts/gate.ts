import { kubernetes, linux, man, runc } from '../../facts/sources.ts';
import type { Mount } from '../../model/container.ts';
import { contains, isKernelsOwn, leadsToKernel, mountAt, parentOf } from '../../model/path.ts';
import type { Gate } from '../../model/primitive.ts';
import { reasonsOf } from '../../model/reason.ts';
import { filesOn, imageOf, type FileFacts, type MountedFile, type Tables } from '../../model/world.ts';
import type { MountsCodes } from './messages.ts';

const reason = reasonsOf<MountsCodes>();

const citeReadOnly = man('mount(2)', 'MS_RDONLY');
const citeHosts = kubernetes('pkg/kubelet/kubelet_pods.go', 'makeHostsMount');
const citeTerminals = linux('fs/devpts/inode.c', 'devpts_fill_super');
const citeKind = man('open(2)', 'Errors');
const citeCovered = man('mount_namespaces(7)', 'Description');
const citeProc = runc('libcontainer/rootfs_linux.go', 'checkProcMount');

/** Does the file system at the path take writes? Asked where something is created, changed or removed. */
export const writableMount: Gate<'writable-mount'> = ({ path }, { mounts, rootFilesystem }, world) => {
  const isReadOnly = rootFilesystem.value === 'read-only';
  const own = podFileAt(path, mounts, world.tables);
  if (own !== undefined && !(own.followsRoot && isReadOnly)) {
    return { answer: 'passes', layer: 'mounts', reason: reason('mounts/pods-own-file', { path }, [], citeHosts) };
  }
  const mount = own === undefined ? mountAt(mounts, path) : null;
  if (mount !== null && mount.readOnly) {
    const facts = { path, mount: mount.path, volume: mount.volume };
    const origins = [mount.readOnlyOrigin ?? mount.origin];
    return {
      answer: 'stops',
      layer: 'mounts',
      reason: reason('mounts/read-only-volume', facts, origins, citeReadOnly),
    };
  }
  if (mount !== null && isForeignGround(mount, path, filesOn(world, mount.volume))) {
    const facts = { path, volume: mount.volume };
    const open = reason('mounts/volume-not-known', facts, [mount.partOrigin ?? mount.origin], citeReadOnly);
    return { answer: 'cannot-tell', layer: 'mounts', reason: open };
  }
  if (mount === null && (isKernelsOwn(path) || leadsToKernel(path))) {
    const kernels = reason('mounts/kernels-own', { path }, [], citeReadOnly);
    return { answer: 'cannot-tell', layer: 'mounts', reason: kernels };
  }
  if (mount === null && contains('/dev/pts', path)) {
    const terminals = reason('mounts/takes-no-files', { path }, [], citeTerminals);
    return { answer: 'stops', layer: 'mounts', reason: terminals, stop: 'EACCES' };
  }
  if (mount === null && contains('/dev', path)) {
    return { answer: 'passes', layer: 'mounts', reason: reason('mounts/on-dev', { path }, [], citeReadOnly) };
  }
  if (mount === null && isReadOnly) {
    return {
      answer: 'stops',
      layer: 'mounts',
      reason: reason('mounts/read-only-root', { path }, [rootFilesystem.origin], citeReadOnly),
    };
  }
  const origins = [mount === null ? rootFilesystem.origin : mount.origin];
  return { answer: 'passes', layer: 'mounts', reason: reason('mounts/writable', { path }, origins, citeReadOnly) };
};

/** Answers a file that is mounted for the pod: also inside a volume, unless the pod mounts something right there. */
function podFileAt(path: string, mounts: readonly Mount[], { mountedFiles }: Tables): MountedFile | undefined {
  const file = mountedFiles.find((mounted) => mounted.path === path && mounted.of === 'pod');
  return mounts.some((mount) => mount.path === path) ? undefined : file;
}

/** Whose the folders of a volume are is known of the pod's own empty one, and where the world tells of them. */
function isForeignGround(mount: Mount, path: string, files: readonly FileFacts[]): boolean {
  if (mount.partOrigin !== null) return true;
  const inside = path.slice(mount.path.length);
  return mount.source !== 'emptyDir' && !files.some((file) => contains(file.path, inside));
}

/** Is the file the one that is meant: the image's where no volume is named, else the one on that volume? */
export const fileVisible: Gate<'file-visible'> = ({ path, volume }, { mounts }, world) => {
  const mount = podFileAt(path, mounts, world.tables) === undefined ? mountAt(mounts, path) : null;
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

/** What stands at the path is of the wrong kind: asked only where the world knows that it is. */
export const fileKind: Gate<'file-kind'> = ({ path, stands }) => ({
  answer: 'stops',
  layer: 'mounts',
  reason: reason(stands === 'file' ? 'mounts/file-on-the-way' : 'mounts/is-a-folder', { path }, [], citeKind),
});

/**
 * A mount inside a read-only volume needs a folder there already: runc can make none. crun can, since it makes volumes read-only
 * when all is mounted (seen with runc 1.1.5 and crun 1.8.1).
 */
export const mountPointsMade: Gate<'mount-points-made'> = ({ cite }, { mounts, name }, world) => {
  const { files } = imageOf(world, name);
  const onFile = mounts.find((mount) => isFolderOnFile(mount, mounts, files));
  if (onFile !== undefined) {
    const onto = reason('mounts/point-is-a-file', { mount: onFile.path }, [onFile.origin], cite);
    return { answer: 'stops', layer: 'runtime', reason: onto };
  }
  for (const { path, origin } of world.node.ociRuntime === 'runc' ? mounts : []) {
    const outer = mountAt(mounts, parentOf(path));
    if (outer === null || !outer.readOnly || madeByKubelet.includes(outer.source)) continue;
    const inside = path.slice(outer.path.length);
    if (filesOn(world, outer.volume).some((file) => contains(inside, file.path))) continue;
    const facts = { mount: path, outer: outer.path };
    const origins = [origin, outer.readOnlyOrigin ?? outer.origin];
    return {
      answer: 'stops',
      layer: 'runtime',
      reason: reason('mounts/point-in-read-only-volume', facts, origins, cite),
    };
  }
  return { answer: 'passes', layer: 'runtime', reason: reason('mounts/points-made', {}, [], cite) };
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
 * Nodes of /dev that a folder may not stand for: both runtimes open /dev/null (runc reOpenDevNull), and runc puts a link at
 * /dev/ptmx (libcontainer/rootfs_linux.go, setupPtmx). All others are passed over where something stands (seen with runc 1.1.5 and
 * crun 1.8.1).
 */
const nodesOf = { runc: ['/dev/null', '/dev/ptmx'], crun: ['/dev/null'] } as const;

/**
 * Nothing covers the program, or what the runtime mounts itself; and under runc nothing lies inside /proc: "cannot be mounted
 * because it is inside /proc" (libcontainer/rootfs_linux.go, checkProcMount). crun mounts on the folders that are there.
 */
export const entryProgramVisible: Gate<'entry-program-visible'> = ({ cite }, { mounts }, { node }) => {
  const covering = mounts.find(
    ({ path }) =>
      [...entryFolders, ...runtimeFolders].some((folder) => contains(path, folder)) ||
      nodesOf[node.ociRuntime].some((file) => contains(file, path)),
  );
  if (covering !== undefined) {
    const facts = { mount: covering.path };
    return {
      answer: 'stops',
      layer: 'runtime',
      reason: reason('mounts/entry-hidden', facts, [covering.origin], cite),
    };
  }
  const insideProc = node.ociRuntime === 'runc' ? mounts.find(({ path }) => contains('/proc', path)) : undefined;
  if (insideProc !== undefined) {
    const facts = { mount: insideProc.path };
    return {
      answer: 'stops',
      layer: 'runtime',
      reason: reason('mounts/inside-proc', facts, [insideProc.origin], citeProc),
    };
  }
  const perhaps = mounts.find(
    ({ path }) =>
      perhapsEntryFolders.some((folder) => contains(folder, path)) ||
      (isKernelsOwn(path) && !kernelFolders.includes(path)),
  );
  if (perhaps !== undefined) {
    const open = reason('mounts/entry-perhaps-hidden', { mount: perhaps.path }, [perhaps.origin], cite);
    return { answer: 'cannot-tell', layer: 'runtime', reason: open };
  }
  return { answer: 'passes', layer: 'runtime', reason: reason('mounts/entry-visible', {}, [], cite) };
};
