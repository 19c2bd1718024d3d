/** From a call in the checker's words to the words of the program that tries it (`src/guest/operations`). */
import type { Mount, OperationCall, Parameters, Site } from '../checker/index.ts';

type Words = (parameters: Parameters, site: Site) => readonly (string | null)[];

const none: Words = () => [];
const folder: Words = ({ volume }, site) => (volume === undefined ? ['/srv'] : [mountPath(site, volume)]);
const ownFolder: Words = ({ volume }, site) => (volume === undefined ? [] : [mountPath(site, volume)]);
const path: Words = ({ path: written, volume }, site) => [liesOn(site, written, volume) ? String(written) : null];
const program =
  (otherwise: string): Words =>
  ({ path: written }) => [String(written ?? otherwise)];
const helper = program('/usr/libexec/su-helper');
const probe = program('/usr/libexec/net-probe');

const wordsOf: Readonly<Record<string, Words>> = {
  'bind-port': ({ port }) => [String(port)],
  'kill-own-process': ({ signal }) => [String(signal)],
  'chown-foreign-file': folder,
  'chmod-foreign-file': folder,
  'read-foreign-0600': folder,
  'chown-own-file': ownFolder,
  'set-file-caps': ownFolder,
  'write-emptydir': (_parameters, { container }) => [
    container.mounts.find(({ source }) => source === 'emptyDir')?.path ?? null,
  ],
  'read-path': path,
  'write-path': path,
  'setuid-binary': helper,
  'setuid-binary-raw-socket': helper,
  'setuid-binary-chown': (parameters, site) => [...helper(parameters, site), ...folder(parameters, site)],
  'setuid-binary-read': (parameters, site) => [...helper(parameters, site), ...folder(parameters, site)],
  'file-caps-binary': probe,
};

/** Answers the line that tries a call; null where the container has nothing to try it on. */
export function lineFor({ id, parameters }: OperationCall, site: Site): string | null {
  const words = (wordsOf[id] ?? none)(parameters, site);
  return words.includes(null) ? null : [id, ...words].join('\t');
}

function mountPath({ container }: Site, volume: string | number): string | null {
  return container.mounts.find((mount) => mount.volume === volume)?.path ?? null;
}

/** A path with a volume must lie on that volume: a file of another mount is another file. */
function liesOn({ container }: Site, written: string | number | undefined, volume: string | number | undefined) {
  if (volume === undefined) return true;
  const over = container.mounts.filter((mount) => `${String(written)}/`.startsWith(`${mount.path}/`));
  return over.toSorted(byDepth)[0]?.volume === volume;
}

const byDepth = (a: Mount, b: Mount) => b.path.length - a.path.length;
