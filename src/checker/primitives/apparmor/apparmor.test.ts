import { expect, it } from 'vitest';
import { becauseOf, inAWord, verdictOf } from '../../../../tests/support/container.ts';
import { defaultWorld } from '../../facts/default-world.ts';

const withAppArmor = { ...defaultWorld, node: { ...defaultWorld.node, appArmor: true } };

it.each([
  ['silence starts on a node without it', {}, defaultWorld, 'allowed'],
  ['RuntimeDefault by name does not', { appArmorProfile: { type: 'RuntimeDefault' } }, defaultWorld, 'refused'],
  [
    'a profile by name does not',
    { appArmorProfile: { type: 'Localhost', localhostProfile: 'web' } },
    defaultWorld,
    'refused',
  ],
  ['Unconfined does', { appArmorProfile: { type: 'Unconfined' } }, defaultWorld, 'allowed'],
  [
    'RuntimeDefault starts where the node has it',
    { appArmorProfile: { type: 'RuntimeDefault' } },
    withAppArmor,
    'allowed',
  ],
])('%s', (_name, context, world, expected) => {
  expect(inAWord(verdictOf({ context }, 'start', world))).toBe(expected);
});

it.each([
  [
    'the kubelet for a profile by name',
    { appArmorProfile: { type: 'RuntimeDefault' } },
    'start',
    defaultWorld,
    'apparmor/not-on-node',
  ],
  ['nobody who is modelled, on a node that has it', {}, 'raw-socket', withAppArmor, 'apparmor/not-modelled'],
])('is answered by %s', (_name, context, operation, world, code) => {
  expect(becauseOf(verdictOf({ context }, operation, world))).toBe(code);
});
