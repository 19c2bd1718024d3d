import { describe, expect, test } from 'vitest';
import type { Layer, QuestionKind, Requirement, Step, Verdict } from '../../checker/index.ts';
import { sectionOf, type Modules } from './section.ts';

interface Asked {
  readonly layer: Layer;
  readonly answer?: Step['answer'];
  readonly reached?: boolean;
  readonly code?: string;
  readonly kind?: QuestionKind;
  readonly ways?: readonly Asked[];
}

const cite = { work: 'capabilities(7)', at: 'a test' };

function step({ layer, answer = 'passes', reached = true, code = 'test/step', kind = 'syscall', ways }: Asked): Step {
  return {
    requirement: { kind, asker: 'kernel', cite, stop: 'EPERM' } as Requirement,
    answer,
    reached,
    layer,
    reason: { code, facts: {}, origins: [], overrode: [], cite },
    stop: 'EPERM',
    ...(ways !== undefined && { ways: ways.map((way) => step({ reached, ...way })) }),
  };
}

function verdictOf(...asked: readonly Asked[]): Verdict {
  return {
    document: 0,
    container: 'api',
    operation: { id: 'raw-socket', parameters: {} },
    decision: 'denied',
    started: true,
    chain: asked.map(step),
  };
}

const node = { appArmor: true, seLinux: false };
const drawn = (verdict: Verdict) => sectionOf(verdict, node);
const states = (verdict: Verdict) => drawn(verdict).seats.map((seat) => seat.state);
const trace = (verdict: Verdict) => drawn(verdict).seats.map((seat) => `${seat.traceIn}>${seat.traceOut}`);

describe('each of the eight seats', () => {
  test('that was not asked says so, and the trace runs past it', () => {
    const verdict = verdictOf();
    expect(states(verdict)).toEqual(Array(8).fill('not-asked'));
    expect(trace(verdict)).toEqual(Array(8).fill('sure>sure'));
    expect(drawn(verdict).spoken).toBe('No layer stopped it');
  });

  test('shows the wall that held, the next that would have, and the one never reached', () => {
    const verdict = verdictOf(
      { layer: 'api-server' },
      { layer: 'kubelet' },
      { layer: 'seccomp', answer: 'stops' },
      { layer: 'capabilities', answer: 'stops', reached: false },
      { layer: 'mounts', reached: false },
    );
    expect(states(verdict)).toEqual([
      'let-through',
      'let-through',
      'stopped',
      'not-asked',
      'not-asked',
      'would-have-stopped',
      'not-asked',
      'not-reached',
    ]);
    expect(trace(verdict).slice(1, 4)).toEqual(['sure>sure', 'sure>none', 'none>none']);
    expect(drawn(verdict).spoken).toBe('seccomp stopped it; capabilities would have stopped it');
  });

  test('that is not known makes the trace uncertain from there on', () => {
    const verdict = verdictOf({ layer: 'seccomp', answer: 'cannot-tell' }, { layer: 'capabilities' });
    expect(states(verdict)[2]).toBe('cannot-tell');
    expect(trace(verdict).slice(1, 6)).toEqual([
      'sure>sure',
      'sure>unsure',
      'unsure>unsure',
      'unsure>unsure',
      'unsure>unsure',
    ]);
    expect(drawn(verdict).spoken).toBe('seccomp: cannot tell');
  });

  test('keeps the doubt when a later wall holds', () => {
    const verdict = verdictOf({ layer: 'seccomp', answer: 'cannot-tell' }, { layer: 'capabilities', answer: 'stops' });
    expect(drawn(verdict).spoken).toBe('capabilities stopped it; seccomp: cannot tell');
    expect(trace(verdict)[5]).toBe('unsure>none');
  });

  test('with several answers shows the most telling', () => {
    const section = drawn(
      verdictOf(
        { layer: 'capabilities' },
        { layer: 'capabilities', answer: 'stops' },
        { layer: 'capabilities', reached: false },
      ),
    );
    expect(section.seats[5]).toMatchObject({ state: 'stopped', word: 'stopped it' });
  });

  test('that let one call through and would have stopped the next says the second', () => {
    const verdict = verdictOf(
      { layer: 'seccomp' },
      { layer: 'dac', answer: 'stops' },
      { layer: 'seccomp', answer: 'stops', reached: false },
    );
    expect(states(verdict)[2]).toBe('would-have-stopped');
  });
});

