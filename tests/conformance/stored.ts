/** What lies on the disk: the recordings, and the texts that they are of. Names are paths under `recordings/`, without `.json`. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { OperationCall } from '../../src/checker/index.ts';
import { readRecording, type Recording } from '../../src/recorder/recording.ts';
import { labSubjects } from '../../src/recorder/subjects.ts';

const here = import.meta.dirname;
const root = join(here, '../..');
const folder = join(here, 'recordings');
const read = (file: string) => readFileSync(file, 'utf8');
const nameOf = (file: string) =>
  file
    .slice(folder.length + 1)
    .replace(/\.json$/, '')
    .replaceAll('\\', '/');

export const recordings: Readonly<Record<string, Recording>> = Object.fromEntries(
  globSync(join(folder, '**/*.json'))
    .toSorted()
    .map((file) => [nameOf(file), readRecording(read(file))]),
);

/** The text of each pod, once for each runtime. */
export const podTexts: Readonly<Record<string, string>> = Object.fromEntries(
  globSync(join(here, 'pods/*.yaml'))
    .filter((file) => !file.endsWith('.world.yaml'))
    .flatMap((file) => ['runc', 'crun'].map((runtime) => [`${runtime}/${basename(file, '.yaml')}`, read(file)])),
);

interface LabText {
  readonly text: string;
  /** What the criteria ask for, by container. */
  readonly calls: Readonly<Record<string, readonly OperationCall[]>>;
}

export const labTexts: Readonly<Record<string, LabText>> = Object.fromEntries(
  (await labSubjects(root)).map(({ recording, text, calls }) => [nameOf(recording), { text, calls }]),
);

/** The ids of the operations that are written in C. */
export const operationSources: readonly string[] = globSync(join(root, 'src/guest/operations/*.c'))
  .map((file) => basename(file, '.c'))
  .toSorted();
