import { describe, expect, test } from 'vitest';
import { decodeLab, encodeLab, keep, labKey, type KeptText, type LabRecord } from './lab-record.ts';
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
