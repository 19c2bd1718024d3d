import { describe, expect, test, vi } from 'vitest';
import { pageTextLimit, type Report } from '../../checker/index.ts';
import { decodeLab, encodeLab, labKey } from '../../progress/lab-record.ts';
import { openShelf, type Storage } from '../../progress/shelf.ts';
import { openSession, type Session } from './session.ts';

const key = labKey('who-am-i');
const start = 'kind: Pod\n';

interface Tab {
  readonly check: (text: string) => Report;
  /** What stands in the text when the script comes. */
  readonly typed: string;
  readonly now: () => number;
}

/** A browser tab: its clock stands still, what it does later waits until `quiet` is called. */
function tab(
  storage: Storage,
  { check = report, typed = start, now = () => 1000 }: Partial<Tab> = {},
): Session & { quiet(): void } {
  let waiting: (() => void) | null = null;
  const session = openSession(
    { id: 'who-am-i', start, check },
    {
      shelf: openShelf(() => storage),
      now,
      later: (task) => {
        waiting = task;
        return () => {
          if (waiting === task) waiting = null;
        };
      },
    },
  );
  session.wake(typed);
  return { ...session, quiet: () => waiting?.() };
}

function report(text: string): Report {
  const status = text.startsWith('kind:') ? 'in-progress' : 'blocked';
  const grade = { status, outcomes: [], next: text, frame: [], inert: [], widened: [], misconception: null } as const;
  return { analysis: { sources: [], documents: [], diagnostics: [] } as unknown as Report['analysis'], grade };
}

function drawer(setItem?: Storage['setItem']): Storage {
  const held = new Map<string, string>();
  return {
    getItem: (name) => held.get(name) ?? null,
    setItem: setItem ?? ((name, value) => void held.set(name, value)),
  };
}

describe('typing', () => {
  test('is read and saved after the quiet, the newest text only', () => {
    const storage = drawer();
    const check = vi.fn(report);
    const here = tab(storage, { check });
    here.dispatch({ did: 'type', text: 'kind: P' });
    here.dispatch({ did: 'type', text: 'kind: Pod # mine' });
    here.quiet();
    expect(check.mock.calls.map(([text]) => text)).toEqual([start, 'kind: Pod # mine']);
    expect(here.state()).toMatchObject({ reading: { is: 'judged' }, saving: { result: 'saved', at: 1000 } });
    expect(tab(storage).state().text).toBe('kind: Pod # mine');
  });

  test('is saved at once when the page goes', () => {
    const storage = drawer();
    const here = tab(storage);
    here.dispatch({ did: 'type', text: 'kind: Pod # last' });
    here.flush();
    expect(tab(storage).state().text).toBe('kind: Pod # last');
  });

  test('beyond the limit is not read, and kept', () => {
    const storage = drawer();
    const long = 'ü'.repeat(pageTextLimit + 1);
    const here = tab(storage);
    here.dispatch({ did: 'type', text: long });
    expect(here.state().reading.is).toBe('too-long');
    here.flush();
    expect(tab(storage).state().text).toBe(long);
    here.quiet();
    expect(here.state().reading.is).toBe('too-long');
  });

  test('a checker that throws takes neither text nor verdict', () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const check = (text: string) => {
      if (text.includes('bang')) throw new Error('bang');
      return report(text);
    };
    const here = tab(drawer(), { check });
    here.dispatch({ did: 'type', text: 'kind: bang' });
    here.quiet();
    expect(here.state()).toMatchObject({
      text: 'kind: bang',
      reading: { is: 'checker-stopped' },
      report: { grade: { next: start } },
    });
    expect(complaint).toHaveBeenCalledOnce();
  });
});

test.each([
  ['QuotaExceededError', 'full'],
  ['SecurityError', 'blocked'],
])('a storage that throws %s is said, and the work goes on', (name, result) => {
  const here = tab(
    drawer(() => {
      throw Object.assign(new Error('no'), { name });
    }),
  );
  here.dispatch({ did: 'type', text: 'kind: Pod # mine' });
  here.quiet();
  expect(here.state()).toMatchObject({ text: 'kind: Pod # mine', reading: { is: 'judged' }, saving: { result } });
});

