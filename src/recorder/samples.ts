/** What is tried in every container: each operation with parameters that its world gives something to. */
import {
  filesOn,
  imageOf,
  type FileFacts,
  type Mount,
  type OperationCall,
  type Parameters,
  type Site,
} from '../checker/index.ts';

type Samples = (site: Site) => readonly Parameters[];

const once: Samples = () => [{}];

/** One row for each operation of `src/guest/operations`. */
export const samples: Readonly<Record<string, Samples>> = {
  'bind-port': () => [{ port: 80 }, { port: 1023 }, { port: 8080 }],
  'raw-socket': once,
  'packet-socket': once,
  'netlink-link-set': once,
  'chown-foreign-file': (site) => [{}, ...onVolumes(site, 'foreign-a')],
  'chmod-foreign-file': (site) => [{}, ...onVolumes(site, 'foreign-a')],
  'chown-own-file': (site) => [{}, ...onVolumes(site)],
  'set-file-caps': (site) => [{}, ...onVolumes(site)],
  'read-foreign-0600': (site) => [{}, ...onVolumes(site, 'secret-a')],
  'read-path': (site) => [...imageFiles(site, isPlain), ...mountedFiles(site, isPlain), ...volumeFiles(site)],
  'write-path': (site) => [
    ...imageFiles(site, isPlain),
    ...mountedFiles(site, isPlain),
    ...[...imageFiles(site, isDirectory), ...mountedFiles(site, isDirectory)].map(inside('new-file')),
    ...volumeFiles(site),
    { path: '/srv' },
    { path: '/srv/foreign-a/below-a-file' },
    ...emptyDirs(site).map(({ path, volume }) => ({ path: `${path}/deep/er/new-file`, volume })),
  ],
  'write-rootfs-root-dir': once,
  'write-emptydir': once,
  'mount-tmpfs': once,
  'mknod-char': once,
  chroot: once,
  'setuid-binary': (site) => imageFiles(site, isSetuid),
  'setuid-binary-raw-socket': (site) => imageFiles(site, isSetuid),
  'setuid-binary-chown': (site) => eachWithEach(imageFiles(site, isSetuid), onVolumes(site, 'foreign-a')),
  'setuid-binary-read': (site) => eachWithEach(imageFiles(site, isSetuid), onVolumes(site, 'secret-a')),
  'file-caps-binary': (site) => imageFiles(site, hasCapabilities),
  'kill-other-uid': once,
  'kill-own-process': () => [{ signal: 'HUP' }],
  'setuid-call': once,
  'setgroups-call': once,
  'seccomp-install-filter': once,
};

/** Answers every call that a recording of a container tries, once each: the samples, and what a lab asks for. */
export function callsFor(site: Site, asked: readonly OperationCall[]): readonly OperationCall[] {
  return [...new Map([...samplesFor(site), ...asked].map((call) => [JSON.stringify(call), call])).values()];
}

/** Answers the samples of a container. */
export function samplesFor(site: Site): readonly OperationCall[] {
  return Object.entries(samples).flatMap(([id, sample]) => sample(site).map((parameters) => ({ id, parameters })));
}

function imageFiles({ container, world }: Site, wanted: (file: FileFacts) => boolean): readonly { path: string }[] {
  return imageOf(world, container.name)
    .files.filter(wanted)
    .map(({ path }) => ({ path }));
}

/** What the runtime mounts, where no volume lies over it: /dev/ptmx leads into /dev/pts. */
function mountedFiles(site: Site, wanted: (file: FileFacts) => boolean): readonly { path: string }[] {
  const covered = site.container.mounts.map(({ path }) => path);
  const isCovered = (path: string) => covered.includes(path) || (path === '/dev/ptmx' && covered.includes('/dev/pts'));
  const { mountedFiles: files } = site.world.tables;
  return files.filter((file) => wanted(file) && !isCovered(file.path)).map(({ path }) => ({ path }));
}

const inside =
  (name: string) =>
  ({ path }: { path: string }) => ({ path: path === '/' ? `/${name}` : `${path}/${name}` });

function emptyDirs({ container }: Site): readonly Mount[] {
  return container.mounts.filter(({ source }) => source === 'emptyDir');
}

/** Plain files below the root of a volume. */
function volumeFiles(site: Site): readonly Parameters[] {
  return emptyDirs(site).flatMap(({ path, volume }) =>
    filesOn(site.world, volume)
      .filter((file) => isPlain(file) && file.path.lastIndexOf('/') > 0)
      .map((file) => ({ path: `${path}${file.path}`, volume })),
  );
}

/** Every mounted emptyDir, or those on which a file lies. */
function onVolumes(site: Site, file?: string): readonly Parameters[] {
  return emptyDirs(site)
    .filter(({ volume }) => file === undefined || filesOn(site.world, volume).some(({ path }) => path === `/${file}`))
    .map(({ volume }) => ({ volume }));
}

function eachWithEach(these: readonly Parameters[], those: readonly Parameters[]): readonly Parameters[] {
  return these.flatMap((one) => those.map((other) => ({ ...one, ...other })));
}

const isDirectory = (file: FileFacts) => file.kind === 'directory';
const isSetuid = (file: FileFacts) => file.kind === 'file' && (file.mode & 0o4000) !== 0;
const hasCapabilities = (file: FileFacts) => file.capabilities !== undefined && !isSetuid(file);
const isPlain = (file: FileFacts) => file.kind === 'file' && (file.mode & 0o111) === 0;
