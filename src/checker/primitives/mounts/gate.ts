import { man, runc } from '../../facts/sources.ts';
import { contains, isKernelsOwn, mountAt, parentOf } from '../../model/path.ts';
import type { Gate } from '../../model/primitive.ts';
import { reasonsOf } from '../../model/reason.ts';
import type { MountsCodes } from './messages.ts';

const reason = reasonsOf<MountsCodes>();

const citeReadOnly = man('mount(2)', 'MS_RDONLY');
const citeCovered = man('mount_namespaces(7)', 'Description');
const citeMountPoint = runc('libcontainer/rootfs_linux.go', 'createMountpoint');
const citeRootfs = runc('libcontainer/rootfs_linux.go', 'checkProcMount');

/** Does the file system at the path take writes? Asked where something is created, changed or removed. */
export const writableMount: Gate<'writable-mount'> = ({ path }, { mounts, rootFilesystem }) => {
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

/** Is the file the one that is meant: the image's where no volume is named, else the one on that volume? */
export const fileVisible: Gate<'file-visible'> = ({ path, volume }, { mounts }) => {
  const mount = mountAt(mounts, path);
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
export const mountPointsMade: Gate<'mount-points-made'> = (_asked, { mounts }, { node, volumes }) => {
  for (const { path, origin } of node.ociRuntime === 'runc' ? mounts : []) {
    const outer = mountAt(mounts, parentOf(path));
    if (outer === null || !outer.readOnly) continue;
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

/** What every image needs to run, and what the runtime mounts itself. */
const entryFolders = ['/usr/bin', '/usr/lib'];
const runtimeFolders = ['/proc', '/dev', '/sys'];

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
  return { answer: 'passes', layer: 'runtime', reason: reason('mounts/entry-visible', {}, [], citeRootfs) };
};
