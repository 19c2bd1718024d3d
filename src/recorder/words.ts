/** From a call in the checker's words to the words of the program that tries it (`src/guest/operations`). */
import type { Mount, OperationCall, Parameters } from '../checker/index.ts';
import type { Ground } from './samples.ts';

type Words = (parameters: Parameters, ground: Ground) => readonly (string | null)[];

const none: Words = () => [];
const folder: Words = ({ volume }, ground) => (volume === undefined ? ['/srv'] : [mountPath(ground, volume)]);
const ownFolder: Words = ({ volume }, ground) => (volume === undefined ? [] : [mountPath(ground, volume)]);
const path: Words = ({ path: written, volume }, ground) => [liesOn(ground, written, volume) ? String(written) : null];
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
  'setuid-binary-chown': (parameters, ground) => [...helper(parameters, ground), ...folder(parameters, ground)],
  'setuid-binary-read': (parameters, ground) => [...helper(parameters, ground), ...folder(parameters, ground)],
  'file-caps-binary': probe,
};

/** Answers the line that tries a call; null where the container has nothing to try it on. */
export function lineFor({ id, parameters }: OperationCall, ground: Ground): string | null {
  const words = (wordsOf[id] ?? none)(parameters, ground);
  return words.includes(null) ? null : [id, ...words].join('\t');
}

function mountPath({ container }: Ground, volume: string | number): string | null {
  return container.mounts.find((mount) => mount.volume === volume)?.path ?? null;
}

/** A path with a volume must lie on that volume: a file of another mount is another file. */
function liesOn({ container }: Ground, written: string | number | undefined, volume: string | number | undefined) {
  if (volume === undefined) return true;
  const over = container.mounts.filter((mount) => `${String(written)}/`.startsWith(`${mount.path}/`));
  return over.toSorted(byDepth)[0]?.volume === volume;
}

const byDepth = (a: Mount, b: Mount) => b.path.length - a.path.length;
