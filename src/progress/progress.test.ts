import { describe, expect, test } from 'vitest';
import { decodeLab, encodeLab, joined, keep, labKey, type KeptText, type LabRecord } from './lab-record.ts';
import { labMark, lessonMark, markLessonRead } from './marks.ts';
import { openShelf, type Shelf, type Storage } from './shelf.ts';

const record: LabRecord = {
  text: 'kind: Pod\n',
  savedAt: 1000,
  hints: { 'b-chown': 2 },
  solved: { at: 2000, rungs: 2 },
  kept: [{ text: 'kind: Job\n', savedAt: 500, because: 'reset' }],
};

function drawer(lying: Record<string, string> = {}): Storage {
  const held = new Map(Object.entries(lying));
  return { getItem: (key) => held.get(key) ?? null, setItem: (key, value) => void held.set(key, value) };
}

function throwing(name: string): () => Storage {
  return () => {
    throw Object.assign(new Error('no'), { name });
  };
}

function shelfWith(lying: Record<string, string>): Shelf {
  const storage = drawer(lying);
  return openShelf(() => storage);
}

describe('a shelf', () => {
  test('gives back what was put there', () => {
    const shelf = shelfWith({});
    expect(shelf.write('a', 'text')).toBe('saved');
    expect(shelf.read('a')).toBe('text');
    expect(shelf.read('b')).toBeNull();
  });

  test.each([
    ['SecurityError', 'blocked'],
    ['QuotaExceededError', 'full'],
    ['NS_ERROR_DOM_QUOTA_REACHED', 'full'],
  ])('a browser that throws %s is %s, and nothing is thrown on', (name, result) => {
    const shelf = openShelf(throwing(name));
    expect(shelf.write('a', 'text')).toBe(result);
    expect(shelf.read('a')).toBeNull();
  });
});

describe('a lab record', () => {
  test('survives storing', () => {
    expect(decodeLab(encodeLab(record))).toEqual(record);
  });

  test.each(['', 'null', '[]', '7', '{', '{"text":7}', '{"savedAt":1}'])('%j is no record', (stored) => {
    expect(decodeLab(stored)).toBeNull();
  });

  test('what is odd in it is left out, the text stays', () => {
    const stored = JSON.stringify({
      text: 'kind: Pod',
      savedAt: 'noon',
      hints: { a: 'two' },
      solved: 7,
      kept: [7, { text: 'x' }],
    });
    expect(decodeLab(stored)).toEqual({
      text: 'kind: Pod',
      savedAt: 0,
      hints: {},
      solved: null,
      kept: [{ text: 'x', savedAt: 0, because: 'reset' }],
    });
  });

  test('a text is kept once and the oldest fall off', () => {
    const numbered = (n: number): KeptText => ({ text: `text ${n}`, savedAt: n, because: 'reset' });
    const kept = [1, 2, 3, 4, 5, 3].map(numbered).reduce<readonly KeptText[]>((all, one) => keep(all, one), []);
    expect(kept.map((one) => one.text)).toEqual(['text 3', 'text 5', 'text 4', 'text 2']);
  });

  test('of another tab only the newest text is kept', () => {
    const from = (text: string): KeptText => ({ text, savedAt: 1, because: 'other-tab' });
    const mine: KeptText = { text: 'mine', savedAt: 1, because: 'reset' };
    expect(keep(keep([mine], from('one')), from('two'))).toEqual([from('two'), mine]);
  });
});

describe('what two tabs know of a lab', () => {
  const none: LabRecord = { text: 'mine', savedAt: 3000, hints: {}, solved: null, kept: [] };
  const early = { at: 1000, rungs: 0 };
  const late = { at: 2000, rungs: 3 };

  test.each([
    [null, late, late],
    [late, null, late],
    [late, early, early],
    [early, late, early],
    [null, null, null],
  ])('solved %j and %j is %j', (mine, theirs, both) => {
    expect(joined({ ...none, solved: mine }, { ...record, solved: theirs }).solved).toEqual(both);
  });

  test('the text of one, the most hints, the newest kept texts of both', () => {
    const kept = (text: string, savedAt: number, because: KeptText['because'] = 'reset'): KeptText => ({
      text,
      savedAt,
      because,
    });
    const mine = { ...none, hints: { a: 1, b: 2 }, kept: [kept('3', 3), kept('1', 1)] };
    const theirs = {
      ...record,
      hints: { a: 2, c: 1 },
      kept: [kept('mine', 9, 'other-tab'), kept('3', 3), kept('2', 2)],
    };
    const both = joined(mine, theirs);
    expect(both).toMatchObject({ text: 'mine', savedAt: 3000, hints: { a: 2, b: 2, c: 1 } });
    expect(both.kept.map(({ text }) => text)).toEqual(['3', '2', '1']);
  });
});

describe('marks', () => {
  test.each([
    ['untouched', null],
    ['begun', { ...record, solved: null }],
    ['with-hints', record],
    ['alone', { ...record, solved: { at: 1, rungs: 0 } }],
  ])('a lab is %s', (mark, lying) => {
    const shelf = shelfWith(lying === null ? {} : { [labKey('who-am-i')]: encodeLab(lying) });
    expect(labMark(shelf, 'who-am-i')).toBe(mark);
  });

  test('a lesson is read once it was marked', () => {
    const shelf = shelfWith({});
    expect(lessonMark(shelf, 'capabilities')).toBe('unread');
    markLessonRead(shelf, { id: 'capabilities', at: 1 });
    expect(lessonMark(shelf, 'capabilities')).toBe('read');
  });
});
