import { expect, test } from 'vitest';
import { nearestTo } from './nearest.ts';
import { shapes } from './shapes.ts';

const fields = [...(shapes.get('SecurityContext')?.fields.keys() ?? [])];

test.each([
  ['runAsNonroot', 'runAsNonRoot'],
  ['runasuser', 'runAsUser'],
  ['readOnlyRootFileSystem', 'readOnlyRootFilesystem'],
  ['readonlyRootFs', null],
  ['allowPriviledgeEscalation', 'allowPrivilegeEscalation'],
  ['capabilites', 'capabilities'],
  ['priviliged', 'privileged'],
  ['procmounts', 'procMount'],
  ['user', null],
  ['x', null],
  ['', null],
])('%j is plainly %j', (word, meant) => {
  expect(nearestTo(word, fields)).toBe(meant);
});

test('between two that come equally near nobody chooses', () => {
  expect(nearestTo('runAsX', ['runAsA', 'runAsB'])).toBeNull();
});

test('a word longer than any field is not compared', () => {
  expect(nearestTo(`${'a'.repeat(64)}b`, ['a'.repeat(64)])).toBeNull();
});
