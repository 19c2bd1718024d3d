import { expect, it } from 'vitest';
import { containerOf, inAWord, verdictOf } from '../../../../tests/support/container.ts';

it.each([
  ['silence', {}, 'node'],
  ['true', { hostUsers: true }, 'node'],
  ['false', { hostUsers: false }, 'pod'],
])('%s', (_name, spec, expected) => {
  expect(containerOf({ spec }).userNamespace.value).toBe(expected);
});

it.each([
  ['the last mapped uid starts', { hostUsers: false }, 65535, 'allowed'],
  ['the first unmapped one does not', { hostUsers: false }, 65536, 'refused'],
  ['every uid starts without a user namespace of the pod', {}, 70000, 'allowed'],
])('%s', (_name, spec, runAsUser, expected) => {
  expect(inAWord(verdictOf({ spec, context: { runAsUser } }, 'start'))).toBe(expected);
});
