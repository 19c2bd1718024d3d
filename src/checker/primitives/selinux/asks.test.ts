import { expect, it } from 'vitest';
import { labelled, enforcing } from '../../../../tests/support/selinux.ts';
import type { ParameterValue } from '../../model/operation.ts';
import { operations } from '../../operations/index.ts';
import { withSELinux } from './asks.ts';

const withVolume = {
  spec: { volumes: [{ name: 'data', emptyDir: {} }] },
  container: { volumeMounts: [{ name: 'data', mountPath: '/data' }] },
};

const secret = { path: '/secret-a', kind: 'file', uid: 2000, gid: 2000, mode: 0o600 } as const;

/** What SELinux is asked for an operation, in words, among the kinds of the questions around it. */
function asked(id: string, parameters: Readonly<Record<string, ParameterValue>> = {}): readonly string[] {
  const world = enforcing({ volumes: { data: [secret] } });
  const operation = operations.find((each) => each.id === id);
  const requirements = operation?.requirements(parameters as never, { container: labelled(withVolume, world), world });
  return withSELinux(requirements ?? []).map((question) => {
    if (question.kind !== 'selinux-allows') return question.kind;
    const { ask, stop } = question;
    if (ask.on === 'file') return `${ask.access} ${ask.path} ${stop}`;
    if (ask.on === 'capability') return `${ask.capability} ${stop}`;
    return `${ask.on === 'other' ? ask.call : ask.on} ${stop}`;
  });
}

it.each<[string, Readonly<Record<string, ParameterValue>>, readonly string[]]>([
  ['read-path', { path: '/etc' }, ['syscall', 'file-visible', 'any-of', 'read /etc EACCES']],
  ['write-emptydir', {}, ['syscall', 'file-visible', 'writable-mount', 'any-of', 'write /data EACCES']],
  ['write-path', { path: '/unheard-of/f' }, ['syscall', 'writable-mount', 'any-of', 'create /unheard-of EACCES']],
  ['write-path', { path: '/root/f' }, ['syscall', 'any-of', 'writable-mount', 'any-of', 'write /root EACCES']],
  ['raw-socket', {}, ['syscall', 'self EACCES', 'capability', 'CAP_NET_RAW EPERM']],
  ['bind-port', { port: 80 }, ['syscall', 'self EACCES', 'syscall', 'self EACCES', 'any-of']],
  ['kill-own-process', { signal: 'HUP' }, ['syscall', 'process EACCES']],
  ['mount-tmpfs', {}, ['syscall', 'mount EACCES', 'capability', 'CAP_SYS_ADMIN EPERM']],
  ['kill-other-uid', {}, ['syscall', 'process EACCES', 'any-of']],
  [
    'setuid-binary-read',
    { path: '/usr/libexec/su-helper', volume: 'data' },
    [
      ...['syscall', 'file-visible', 'any-of', 'execute /usr/libexec/su-helper EACCES'],
      ...['syscall', 'file-visible', 'any-of', 'read /data/secret-a EACCES'],
    ],
  ],
  ['chmod-foreign-file', {}, ['syscall', 'file-visible', 'writable-mount', 'change /srv/foreign-a EACCES', 'any-of']],
])('%s asks for %o', (id, parameters, expected) => {
  expect(asked(id, parameters)).toEqual(expected);
});
