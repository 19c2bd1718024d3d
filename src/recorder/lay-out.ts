/** Makes what a container finds when it starts: its image and its volumes, as the world says. */
import { join } from 'node:path';
import { idsPerPod, type Placement } from '../oci/placement.ts';
import { run } from './commands.ts';
import { entryProgram, makeFiles, makeRootFileSystem } from './files.ts';
import type { Ground } from './samples.ts';
import type { Workshop } from './workshop.ts';

/** Makes the files of a container below the workshop's folder, and answers where they lie. */
export function layOut(
  { container, world }: Ground,
  { folder, operate, idmapMount }: Workshop,
): Omit<Placement, 'podName' | 'cgroupsPath'> {
  const rootfs = join(folder, 'rootfs');
  const image = world.images[container.name] ?? world.defaultImage;
  const known = image.files.map(({ path }) => path);
  const mountPoints = container.mounts
    .filter(({ path }) => !known.includes(path))
    .map(({ path }) => folderOfRoot(path));
  makeRootFileSystem({ root: rootfs, program: operate, files: [...image.files, ...mountPoints] });

  const volumes = [...new Set(container.mounts.map(({ volume }) => volume))];
  const places = volumes.map((volume, index) => [volume, join(folder, `volume-${index}`)] as const);
  for (const [volume, root] of places)
    makeFiles({ root, program: operate, files: [emptyVolume, ...(world.volumes[volume] ?? [])] });

  if (container.userNamespace.value === 'pod')
    for (const root of [rootfs, ...places.map(([, place]) => place)])
      run(idmapMount, root, String(userNamespaceStart), String(idsPerPod));
  const volumeSources = Object.fromEntries(places);
  return { rootfs, args: [entryProgram, 'plan'], volumeSources, seccompProfiles: {}, userNamespaceStart };
}

/** A multiple of `idsPerPod`, as the kubelet chooses them, above every user of this machine. */
const userNamespaceStart = 1000 * idsPerPod;

const folderOfRoot = (path: string) => ({ path, kind: 'directory', uid: 0, gid: 0, mode: 0o755 }) as const;

/** The kubelet makes an emptyDir with mode 0777 (pkg/volume/emptydir/empty_dir.go, perm). */
const emptyVolume = { ...folderOfRoot('/'), mode: 0o777 };
