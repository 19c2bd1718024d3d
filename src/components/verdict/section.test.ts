import { describe, expect, test } from 'vitest';
import type { Layer, Step, Verdict } from '../../checker/index.ts';
import { sectionOf } from './section.ts';

interface Asked {
  readonly layer: Layer;
  readonly answer?: Step['answer'];
  readonly reached?: boolean;
}

const cite = { work: 'capabilities(7)', at: 'a test' };

function step({ layer, answer = 'passes', reached = true }: Asked): Step {
  return {
    requirement: { kind: 'syscall', name: 'socket', asker: 'kernel', cite, stop: 'EPERM' },
    answer,
    reached,
    layer,
    reason: { code: 'test/step', facts: {}, origins: [], overrode: [], cite },
    stop: 'EPERM',
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

const states = (verdict: Verdict) => sectionOf(verdict).seats.map((seat) => seat.state);
const trace = (verdict: Verdict) => sectionOf(verdict).seats.map((seat) => `${seat.traceIn}>${seat.traceOut}`);

describe('each of the eight seats', () => {
  test('that was not asked says so, and the trace runs past it', () => {
    const verdict = verdictOf();
    expect(states(verdict)).toEqual(Array(8).fill('not-asked'));
    expect(trace(verdict)).toEqual(Array(8).fill('sure>sure'));
    expect(sectionOf(verdict).spoken).toBe('No layer stopped it');
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
    expect(sectionOf(verdict).spoken).toBe('seccomp stopped it; capabilities would have stopped it');
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
    expect(sectionOf(verdict).spoken).toBe('seccomp: cannot tell');
  });

  test('keeps the doubt when a later wall holds', () => {
    const verdict = verdictOf({ layer: 'seccomp', answer: 'cannot-tell' }, { layer: 'capabilities', answer: 'stops' });
    expect(sectionOf(verdict).spoken).toBe('capabilities stopped it; seccomp: cannot tell');
    expect(trace(verdict)[5]).toBe('unsure>none');
  });

  test('with several answers shows the most telling', () => {
    const section = sectionOf(
      verdictOf(
        { layer: 'capabilities' },
        { layer: 'capabilities', answer: 'stops' },
        { layer: 'capabilities', reached: false },
      ),
    );
    expect(section.seats[5]).toMatchObject({ state: 'stopped', word: 'stopped it' });
    expect(section.seats[5]?.steps).toHaveLength(3);
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

describe('names and order', () => {
  test('the second and fourth wall are named after who answered there', () => {
    const section = sectionOf(verdictOf({ layer: 'runtime' }, { layer: 'selinux' }));
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
    expect(sectionOf(verdictOf(), { seLinux: true }).seats[3]?.name).toBe('SELinux');
    expect(sectionOf(verdictOf(), { seLinux: false }).seats[3]?.name).toBe('AppArmor');
  });

  test('ordinals stand on the walls only where the kernel asks in another order', () => {
    const usual = sectionOf(verdictOf({ layer: 'api-server' }, { layer: 'dac' }));
    expect(usual.seats.every((seat) => seat.ordinal === null)).toBe(true);
    const other = sectionOf(verdictOf({ layer: 'seccomp' }, { layer: 'dac' }, { layer: 'capabilities' }));
    expect(other.seats.map((seat) => seat.ordinal)).toEqual([null, null, null, null, null, 3, 2, null]);
  });
});
