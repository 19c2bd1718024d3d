/** What there is to record: the pods of the conformance tests, or the texts of the labs. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OperationCall, World } from '../checker/index.ts';
import { readData } from '../labs/data-file.ts';
import { LabProblems } from '../labs/problem.ts';
import { labIds, readLab, readMisconceptions } from '../labs/read-lab.ts';
import { worldFile, worldOf } from '../labs/world-file.ts';
import type { PodToRecord } from './pod.ts';

export interface Subject extends PodToRecord {
  /** The word that chooses it on the command line: a pod's name, a lab's id. */
  readonly group: string;
  /** Where its recording is kept. */
  readonly recording: string;
}

export type Runtime = World['node']['ociRuntime'];

/** Answers the pods of `tests/conformance/pods`, each in the world beside it or in the common one. */
export async function podSubjects(root: string, runtime: Runtime): Promise<readonly Subject[]> {
  const folder = join(root, 'tests/conformance');
  const files = (await readdir(join(folder, 'pods'))).filter((file) => !file.endsWith('.world.yaml')).sort();
  return Promise.all(
    files.map(async (file) => {
      const group = file.replace(/\.yaml$/, '');
      const own = join(folder, 'pods', `${group}.world.yaml`);
      return {
        group,
        text: await readFile(join(folder, 'pods', file), 'utf8'),
        world: await readWorld(existsSync(own) ? own : join(folder, 'world.yaml')),
        calls: {},
        recording: join(folder, 'recordings', runtime, `${group}.json`),
      };
    }),
  );
}

/** Answers start, solutions and attempts of every lab, with the calls that its criteria make. */
export async function labSubjects(root: string): Promise<readonly Subject[]> {
  const misconceptions = await readMisconceptions(join(root, 'content/misconceptions'));
  const subjects = [];
  for (const id of await labIds(join(root, 'labs'))) {
    const { definition, start, solutions, attempts } = await readLab(join(root, 'labs', id), misconceptions);
    const calls: Record<string, readonly OperationCall[]> = {};
    for (const { container, operations } of definition.criteria)
      calls[container] = [...(calls[container] ?? []), ...operations];
    const texts = [
      { name: 'start', text: start },
      ...solutions.map(({ name, text }) => ({ name: `solutions/${name}`, text })),
      ...attempts.map(({ name, text }) => ({ name: `attempts/${name}`, text })),
    ];
    const folder = join(root, 'tests/conformance/recordings/labs', id);
    const { world } = definition;
    subjects.push(
      ...texts.map(({ name, text }) => ({ group: id, text, world, calls, recording: join(folder, `${name}.json`) })),
    );
  }
  return subjects;
}

async function readWorld(file: string): Promise<World> {
  const read = readData(worldFile, file, await readFile(file, 'utf8'));
  if ('problems' in read) throw new LabProblems(read.problems);
  return worldOf(read.file.data);
}
