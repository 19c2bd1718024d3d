import { describe, expect, it } from 'vitest';
import { inAWord, verdictOf } from '../../../tests/support/container.ts';
import { titleOf } from '../explain/operation-titles.ts';
import { defaultWorld } from '../facts/default-world.ts';
import type { OperationCall } from '../model/operation.ts';
import type { World } from '../model/world.ts';
import { operationIds, operationNamed, operations } from './index.ts';

/** A volume `data` on /data with foreign files on it. */
const world: World = {
  ...defaultWorld,
  volumes: {
    data: [
      { path: '/foreign-a', kind: 'file', uid: 2000, gid: 2000, mode: 0o644 },
      { path: '/foreign-b', kind: 'file', uid: 3000, gid: 3000, mode: 0o644 },
      { path: '/secret-a', kind: 'file', uid: 2000, gid: 2000, mode: 0o600 },
      { path: '/secret-b', kind: 'file', uid: 3000, gid: 3000, mode: 0o600 },
    ],
  },
};
const volume = 'data';
const path = '/usr/libexec/su-helper';

/** Each operation once, as four containers meet it: the default root, root with drop ALL, uid 1000, uid 1000 with no_new_privs. */
const table: readonly (readonly [OperationCall, string, string, string, string])[] = [
  [{ id: 'start', parameters: {} }, 'allowed', 'allowed', 'allowed', 'allowed'],
  [{ id: 'bind-port', parameters: { port: 25 } }, 'allowed', 'allowed', 'allowed', 'allowed'],
  [{ id: 'raw-socket', parameters: {} }, 'allowed', 'denied EPERM', 'denied EPERM', 'denied EPERM'],
  [{ id: 'packet-socket', parameters: {} }, 'allowed', 'denied EPERM', 'denied EPERM', 'denied EPERM'],
  [{ id: 'netlink-link-set', parameters: {} }, 'denied EPERM', 'denied EPERM', 'denied EPERM', 'denied EPERM'],
  [{ id: 'chown-foreign-file', parameters: { volume } }, 'allowed', 'denied EPERM', 'denied EPERM', 'denied EPERM'],
  [{ id: 'chmod-foreign-file', parameters: { volume } }, 'allowed', 'denied EPERM', 'denied EPERM', 'denied EPERM'],
  [{ id: 'chown-own-file', parameters: { volume } }, 'allowed', 'denied EPERM', 'denied EPERM', 'denied EPERM'],
  [{ id: 'set-file-caps', parameters: { volume } }, 'allowed', 'denied EPERM', 'denied EPERM', 'denied EPERM'],
  [{ id: 'read-foreign-0600', parameters: { volume } }, 'allowed', 'denied EACCES', 'denied EACCES', 'denied EACCES'],
  [{ id: 'read-path', parameters: { path } }, 'allowed', 'allowed', 'allowed', 'allowed'],
  [{ id: 'write-path', parameters: { path: '/data/x', volume } }, 'allowed', 'allowed', 'allowed', 'allowed'],
  [{ id: 'write-rootfs-root-dir', parameters: {} }, 'allowed', 'allowed', 'denied EACCES', 'denied EACCES'],
  [{ id: 'write-emptydir', parameters: {} }, 'allowed', 'allowed', 'allowed', 'allowed'],
  [{ id: 'mount-tmpfs', parameters: {} }, 'denied EPERM', 'denied EPERM', 'denied EPERM', 'denied EPERM'],
  [{ id: 'mknod-char', parameters: {} }, 'allowed', 'denied EPERM', 'denied EPERM', 'denied EPERM'],
  [{ id: 'chroot', parameters: {} }, 'allowed', 'denied EPERM', 'denied EPERM', 'denied EPERM'],
  [{ id: 'setuid-binary', parameters: {} }, 'allowed', 'allowed', 'allowed', 'ineffective'],
  [{ id: 'setuid-binary-raw-socket', parameters: {} }, 'allowed', 'denied EPERM', 'allowed', 'denied EPERM'],
  [{ id: 'setuid-binary-chown', parameters: { path, volume } }, 'allowed', 'denied EPERM', 'allowed', 'denied EPERM'],
  [{ id: 'setuid-binary-read', parameters: { path, volume } }, 'allowed', 'denied EACCES', 'allowed', 'denied EACCES'],
  [{ id: 'file-caps-binary', parameters: {} }, 'allowed', 'denied EPERM', 'allowed', 'ineffective'],
  [{ id: 'kill-other-uid', parameters: {} }, 'allowed', 'denied EPERM', 'denied EPERM', 'denied EPERM'],
  [{ id: 'kill-own-process', parameters: { signal: 'HUP' } }, 'allowed', 'allowed', 'allowed', 'allowed'],
  [{ id: 'setuid-call', parameters: {} }, 'allowed', 'denied EPERM', 'denied EPERM', 'denied EPERM'],
  [{ id: 'setgroups-call', parameters: {} }, 'allowed', 'denied EPERM', 'denied EPERM', 'denied EPERM'],
  [{ id: 'seccomp-install-filter', parameters: {} }, 'denied EACCES', 'denied EACCES', 'denied EACCES', 'allowed'],
];

const mounted = {
  spec: { volumes: [{ name: 'data', emptyDir: {} }] },
  container: { volumeMounts: [{ name: 'data', mountPath: '/data' }] },
};
const containers = [
  {},
  { capabilities: { drop: ['ALL'] } },
  { runAsUser: 1000 },
  { runAsUser: 1000, allowPrivilegeEscalation: false },
];

it('knows every operation of the registry', () => {
  expect(table.map(([{ id }]) => id).sort()).toEqual(operations.map(({ id }) => id).sort());
});

describe.each(table)('$id', (call, ...expected) => {
  it('is answered in the four containers', () => {
    expect(containers.map((context) => inAWord(verdictOf({ ...mounted, context }, call, world)))).toEqual(expected);
  });
});

it('takes the foreign file that is not the container’s own', () => {
  const owner = { ...mounted, context: { runAsUser: 2000 } };
  const verdict = verdictOf(owner, { id: 'read-foreign-0600', parameters: { volume } }, world);
  expect(inAWord(verdict)).toBe('denied EACCES');
  expect(JSON.stringify(verdict.chain)).toContain('/data/secret-b');
});

it('has words for every operation', () => {
  expect(table.map(([call]) => titleOf(call)).filter((title) => title === '' || title.includes('undefined'))).toEqual(
    [],
  );
});

it('gives a member of a family the parameters of its name', () => {
  expect(operationNamed('bind-port-80')?.parameters).toEqual({ port: 80 });
  expect(operationIds).toContain('bind-port-80');
});
