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

it.each([
  ['a group that is not mapped', { runAsUser: 1000, runAsGroup: 65536 }, 'refused'],
  ['the last one that is', { runAsUser: 1000, runAsGroup: 65535 }, 'allowed'],
  ['a supplementary group that is not mapped', { runAsUser: 1000, supplementalGroups: [70000] }, 'refused'],
  ['an fsGroup that is not mapped', { fsGroup: 70000 }, 'refused'],
])('%s', (_name, podContext, expected) => {
  expect(inAWord(verdictOf({ spec: { hostUsers: false }, podContext }, 'start'))).toBe(expected);
});
