import { describe, expect, it } from 'vitest';
import { becauseOf, containerOf, inAWord, verdictOf } from '../../../../tests/support/container.ts';
import { defaultWorld } from '../../facts/default-world.ts';

it.each([
  ['silence', {}, false],
  ['true', { allowPrivilegeEscalation: true }, false],
  ['false', { allowPrivilegeEscalation: false }, true],
])('%s', (_name, context, set) => {
  expect(containerOf({ context }).noNewPrivs.value).toBe(set);
});

describe('a setuid program', () => {
  it.each([
    ['becomes root for another uid', { runAsUser: 1000 }, 'allowed'],
    [
      'becomes root without any capability in the list',
      { runAsUser: 1000, capabilities: { drop: ['ALL'] } },
      'allowed',
    ],
    ['stays who called it with no_new_privs', { runAsUser: 1000, allowPrivilegeEscalation: false }, 'ineffective'],
    ['is root already for root', { allowPrivilegeEscalation: false }, 'allowed'],
  ])('%s', (_name, context, expected) => {
    expect(inAWord(verdictOf({ context }, 'setuid-binary'))).toBe(expected);
  });

  it('is one that carries the bit and belongs to root', () => {
    const call = { id: 'setuid-binary', parameters: { path: '/usr/libexec/net-probe' } };
    const verdict = verdictOf({ context: { runAsUser: 1000 } }, call);
    expect([inAWord(verdict), becauseOf(verdict)]).toEqual(['ineffective', 'no-new-privs/not-setuid-root']);
  });

  it.each([
    ['root becomes another by its bit', {}, 'ineffective', 'no-new-privs/setuid-to-another'],
    ['another stays another', { runAsUser: 1000 }, 'ineffective', 'no-new-privs/setuid-to-another'],
    ['root stays root with no_new_privs', { allowPrivilegeEscalation: false }, 'allowed', 'no-new-privs/stays-root'],
  ])('of another uid: %s', (_name, context, expected, code) => {
    const file = { path: '/helper', kind: 'file', uid: 2000, gid: 0, mode: 0o4755 } as const;
    const world = { ...defaultWorld, defaultImage: { ...defaultWorld.defaultImage, files: [file] } };
    const verdict = verdictOf({ context }, { id: 'setuid-binary', parameters: { path: '/helper' } }, world);
    expect([inAWord(verdict), becauseOf(verdict)]).toEqual([expected, code]);
  });

  it.each([
    ['gets the bounding set back', { runAsUser: 1000 }, 'allowed'],
    ['gets no more than the bounding set', { runAsUser: 1000, capabilities: { drop: ['ALL'] } }, 'denied EPERM'],
    ['gets nothing with no_new_privs', { runAsUser: 1000, allowPrivilegeEscalation: false }, 'denied EPERM'],
  ])('with a raw socket %s', (_name, context, expected) => {
    expect(inAWord(verdictOf({ context }, 'setuid-binary-raw-socket'))).toBe(expected);
  });
});

it.each([
  ['without the flag the kernel asks for SYS_ADMIN', {}, 'denied EACCES'],
  ['with the flag everybody may', { runAsUser: 1000, allowPrivilegeEscalation: false }, 'allowed'],
  ['SYS_ADMIN is enough', { capabilities: { add: ['SYS_ADMIN'] } }, 'allowed'],
])('an own filter: %s', (_name, context, expected) => {
  expect(inAWord(verdictOf({ context }, 'seccomp-install-filter'))).toBe(expected);
});
