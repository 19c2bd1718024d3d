/**
 * Real containers against the model: for every recording the checker says of every operation, of the process's state and of
 * the start what the kernel said. `npm run record` makes the recordings; reading them needs no root.
 */
import { describe, expect, it } from 'vitest';
import { operationIds, operationNamed } from '../../src/checker/index.ts';
import { callsAmiss, differences } from '../../src/recorder/compare.ts';
import type { Recording, Started } from '../../src/recorder/recording.ts';
import { samples } from '../../src/recorder/samples.ts';
import { pod, sourceOf } from '../support/pods.ts';
import { gaps } from './gaps.ts';
import { labTexts, operationSources, podTexts, recordings } from './stored.ts';

const families = operationIds.filter((id) => operationNamed(id)?.operation.id === id && id !== 'start');
const startedIn = ({ containers }: Recording) => containers.filter((each): each is Started => each.fate === 'started');

describe('the recordings of pods', () => {
  it('are there; else: npm run record', () => {
    expect(Object.keys(podTexts)).toContain('runc/restricted');
    expect(Object.keys(recordings)).toContain('runc/restricted');
  });

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

  it.each(Object.keys(podTexts))('%s tries every sample, and nothing else', (name) => {
    expect(callsAmiss(recordingNamed(name), {})).toEqual([]);
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

  it.each(names)('%s tries every sample and what the criteria of its lab ask for', (name) => {
    expect(callsAmiss(recordingNamed(name), labTexts[name]?.calls ?? {})).toEqual([]);
  });
});

describe('the model agrees with', () => {
  it.each(Object.entries(recordings))('%s', (name, recording) => {
    const known = gaps.filter((gap) => gap.recording === name).map(({ difference }) => difference);
    expect(differences(recording)).toEqual(known);
  });
});

describe('a difference is seen', () => {
  // Asked in each test: a folder without it fails by what the recordings are asked, above.
  const honest = () => recordingNamed('runc/restricted');
  const doctored = (change: (container: Started) => Partial<Started>): Recording => ({
    ...honest(),
    containers: startedIn(honest()).map((container) => ({ ...container, ...change(container) })),
  });

  it('in an answer', () => {
    const answers = [{ operation: 'chroot', parameters: {}, result: 'ok', call: 'chroot' }];
    expect(differences(doctored(() => ({ answers })))).toEqual(['app chroot {}: model EPERM, kernel ok']);
  });

  it('in an answer that says there was nothing to try', () => {
    const answers = [{ operation: 'chroot', parameters: {}, result: 'n/a', call: '' }];
    expect(differences(doctored(() => ({ answers })))).toEqual(['app chroot {}: model EPERM, kernel n/a']);
  });

  it('in what was tried', () => {
    const chmod = { operation: 'chmod-foreign-file', parameters: { volume: 'nowhere' }, result: 'ok', call: 'chmod' };
    const recording = doctored(({ answers }) => ({
      answers: [...answers.filter(({ operation }) => operation !== 'raw-socket'), chmod],
    }));
    expect(callsAmiss(recording, { app: [{ id: 'read-path', parameters: { path: '/x' } }] })).toEqual([
      'app left out raw-socket {}',
      'app left out read-path {"path":"/x"}',
      'app tried chmod-foreign-file {"volume":"nowhere"}',
    ]);
  });

  it('in the state', () => {
    const recording = doctored(({ state }) => ({ state: { ...state, CapBnd: '0000000000000001', NoNewPrivs: 0 } }));
    expect(differences(recording)).toEqual([
      'app bounding: model , kernel CAP_CHOWN',
      'app noNewPrivs: model true, kernel false',
    ]);
  });

  it('in the start', () => {
    const containers = [{ document: 0, name: 'app', fate: 'not-started', words: 'no' } as const];
    expect(differences({ ...honest(), containers })).toEqual(['app start: model allowed, recording not-started']);
  });

  it('in a start that the model leaves open', () => {
    const open = sourceOf(pod({ podContext: { sysctls: [{ name: 'kernel.msgmax', value: '1' }] } })).text;
    const world = { ...honest().world, node: { ...honest().world.node, allowedUnsafeSysctls: ['kernel.msgmax'] } };
    const containers = [{ document: 0, name: 'app', fate: 'not-started', words: 'no' } as const];
    const said = [containers, honest().containers].map((each) =>
      differences({ ...honest(), world, pod: open, containers: each }),
    );
    expect(said).toEqual([
      ['app start: model unknown, recording not-started'],
      ['app start: model unknown, recording started'],
    ]);
  });

  it('in the containers', () => {
    expect(differences({ ...honest(), containers: [] })).toEqual(['containers: model 0 app, recording ']);
  });
});

function recordingNamed(name: string): Recording {
  const recording = recordings[name];
  if (recording === undefined) throw new Error(`There is no recording ${name}: npm run record`);
  return recording;
}
