/**
 * Real containers against the model: for every recording the checker says of every operation, of the process's state and of
 * the start what the kernel said. `npm run record` makes the recordings; reading them needs no root.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { operationIds, operationNamed } from '../../src/checker/index.ts';
import { readRecording, type Started } from '../../src/recorder/recording.ts';
import { samples } from '../../src/recorder/samples.ts';
import { differences } from './compare.ts';
import { gaps } from './gaps.ts';

const here = import.meta.dirname;
const folder = join(here, 'recordings');
const inFolder = (pattern: string) => globSync(pattern, { cwd: here }).toSorted();
const nameOf = (file: string) => file.replace(/\.json$/, '');
const read = (name: string) => readRecording(readFileSync(join(folder, `${name}.json`), 'utf8'));

const pods = inFolder('pods/*.yaml').filter((file) => !file.endsWith('.world.yaml'));
const runtimes = ['runc', 'crun'];
const podRecordings = runtimes.flatMap((runtime) => pods.map((file) => `${runtime}/${basename(file, '.yaml')}`));
const recordings = globSync('{runc,crun,labs}/**/*.json', { cwd: folder }).map(nameOf).toSorted();
const families = operationIds.filter((id) => operationNamed(id)?.operation.id === id && id !== 'start');

describe('the recordings', () => {
  it('are one for each pod and runtime, of the pod as it is', () => {
    expect(recordings.filter((name) => !name.startsWith('labs/'))).toEqual(podRecordings.toSorted());
    for (const name of podRecordings)
      expect(read(name).pod, `${name}: npm run record -- ${basename(name)}`).toBe(
        readFileSync(join(here, 'pods', `${basename(name)}.yaml`), 'utf8'),
      );
  });

  it('try every operation that the checker knows', () => {
    expect(Object.keys(samples).toSorted()).toEqual(families.toSorted());
    expect(
      globSync('src/guest/operations/*.c')
        .map((file) => basename(file, '.c'))
        .toSorted(),
    ).toEqual(families.toSorted());
  });

  it('show every operation let past and not let past, where the kernel ever refuses it', () => {
    const answers = podRecordings
      .flatMap((name) => read(name).containers)
      .filter(isStarted)
      .flatMap((each) => each.answers);
    const neverRefused = ['kill-own-process'];
    for (const id of families) {
      const results = new Set(answers.filter(({ operation }) => operation === id).map(({ result }) => result === 'ok'));
      expect([...results].toSorted(), id).toEqual(neverRefused.includes(id) ? [true] : [false, true]);
    }
  });
});

describe('the model agrees with', () => {
  it.each(recordings)('%s', (name) => {
    const known = gaps.filter(({ recording }) => recording === name).map(({ difference }) => difference);
    expect(differences(read(name))).toEqual(known);
  });
});

function isStarted(container: { readonly fate: string }): container is Started {
  return container.fate === 'started';
}
