import { describe, expect, test } from 'vitest';
import type { Grade, Report } from '../../checker/index.ts';
import { after } from './after.ts';
import { openedOn, recordOf, type Action, type WorkspaceState } from './workspace-state.ts';

const start = 'kind: Pod\n';
const better = 'kind: Pod # better\n';

function report(grade: Partial<Grade>): Report {
  const analysis = { sources: [], documents: [], diagnostics: [] } as unknown as Report['analysis'];
  return {
    analysis,
    grade: {
      status: 'in-progress',
      outcomes: [],
      next: null,
      frame: [],
      inert: [],
      widened: [],
      misconception: null,
      ...grade,
    },
  };
}

function all(...actions: readonly Action[]): WorkspaceState {
  return actions.reduce(after, openedOn(start));
}

function check(text: string, grade: Partial<Grade>): Action {
  return { did: 'check', text, report: report(grade), at: 7000 };
}

describe('checking', () => {
  test('the first criterion that is not as wanted opens by itself', () => {
    expect(all(check(start, { next: 'chown' })).open).toBe('chown');
  });

  test('a row that opened by itself gives way to the next one, a row opened by hand stays', () => {
    const first = check(start, { next: 'chown' });
    const second = check(start, { next: 'mount' });
    expect(all(first, second).open).toBe('mount');
    expect(
      all(first, { did: 'toggle-row', criterion: 'chown' }, { did: 'toggle-row', criterion: 'chown' }, second).open,
    ).toBe('chown');
  });

  test('a solved lab leaves open what was open', () => {
    expect(all(check(start, { next: 'chown' }), check(start, { status: 'solved' })).open).toBe('chown');
  });

  test('a half-written text keeps the last report', () => {
    const state = all(
      check(start, { next: 'chown' }),
      { did: 'type', text: 'kind' },
      check('kind', { status: 'blocked' }),
    );
    expect(state.reading).toEqual({ is: 'half-written' });
    expect(state.report?.grade.next).toBe('chown');
  });

  test.each(['too-long', 'checker-stopped'] as const)(
    'a text that is %s keeps the last report and loses nothing',
    (because) => {
      const state = all(check(start, {}), { did: 'type', text: 'x' }, { did: 'not-check', text: 'x', because });
      expect(state).toMatchObject({ text: 'x', reading: { is: because } });
      expect(state.report).not.toBeNull();
    },
  );

  test('an answer about a text that is no longer there is dropped', () => {
    const state = all({ did: 'type', text: better }, check(start, { next: 'chown' }));
    expect(state).toMatchObject({ report: null, reading: { is: 'due' } });
  });

  test('solving is noted once, with the rungs taken until then', () => {
    const hint: Action = { did: 'take-hint', criterion: 'chown', at: 5000 };
    const state = all(hint, check(start, { status: 'solved' }), hint, check(start, { status: 'solved' }));
    expect(state.solved).toEqual({ at: 7000, rungs: 1 });
  });
});

describe('reset', () => {
  const state = all({ did: 'type', text: better }, { did: 'reset', at: 9000 });

  test('goes back to the start and keeps the text', () => {
    expect(state).toMatchObject({ text: start, placed: 1, offer: { text: better, because: 'reset' } });
    expect(recordOf(state, 9001).kept).toEqual([{ text: better, savedAt: 9000, because: 'reset' }]);
  });

  test('undo puts the text back', () => {
    if (state.offer === null) throw new Error('no offer');
    expect(after(state, { did: 'put-back', kept: state.offer, at: 9500 })).toMatchObject({
      text: better,
      placed: 2,
      offer: null,
    });
  });

  test('on the start itself does nothing', () => {
    expect(all({ did: 'reset', at: 9000 })).toMatchObject({ placed: 0, kept: [], offer: null });
  });
});

describe('another tab', () => {
  const theirs = { text: better, savedAt: 9000, because: 'other-tab' } as const;
  const hear = (text: string): Action => ({
    did: 'hear-of-other-tab',
    record: { text, savedAt: 9000, hints: {}, solved: null, kept: [] },
  });

  test('is offered, never put in by itself', () => {
    const state = all({ did: 'type', text: 'mine' }, hear(better));
    expect(state).toMatchObject({ text: 'mine', offer: theirs, kept: [theirs] });
  });

  test('with the same text says nothing', () => {
    expect(all({ did: 'type', text: better }, hear(better)).offer).toBeNull();
  });

  test('that comes to the same text has no more to offer, and takes no other offer away', () => {
    expect(all(hear(better), hear(start)).offer).toBeNull();
    expect(all({ did: 'type', text: better }, { did: 'reset', at: 9000 }, hear(start)).offer?.because).toBe('reset');
  });

  test('taken over keeps what stood here', () => {
    const mine: Action = { did: 'type', text: 'mine' };
    const state = all(mine, hear(better), { did: 'put-back', kept: theirs, at: 9500 });
    expect(state).toMatchObject({ text: better, offer: { text: 'mine', because: 'exchange' } });
  });

  test('declined is still kept', () => {
    expect(all(hear(better), { did: 'decline-offer' })).toMatchObject({
      offer: null,
      kept: [theirs],
    });
  });
});

describe('lines', () => {
  test('a line shown from the verdict brings the editor into sight', () => {
    expect(all({ did: 'show-line', line: 17 })).toMatchObject({ line: 17, shown: 1, pane: 'pod' });
  });

  test('a marked line opens the verdict that cites it', () => {
    const state = all({ did: 'point-from-line', line: 17, criterion: 'chown' }, check(start, { next: 'mount' }));
    expect(state).toMatchObject({ line: 17, open: 'chown', pane: 'verdict' });
  });

  test('typing puts the light out and brings the verdict beside the editor', () => {
    const state = all({ did: 'point-from-line', line: 1, criterion: 'chown' }, { did: 'type', text: better });
    expect(state).toMatchObject({ line: null, pane: 'verdict' });
  });
});

test('a repair changes its stretch and nothing else', () => {
  const span = { file: 'pod.yaml', start: 6, end: 9 };
  expect(all({ did: 'amend', span, text: 'Job' })).toMatchObject({ text: 'kind: Job\n', placed: 1, kept: [] });
});

test('a remembered lab comes back as it was left', () => {
  const record = { text: better, savedAt: 1, hints: { chown: 2 }, solved: { at: 1, rungs: 2 }, kept: [] };
  const state = all({ did: 'remember', record });
  expect(recordOf(state, 1)).toEqual(record);
  expect(state).toMatchObject({ placed: 1, saving: { result: 'saved', at: 1 } });
});
