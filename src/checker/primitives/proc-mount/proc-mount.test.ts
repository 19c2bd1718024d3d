import { expect, it } from 'vitest';
import { containerOf } from '../../../../tests/support/container.ts';

it.each([
  ['silence masks', {}, 'default'],
  ['Default masks', { procMount: 'Default' }, 'default'],
  ['Unmasked masks nothing', { procMount: 'Unmasked' }, 'unmasked'],
  ['privileged masks nothing, whatever else is written', { procMount: 'Default', privileged: true }, 'unmasked'],
])('%s', (_name, context, expected) => {
  expect(containerOf({ spec: { hostUsers: false }, context }).procMount.value).toBe(expected);
});
