/**
 * Real containers against the model: for every recording the checker says of every operation, of the process's state and of
 * the start what the kernel said. `npm run record` makes the recordings; reading them needs no root.
 */
import { describe, expect, it } from 'vitest';
import { operationIds, operationNamed } from '../../src/checker/index.ts';
import type { Recording, Started } from '../../src/recorder/recording.ts';
import { samples } from '../../src/recorder/samples.ts';
import { pod, sourceOf } from '../support/pods.ts';
import { differences } from './compare.ts';
import { gaps } from './gaps.ts';
import { labTexts, operationSources, podTexts, recordings } from './stored.ts';

const families = operationIds.filter((id) => operationNamed(id)?.operation.id === id && id !== 'start');
const startedIn = ({ containers }: Recording) => containers.filter((each): each is Started => each.fate === 'started');

describe('the recordings of pods', () => {
  it('are one for each pod and runtime', () => {
    const names = Object.keys(recordings).filter((name) => !name.startsWith('labs/'));
    expect(names.toSorted()).toEqual(Object.keys(podTexts).toSorted());
  });

  it.each(Object.entries(podTexts))('%s is of the pod as it is; else: npm run record', (name, text) => {
    expect(recordings[name]?.pod).toBe(text);
  });

  it('try every operation that the checker knows', () => {
    expect(Object.keys(samples).toSorted()).toEqual(families.toSorted());
    expect(operationSources).toEqual(families.toSorted());
  });

  it('show every operation let past and not let past, where the kernel ever refuses it', () => {
    const answers = Object.keys(podTexts).flatMap((name) =>
      startedIn(recordingNamed(name)).flatMap((each) => each.answers),
    );
    const neverRefused = ['kill-own-process'];
    for (const id of families) {
      const results = new Set(answers.filter(({ operation }) => operation === id).map(({ result }) => result === 'ok'));
      expect([...results].toSorted(), id).toEqual(neverRefused.includes(id) ? [true] : [false, true]);
    }
  });
});

// A lab may come from a machine that cannot record; but what is recorded of it has to be true of it.
describe('the recordings of labs', () => {
  const names = Object.keys(recordings).filter((name) => name.startsWith('labs/'));

  it.each(names)('%s is of a text as it is; else: npm run record -- --labs, or delete it', (name) => {
    expect(recordings[name]?.pod).toBe(labTexts[name]?.text);
  });

  it.each(names)('%s tries what the criteria of its lab ask for', (name) => {
    for (const { name: container, answers } of startedIn(recordingNamed(name))) {
      const tried = answers.map(({ operation: id, parameters }) => ({ id, parameters }));
      expect(tried).toEqual(expect.arrayContaining([...(labTexts[name]?.calls[container] ?? [])]));
    }
  });
});

describe('the model agrees with', () => {
  it.each(Object.entries(recordings))('%s', (name, recording) => {
    const known = gaps.filter((gap) => gap.recording === name).map(({ difference }) => difference);
    expect(differences(recording)).toEqual(known);
  });
});

describe('a difference is seen', () => {
  const honest = recordingNamed('runc/restricted');
  const [container] = startedIn(honest);
  const doctored = (change: Partial<Started>): Recording => ({
    ...honest,
    containers: container === undefined ? [] : [{ ...container, ...change }],
  });

  it('in an answer', () => {
    const answers = [{ operation: 'chroot', parameters: {}, result: 'ok', call: 'chroot' }];
    expect(differences(doctored({ answers }))).toEqual(['app chroot {}: model EPERM, kernel ok']);
  });

  it('in the state', () => {
    const state = { ...container?.state, CapBnd: '0000000000000001', NoNewPrivs: 0 } as Started['state'];
    expect(differences(doctored({ state }))).toEqual([
      'app bounding: model , kernel CAP_CHOWN',
      'app noNewPrivs: model true, kernel false',
    ]);
  });

  it('in the start', () => {
    const containers = [{ document: 0, name: 'app', fate: 'not-started', words: 'no' } as const];
    expect(differences({ ...honest, containers })).toEqual(['app start: model allowed, recording not-started']);
  });

  it('in a start that the model leaves open', () => {
    const open = sourceOf(pod({ podContext: { sysctls: [{ name: 'kernel.msgmax', value: '1' }] } })).text;
    const world = { ...honest.world, node: { ...honest.world.node, allowedUnsafeSysctls: ['kernel.msgmax'] } };
    const containers = [{ document: 0, name: 'app', fate: 'not-started', words: 'no' } as const];
    const said = [containers, honest.containers].map((each) =>
      differences({ ...honest, world, pod: open, containers: each }),
    );
    expect(said).toEqual([
      ['app start: model unknown, recording not-started'],
      ['app start: model unknown, recording started'],
    ]);
  });

  it('in the containers', () => {
    expect(differences({ ...honest, containers: [] })).toEqual(['containers: model 0 app, recording ']);
  });
});

function recordingNamed(name: string): Recording {
  const recording = recordings[name];
  if (recording === undefined) throw new Error(`There is no recording ${name}: npm run record`);
  return recording;
}
