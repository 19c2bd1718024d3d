import { expect, test } from 'vitest';
import { rungsOf, unlocksAt } from './hints.ts';

const texts = ['look', 'rule', 'field', 'answer'];
const none = { hints: {}, lastRung: null, text: 'kind: Pod' };
const two = { hints: { chown: 2 }, lastRung: { at: 1000, text: 'kind: Pod' }, text: 'kind: Pod' };

function states(state: Parameters<typeof rungsOf>[0], now: number): readonly string[] {
  return rungsOf(state, { criterion: 'chown', texts, now }).map((rung) => rung.is);
}

test('the first rung is ready at once, the others wait for it', () => {
  expect(states(none, 0)).toEqual(['ready', 'locked', 'locked', 'locked']);
});

test('after a rung the next one waits 45 s', () => {
  expect(states(two, 45_999)).toEqual(['taken', 'taken', 'locked', 'locked']);
  expect(states(two, 46_000)).toEqual(['taken', 'taken', 'ready', 'locked']);
});

test('another text in the editor is another try, and opens it at once', () => {
  expect(states({ ...two, text: 'kind: Job' }, 1001)).toEqual(['taken', 'taken', 'ready', 'locked']);
  expect(unlocksAt({ ...two, text: 'kind: Job' })).toBe(0);
});

test('a locked rung says until when, and only the next one', () => {
  const rungs = rungsOf(two, { criterion: 'chown', texts, now: 2000 });
  expect(rungs[2]).toEqual({ name: 'Which field', is: 'locked', until: 46_000 });
  expect(rungs[3]).toEqual({ name: 'One answer', is: 'locked' });
});

test('the text of a rung is there only when it was taken', () => {
  expect(rungsOf(two, { criterion: 'chown', texts, now: 0 })[1]).toMatchObject({ text: 'rule' });
  expect(JSON.stringify(rungsOf(two, { criterion: 'chown', texts, now: 0 }))).not.toMatch(/"field"|"answer"/);
});
