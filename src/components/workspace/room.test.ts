import { expect, test } from 'vitest';
import { hasTab, shownPane, type Room } from './room.ts';
import type { Pane } from './workspace-state.ts';

const panes: readonly Pane[] = ['brief', 'pod', 'verdict'];

test.each<[Room, readonly Pane[]]>([
  ['one', ['brief', 'pod', 'verdict']],
  ['two', ['brief', 'verdict']],
  ['all', []],
])('with room for %s there are tabs for %j', (room, tabs) => {
  expect(panes.filter((pane) => hasTab(pane, room))).toEqual(tabs);
});

test.each<[Room, Pane, Pane]>([
  ['two', 'pod', 'verdict'],
  ['two', 'brief', 'brief'],
  ['one', 'pod', 'pod'],
])('with room for %s, %s shows %s', (room, pane, shown) => {
  expect(shownPane(pane, room)).toBe(shown);
});

test('wherever there are tabs, the one that is shown has one', () => {
  for (const room of ['one', 'two'] as const) {
    for (const pane of panes) expect(hasTab(shownPane(pane, room), room)).toBe(true);
  }
});