describe('where one yes is enough', () => {
  const owner: Asked = { layer: 'dac', answer: 'stops' };
  const holds: Asked = { layer: 'capabilities', answer: 'passes' };
  const lacks: Asked = { layer: 'capabilities', answer: 'stops' };
  const seats = (verdict: Verdict) => drawn(verdict).seats.slice(5, 7);

  test('each wall that said no stopped it', () => {
    const verdict = verdictOf({ layer: 'seccomp' }, { ...owner, ways: [owner, lacks] });
    expect(seats(verdict).map(({ state }) => state)).toEqual(['stopped', 'stopped']);
    expect(seats(verdict).map(({ ordinal }) => ordinal)).toEqual([3, 2]);
    expect(drawn(verdict).spoken).toBe('capabilities and user stopped it');
  });

  test('a no is overruled by a yes', () => {
    const verdict = verdictOf({ ...holds, ways: [owner, holds] });
    expect(seats(verdict).map(({ word }) => word)).toEqual(['let it through', 'overruled']);
    expect(trace(verdict).at(-1)).toBe('sure>sure');
    expect(drawn(verdict).spoken).toBe('No layer stopped it; user: overruled');
  });

  test('a wall that says no and then yes let it through', () => {
    const verdict = verdictOf({ ...holds, ways: [owner, lacks, holds] });
    expect(seats(verdict).map(({ state }) => state)).toEqual(['let-through', 'overruled']);
  });

  test('nobody is asked behind the first yes', () => {
    const yes: Asked = { layer: 'dac' };
    expect(seats(verdictOf({ ...yes, ways: [yes, lacks] })).map(({ state }) => state)).toEqual([
      'not-asked',
      'let-through',
    ]);
  });

  test('behind a stop each would have stopped it, or none was reached', () => {
    const hidden = (ways: readonly Asked[], answer: Step['answer']): Verdict =>
      verdictOf({ layer: 'mounts', answer: 'stops' }, { layer: 'dac', answer, reached: false, ways });
    expect(seats(hidden([owner, lacks], 'stops')).map(({ state }) => state)).toEqual([
      'would-have-stopped',
      'would-have-stopped',
    ]);
    expect(seats(hidden([owner, holds], 'passes')).map(({ state }) => state)).toEqual(['not-reached', 'not-reached']);
  });
});

describe('the word is the one of its sentence', () => {
  test('no filter stands there, reached or not', () => {
    const none: Asked = { layer: 'seccomp', code: 'seccomp/no-filter' };
    expect(drawn(verdictOf(none)).seats[2]).toMatchObject({ word: 'none here', traceOut: 'sure' });
    expect(states(verdictOf({ ...none, reached: false }))[2]).toBe('not-there');
    expect(drawn(verdictOf(none, { layer: 'dac' }, { layer: 'capabilities' })).seats[6]?.ordinal).toBe(1);
  });

  test('a file that is hidden is not there, and the trace ends', () => {
    const verdict = verdictOf({ layer: 'mounts', kind: 'file-visible', answer: 'stops' });
    expect(drawn(verdict).seats[7]).toMatchObject({ word: 'no such file', traceOut: 'none' });
    expect(drawn(verdict).spoken).toBe('mounts: no such file');
  });

  test('a capability that another layer refused was asked for, and its set not reached', () => {
    const verdict = verdictOf({ layer: 'user-namespace', kind: 'capability', answer: 'stops' });
    expect(states(verdict).slice(4, 6)).toEqual(['stopped', 'not-reached']);
  });
});

describe('names and order', () => {
  test('the second and fourth wall are named after who answered there', () => {
    const section = drawn(verdictOf({ layer: 'runtime' }, { layer: 'selinux' }));
    expect(section.seats.map((seat) => seat.name)).toEqual([
      'API server',
      'runtime',
      'seccomp',
      'SELinux',
      'user ns',
      'capabilities',
      'user',
      'mounts',
    ]);
  });

  test('the fourth wall takes the name of the node when it was not asked', () => {
    const fourth = (modules: Modules) => sectionOf(verdictOf(), modules).seats[3];
    expect(fourth({ appArmor: false, seLinux: true })).toMatchObject({ name: 'SELinux', state: 'not-asked' });
    expect(fourth({ appArmor: true, seLinux: false })).toMatchObject({ name: 'AppArmor', state: 'not-asked' });
    expect(fourth({ appArmor: false, seLinux: false })).toMatchObject({ name: 'LSM', word: 'none here' });
  });

  test('ordinals stand on the walls only where the kernel asks in another order', () => {
    const usual = drawn(verdictOf({ layer: 'api-server' }, { layer: 'dac' }));
    expect(usual.seats.every((seat) => seat.ordinal === null)).toBe(true);
    const other = drawn(verdictOf({ layer: 'seccomp' }, { layer: 'dac' }, { layer: 'capabilities' }));
    expect(other.seats.map((seat) => seat.ordinal)).toEqual([null, null, null, null, null, 3, 2, null]);
  });
});

test('no wall held where nobody can tell whether the operation came so far', () => {
  const verdict = verdictOf(
    { layer: 'mounts', answer: 'cannot-tell', kind: 'file-visible' },
    { layer: 'dac', answer: 'stops' },
  );
  const { seats, spoken } = drawn({ ...verdict, decision: 'unknown' });
  expect(seats.map(({ state }) => state).slice(6)).toEqual(['would-have-stopped', 'cannot-tell']);
  expect(spoken).not.toContain('user stopped it');
});