describe('typed before waking', () => {
  const stored = encodeLab({ text: 'kind: Pod # an hour', savedAt: 900, hints: {}, solved: null, kept: [] });

  test('stands, and the remembered text is kept and offered', () => {
    const storage = drawer();
    storage.setItem(key, stored);
    const here = tab(storage, { typed: `${start}x` });
    const kept = { text: 'kind: Pod # an hour', savedAt: 1000, because: 'early' };
    expect(here.state()).toMatchObject({ text: `${start}x`, offer: kept });
    here.quiet();
    expect(decodeLab(storage.getItem(key))).toMatchObject({ text: `${start}x`, kept: [kept] });
  });

  test('is read where nothing is remembered', () => {
    const here = tab(drawer(), { typed: 'kind: Job' });
    expect(here.state()).toMatchObject({ text: 'kind: Job', offer: null });
    here.quiet();
    expect(here.state().report?.grade.next).toBe('kind: Job');
  });

  test.each([start, 'kind: Pod # an hour'])('nothing of their own: %j gives way to what is remembered', (typed) => {
    const storage = drawer();
    storage.setItem(key, stored);
    const here = tab(storage, { typed });
    expect(here.state()).toMatchObject({ text: 'kind: Pod # an hour', offer: null, reading: { is: 'judged' } });
  });
});

describe('two tabs', () => {
  test('each hears of the other, neither is overwritten, and nothing goes round', () => {
    const storage = drawer();
    const [one, two] = [tab(storage), tab(storage)];
    two.dispatch({ did: 'type', text: 'kind: Pod # two' });
    two.quiet();
    one.hear();
    expect(one.state()).toMatchObject({ text: start, offer: { text: 'kind: Pod # two' } });
    expect(decodeLab(storage.getItem(key))?.text).toBe('kind: Pod # two');

    one.dispatch({ did: 'type', text: 'kind: Pod # one' });
    one.quiet();
    const stored = decodeLab(storage.getItem(key));
    expect(stored?.text).toBe('kind: Pod # one');
    expect(stored?.kept.map((kept) => kept.text)).toEqual(['kind: Pod # two']);
  });

  test('what one found out the other does not take back', () => {
    const storage = drawer();
    const solves = (text: string): Report => {
      const found = report(text);
      return text.includes('solved') ? { ...found, grade: { ...found.grade, status: 'solved' } } : found;
    };
    const [one, two] = [tab(storage), tab(storage, { check: solves })];
    two.dispatch({ did: 'take-hint', criterion: 'chown', at: 1000 });
    two.dispatch({ did: 'type', text: 'kind: Pod # solved' });
    two.quiet();
    // No event came: `one` was asleep.
    one.dispatch({ did: 'type', text: 'kind: Pod # one' });
    one.flush();
    expect(decodeLab(storage.getItem(key))).toMatchObject({
      text: 'kind: Pod # one',
      hints: { chown: 1 },
      solved: { at: 1000, rungs: 1 },
      kept: [{ text: 'kind: Pod # solved', because: 'other-tab' }],
    });
    expect(one.state().solved).not.toBeNull();
  });

  test('an own text is never offered back, in whatever order the events come', () => {
    const storage = drawer();
    const [one, two] = [tab(storage), tab(storage)];
    two.dispatch({ did: 'type', text: 'kind: Pod # two' });
    two.quiet();
    one.dispatch({ did: 'type', text: 'kind: Pod # one' });
    one.quiet();
    one.hear();
    one.dispatch({ did: 'type', text: 'kind: Pod # more' });
    one.quiet();
    expect(one.state().kept.map(({ text }) => text)).toEqual(['kind: Pod # two']);
  });

  test('who keeps their own text has it kept', () => {
    const storage = drawer();
    const [one, two] = [tab(storage), tab(storage)];
    one.dispatch({ did: 'type', text: 'kind: Pod # one' });
    one.quiet();
    two.dispatch({ did: 'type', text: 'kind: Pod # two' });
    two.quiet();
    one.hear();
    one.dispatch({ did: 'decline-offer' });
    expect(decodeLab(storage.getItem(key))?.text).toBe('kind: Pod # one');
  });
});
