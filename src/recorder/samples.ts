/** What is tried in every container: each operation with parameters that its world gives something to. */
import type { EffectiveContainer, FileFacts, ImageFacts, OperationCall, Parameters, World } from '../checker/index.ts';

export interface Ground {
  readonly container: EffectiveContainer;
  readonly world: World;
}

type Samples = (ground: Ground) => readonly Parameters[];

const once: Samples = () => [{}];
const here = { image: imageOf, programs, volumes: mountedVolumes };

/** One row for each operation of `src/guest/operations`. */
export const samples: Readonly<Record<string, Samples>> = {
  'bind-port': () => [{ port: 80 }, { port: 1023 }, { port: 8080 }],
  'raw-socket': once,
  'packet-socket': once,
  'netlink-link-set': once,
  'chown-foreign-file': withAndWithoutVolume,
  'chmod-foreign-file': withAndWithoutVolume,
  'chown-own-file': withAndWithoutVolume,
  'set-file-caps': withAndWithoutVolume,
  'read-foreign-0600': withAndWithoutVolume,
  'read-path': (ground) =>
    here
      .image(ground)
      .files.filter(isPlain)
      .map(({ path }) => ({ path })),
  'write-path': (ground) => [
    ...here
      .image(ground)
      .files.filter(isPlain)
      .map(({ path }) => ({ path })),
    ...here
      .image(ground)
      .files.filter(isDirectory)
      .map(({ path }) => ({ path: `${path}/new-file` })),
    ...here.volumes(ground).map(({ path, volume }) => ({ path: `${path}/new-file`, volume })),
  ],
  'write-rootfs-root-dir': once,
  'write-emptydir': once,
  'mount-tmpfs': once,
  'mknod-char': once,
  chroot: once,
  'setuid-binary': (ground) => here.programs(ground, isSetuid),
  'setuid-binary-raw-socket': (ground) => here.programs(ground, isSetuid),
  'setuid-binary-chown': (ground) => withVolumes(ground, here.programs(ground, isSetuid)),
  'setuid-binary-read': (ground) => withVolumes(ground, here.programs(ground, isSetuid)),
  'file-caps-binary': (ground) => here.programs(ground, hasCapabilities),
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

function imageOf({ container, world }: Ground): ImageFacts {
  return world.images[container.name] ?? world.defaultImage;
}

function programs(ground: Ground, wanted: (file: FileFacts) => boolean): readonly Parameters[] {
  return imageOf(ground)
    .files.filter(wanted)
    .map(({ path }) => ({ path }));
}

function mountedVolumes({ container }: Ground) {
  return container.mounts.filter(({ source }) => source === 'emptyDir');
}

function withAndWithoutVolume(ground: Ground): readonly Parameters[] {
  return [{}, ...withVolumes(ground, [{}])];
}

function withVolumes(ground: Ground, each: readonly Parameters[]): readonly Parameters[] {
  const listed = mountedVolumes(ground).filter(({ volume }) => ground.world.volumes[volume] !== undefined);
  return listed.flatMap(({ volume }) => each.map((parameters) => ({ ...parameters, volume })));
}

const isDirectory = (file: FileFacts) => file.kind === 'directory';
const isSetuid = (file: FileFacts) => file.kind === 'file' && (file.mode & 0o4000) !== 0;
const hasCapabilities = (file: FileFacts) => file.capabilities !== undefined && !isSetuid(file);
const isPlain = (file: FileFacts) => file.kind === 'file' && (file.mode & 0o111) === 0;
