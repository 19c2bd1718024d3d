/** What is tried in every container: each operation with parameters that its world gives something to. */
import type { EffectiveContainer, FileFacts, Mount, OperationCall, Parameters, World } from '../checker/index.ts';

export interface Ground {
  readonly container: EffectiveContainer;
  readonly world: World;
}

type Samples = (ground: Ground) => readonly Parameters[];

const once: Samples = () => [{}];

/** One row for each operation of `src/guest/operations`. */
export const samples: Readonly<Record<string, Samples>> = {
  'bind-port': () => [{ port: 80 }, { port: 1023 }, { port: 8080 }],
  'raw-socket': once,
  'packet-socket': once,
  'netlink-link-set': once,
  'chown-foreign-file': (ground) => [{}, ...onVolumes(ground, 'foreign-a')],
  'chmod-foreign-file': (ground) => [{}, ...onVolumes(ground, 'foreign-a')],
  'chown-own-file': (ground) => [{}, ...onVolumes(ground)],
  'set-file-caps': (ground) => [{}, ...onVolumes(ground)],
  'read-foreign-0600': (ground) => [{}, ...onVolumes(ground, 'secret-a')],
  'read-path': (ground) => [...imageFiles(ground, isPlain), ...mountedFiles(ground, isPlain), ...volumeFiles(ground)],
  'write-path': (ground) => [
    ...imageFiles(ground, isPlain),
    ...mountedFiles(ground, isPlain),
    ...[...imageFiles(ground, isDirectory), ...mountedFiles(ground, isDirectory)].map(inside('new-file')),
    ...volumeFiles(ground),
    { path: '/srv' },
    { path: '/srv/foreign-a/below-a-file' },
    ...emptyDirs(ground).map(({ path, volume }) => ({ path: `${path}/deep/er/new-file`, volume })),
  ],
  'write-rootfs-root-dir': once,
  'write-emptydir': once,
  'mount-tmpfs': once,
  'mknod-char': once,
  chroot: once,
  'setuid-binary': (ground) => imageFiles(ground, isSetuid),
  'setuid-binary-raw-socket': (ground) => imageFiles(ground, isSetuid),
  'setuid-binary-chown': (ground) => eachWithEach(imageFiles(ground, isSetuid), onVolumes(ground, 'foreign-a')),
  'setuid-binary-read': (ground) => eachWithEach(imageFiles(ground, isSetuid), onVolumes(ground, 'secret-a')),
  'file-caps-binary': (ground) => imageFiles(ground, hasCapabilities),
  'kill-other-uid': once,
  'kill-own-process': () => [{ signal: 'HUP' }],
  'setuid-call': once,
  'setgroups-call': once,
  'seccomp-install-filter': once,
};

/** Answers every call to try in a container. */
export function samplesFor(ground: Ground): readonly OperationCall[] {
  return Object.entries(samples).flatMap(([id, sample]) => sample(ground).map((parameters) => ({ id, parameters })));
}

function imageFiles({ container, world }: Ground, wanted: (file: FileFacts) => boolean): readonly { path: string }[] {
  const image = world.images[container.name] ?? world.defaultImage;
  return image.files.filter(wanted).map(({ path }) => ({ path }));
}

/** What the runtime mounts, where no volume lies over it: /dev/ptmx leads into /dev/pts. */
function mountedFiles(ground: Ground, wanted: (file: FileFacts) => boolean): readonly { path: string }[] {
  const covered = ground.container.mounts.map(({ path }) => path);
  const isCovered = (path: string) => covered.includes(path) || (path === '/dev/ptmx' && covered.includes('/dev/pts'));
  const { mountedFiles: files } = ground.world.tables;
  return files.filter((file) => wanted(file) && !isCovered(file.path)).map(({ path }) => ({ path }));
}

const inside =
  (name: string) =>
  ({ path }: { path: string }) => ({ path: path === '/' ? `/${name}` : `${path}/${name}` });

function emptyDirs({ container }: Ground): readonly Mount[] {
  return container.mounts.filter(({ source }) => source === 'emptyDir');
}

/** Plain files below the root of a volume. */
function volumeFiles(ground: Ground): readonly Parameters[] {
  return emptyDirs(ground).flatMap(({ path, volume }) =>
    (ground.world.volumes[volume] ?? [])
      .filter((file) => isPlain(file) && file.path.lastIndexOf('/') > 0)
      .map((file) => ({ path: `${path}${file.path}`, volume })),
  );
}

/** Every mounted emptyDir, or those on which a file lies. */
function onVolumes(ground: Ground, file?: string): readonly Parameters[] {
  return emptyDirs(ground)
    .filter(({ volume }) => file === undefined || ground.world.volumes[volume]?.some(({ path }) => path === `/${file}`))
    .map(({ volume }) => ({ volume }));
}

function eachWithEach(these: readonly Parameters[], those: readonly Parameters[]): readonly Parameters[] {
  return these.flatMap((one) => those.map((other) => ({ ...one, ...other })));
}

const isDirectory = (file: FileFacts) => file.kind === 'directory';
const isSetuid = (file: FileFacts) => file.kind === 'file' && (file.mode & 0o4000) !== 0;
const hasCapabilities = (file: FileFacts) => file.capabilities !== undefined && !isSetuid(file);
const isPlain = (file: FileFacts) => file.kind === 'file' && (file.mode & 0o111) === 0;
