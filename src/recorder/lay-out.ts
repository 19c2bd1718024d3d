/** Makes what a container finds when it starts: its image and its volumes, as the world says. */
import { join } from 'node:path';
import { filesOn, idsPerPod, imageOf, type Site } from '../checker/index.ts';
import type { Placement } from '../oci/placement.ts';
import { run } from './commands.ts';
import { entryProgram, makeFiles, makeRootFileSystem } from './files.ts';
import type { Workshop } from './workshop.ts';

/** Makes the files of a container below the workshop's folder, and answers where they lie. */
export function layOut(
  { container, world }: Site,
  { folder, operate, idmapMount }: Workshop,
): Omit<Placement, 'podName' | 'cgroupsPath'> {
  const rootfs = join(folder, 'rootfs');
  const image = imageOf(world, container.name);
  const known = image.files.map(({ path }) => path);
  const mountPoints = container.mounts
    .filter(({ path }) => !known.includes(path))
    .map(({ path }) => folderOfRoot(path));
  makeRootFileSystem({ root: rootfs, program: operate, files: [...image.files, ...mountPoints] });

  const volumes = [...new Set(container.mounts.map(({ volume }) => volume))];
  const places = volumes.map((volume, index) => [volume, join(folder, `volume-${index}`)] as const);
  for (const [volume, root] of places)
    makeFiles({ root, program: operate, files: [emptyVolume, ...filesOn(world, volume)] });

  const podFolder = join(folder, 'pod-files');
  const ownFiles = world.tables.mountedFiles.filter(({ of }) => of === 'pod');
  makeFiles({ root: podFolder, program: operate, files: ownFiles });

  if (container.userNamespace.value === 'pod')
    for (const root of [rootfs, podFolder, ...places.map(([, place]) => place)])
      run(idmapMount, root, String(userNamespaceStart), String(idsPerPod));
  const volumeSources = Object.fromEntries(places);
  const podFiles = Object.fromEntries(
    ownFiles.map(({ path, followsRoot = false }) => [path, { source: join(podFolder, path), followsRoot }]),
  );
  return { rootfs, args: [entryProgram, 'plan'], volumeSources, podFiles, seccompProfiles: {}, userNamespaceStart };
}

/** A multiple of `idsPerPod`, as the kubelet chooses them, above every user of this machine. */
const userNamespaceStart = 1000 * idsPerPod;

const folderOfRoot = (path: string) => ({ path, kind: 'directory', uid: 0, gid: 0, mode: 0o755 }) as const;

/** The kubelet makes an emptyDir with mode 0777 (pkg/volume/emptydir/empty_dir.go, perm). */
const emptyVolume = { ...folderOfRoot('/'), mode: 0o777 };
