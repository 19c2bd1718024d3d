import { expect, it } from 'vitest';
import { inAWord, verdictOf } from '../../../../tests/support/container.ts';
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
