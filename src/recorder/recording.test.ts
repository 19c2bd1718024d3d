import { describe, expect, it } from 'vitest';
import { defaultWorld } from '../checker/index.ts';
import { capabilitiesOf } from './ground.ts';
import { readRecording, renderRecording, type Recording, type Started } from './recording.ts';

const { tables: _tables, ...world } = defaultWorld;
const started: Started = {
  document: 0,
  name: 'app',
  fate: 'started',
  state: {
    ...{ uid: 0, gid: 0, groups: [0], NoNewPrivs: 0, Seccomp: 0 },
    ...{ CapInh: '0', CapPrm: '1', CapEff: '1', CapBnd: '1', CapAmb: '0' },
  },
  answers: [
    { operation: 'bind-port', parameters: { port: 80 }, result: 'ok', call: 'bind' },
    { operation: 'chroot', parameters: {}, result: 'EPERM', call: 'chroot' },
  ],
};
const recording: Recording = {
  pod: 'kind: Pod # "quoted", and a line to come\nspec: {}\n',
  world,
  made: { date: '2026-11-24', kernel: '6.18.44', runtime: 'runc 1.1.5', libseccomp: '2.5.4', notes: [] },
  containers: [
    { document: 0, name: 'above', fate: 'not-tried', by: 'kubelet', question: 'non-root-verified' },
    { document: 0, name: 'never', fate: 'not-started', words: 'no such "file"' },
    started,
  ],
};

describe('a recording', () => {
  it('is read as it was written', () => {
    expect(readRecording(renderRecording(recording))).toEqual(recording);
  });

  const [answer, ...others] = started.answers;
  it.each([
    ['the kernel it was made on', { made: { ...recording.made, kernel: null } }, 'made.kernel'],
    ['the runtime', { made: { ...recording.made, runtime: '' } }, 'made.runtime'],
    ['its notes', { made: { ...recording.made, notes: null } }, 'made.notes'],
    [
      'the call that decided',
      { containers: [{ ...started, answers: [{ ...answer, call: null }, ...others] }] },
      'the call of bind-port in app',
    ],
  ])('is not read without %s', (_, change, missing) => {
    const text = renderRecording({ ...recording, ...change } as object as Recording);
    expect(() => readRecording(text)).toThrow(missing);
  });

  it('has a line for each answer and each line of the pod', () => {
    const text = renderRecording(recording).split('\n');
    expect(text).toContain('        {"operation":"chroot","parameters":{},"result":"EPERM","call":"chroot"}');
    expect(text).toContain('    "spec: {}",');
  });
});

describe('a mask of /proc/self/status', () => {
  it('names capabilities by their numbers', () => {
    expect(capabilitiesOf('0000000000000000')).toEqual([]);
    expect(capabilitiesOf('0000000000000401')).toEqual(['CAP_CHOWN', 'CAP_NET_BIND_SERVICE']);
    expect(capabilitiesOf('0000010000000000')).toEqual(['CAP_CHECKPOINT_RESTORE']);
  });
});
