import { describe, expect, it } from 'vitest';
import { becauseOf, containerOf, inAWord, verdictOf } from '../../../../tests/support/container.ts';

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
