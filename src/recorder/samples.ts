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
  'read-path': (ground) => imageFiles(ground, isPlain),
  'write-path': (ground) => [
    ...imageFiles(ground, isPlain),
    ...imageFiles(ground, isDirectory).map(({ path }) => ({ path: `${path}/new-file` })),
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

function emptyDirs({ container }: Ground): readonly Mount[] {
  return container.mounts.filter(({ source }) => source === 'emptyDir');
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
