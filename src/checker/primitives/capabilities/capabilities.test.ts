import { describe, expect, it } from 'vitest';
import { becauseOf, containerOf, inAWord, verdictOf } from '../../../../tests/support/container.ts';
import { defaultCapabilities } from '../../facts/containerd.ts';
import { defaultWorld } from '../../facts/default-world.ts';
import { boundingOriginOf } from '../../model/container.ts';
import { capabilities as all } from '../../model/capability.ts';

/** "without CAP_", as the spec writes them. */
const short = (names: readonly string[]) => names.map((name) => name.slice('CAP_'.length));
const fourteen = short(defaultCapabilities);
const without = (...names: string[]) => fourteen.filter((name) => !names.includes(name));

describe('the bounding set', () => {
  // The order of containerd: base 14, add ALL, drop ALL, each add, each drop (its own table: TestContainerCapabilities).
  it.each([
    ['silence', {}, fourteen],
    ['add one', { add: ['SYS_ADMIN'] }, [...fourteen, 'SYS_ADMIN']],
    ['drop one', { drop: ['NET_RAW'] }, without('NET_RAW')],
    ['drop ALL', { drop: ['ALL'] }, []],
    ['drop all in lower case', { drop: ['all'] }, []],
    ['lower case names', { drop: ['net_raw'] }, without('NET_RAW')],
    ['drop ALL, add one', { drop: ['ALL'], add: ['CHOWN'] }, ['CHOWN']],
    ['add ALL', { add: ['ALL'] }, short(all)],
    ['add ALL, drop one', { add: ['ALL'], drop: ['SYS_ADMIN'] }, short(all).filter((name) => name !== 'SYS_ADMIN')],
    ['add ALL, drop ALL', { add: ['ALL'], drop: ['ALL'] }, []],
    ['add and drop the same', { add: ['SYS_ADMIN'], drop: ['SYS_ADMIN'] }, fourteen],
    ['a dropped name with CAP_ drops nothing', { drop: ['CAP_NET_RAW'] }, fourteen],
    ['an added name with CAP_ adds nothing', { add: ['CAP_NET_ADMIN'] }, fourteen],
  ])('%s', (_name, capabilities, expected) => {
    const { bounding } = containerOf({ context: { capabilities } }).capabilities;
    expect([...short(bounding)].sort()).toEqual([...expected].sort());
  });

  it('is everything for a privileged container, whatever the lists say', () => {
    expect(
      containerOf({ context: { privileged: true, capabilities: { drop: ['ALL'] } } }).capabilities.bounding,
    ).toEqual(all);
  });

  it('names the entries that the runtime passes over', () => {
    const { ignoredNames } = containerOf({
      context: { capabilities: { drop: ['CAP_NET_RAW', 'CHOWN'] } },
    }).capabilities;
    expect(ignoredNames.map(({ name, list }) => [name, list])).toEqual([['CAP_NET_RAW', 'drop']]);
  });
});

describe('a capability that the engine of the node lacks', () => {
  const engineCapabilities = all.filter((name) => name !== 'CAP_SYS_RESOURCE' && name !== 'CAP_KILL');
  const world = { ...defaultWorld, node: { ...defaultWorld.node, engineCapabilities } };
  const given = (capabilities: object, spec = {}) =>
    inAWord(verdictOf({ spec, context: { capabilities } }, 'start', world));

  it.each([
    ['cannot be added', { add: ['SYS_RESOURCE'], drop: ['KILL'] }, {}, 'refused'],
    ['cannot be had by default', {}, {}, 'refused'],
    ['can be dropped', { drop: ['KILL'] }, {}, 'allowed'],
    ['is not among ALL', { add: ['ALL'] }, {}, 'allowed'],
    ['can be added in a user namespace of the pod', { add: ['SYS_RESOURCE'] }, { hostUsers: false }, 'allowed'],
  ])('%s', (_name, capabilities, spec, expected) => {
    expect(given(capabilities, spec)).toBe(expected);
  });

  it('is named', () => {
    const verdict = verdictOf({ context: { capabilities: { add: ['SYS_RESOURCE'], drop: ['KILL'] } } }, 'start', world);
    expect(becauseOf(verdict)).toBe('capabilities/engine-lacks');
  });
});

it('counts over no file whose owner is not mapped', () => {
  const files = [{ path: '/srv/of-nobody', kind: 'file', uid: 70000, gid: 70000, mode: 0o600 } as const];
  const world = { ...defaultWorld, defaultImage: { ...defaultWorld.defaultImage, files } };
  const read = { id: 'read-path', parameters: { path: '/srv/of-nobody' } };
  const verdict = verdictOf({ spec: { hostUsers: false } }, read, world);
  expect(inAWord(verdict)).toBe('denied EACCES');
  expect(JSON.stringify(verdict.chain)).toContain('capabilities/owner-not-mapped');
  expect(inAWord(verdictOf({}, read, world))).toBe('allowed');
});

describe('what decided', () => {
  it('is the item of the list, for each capability', () => {
    const { capabilities } = containerOf({ context: { capabilities: { drop: ['ALL'], add: ['CHOWN'] } } });
    expect(boundingOriginOf(capabilities, 'CAP_CHOWN')).toMatchObject({
      path: 'spec.containers[0].securityContext.capabilities.add[0]',
    });
    expect(boundingOriginOf(capabilities, 'CAP_KILL')).toMatchObject({
      path: 'spec.containers[0].securityContext.capabilities.drop[0]',
    });
  });

  it('is the runtime where nothing is written', () => {
    expect(boundingOriginOf(containerOf({}).capabilities, 'CAP_CHOWN')).toMatchObject({
      from: 'default',
      of: 'runtime',
    });
  });
});

describe('the sets after execve', () => {
  it('are the bounding set for root', () => {
    const { bounding, permitted, effectiveSet, reachable } = containerOf({}).capabilities;
    expect([permitted, effectiveSet, reachable]).toEqual([bounding, bounding, bounding]);
  });

  it('are empty for another uid, while a program can still reach the bounding set', () => {
    const { bounding, permitted, effectiveSet, ambient, reachable } = containerOf({
      context: { runAsUser: 1000 },
    }).capabilities;
    expect([permitted, effectiveSet, ambient]).toEqual([[], [], []]);
    expect(reachable).toEqual(bounding);
  });

  it('leave nothing to reach for another uid with no_new_privs', () => {
    const context = { runAsUser: 1000, allowPrivilegeEscalation: false };
    expect(containerOf({ context }).capabilities.reachable).toEqual([]);
  });

  it('stay as they are for root with no_new_privs', () => {
    expect(containerOf({ context: { allowPrivilegeEscalation: false } }).capabilities.effectiveSet).toHaveLength(14);
  });
});

describe('the gate', () => {
  it.each([
    ['root holds the default', {}, 'raw-socket', 'allowed'],
    ['root without it', { capabilities: { drop: ['NET_RAW'] } }, 'raw-socket', 'denied EPERM'],
    [
      'another uid holds nothing, whatever is added',
      { runAsUser: 1000, capabilities: { add: ['NET_RAW'] } },
      'raw-socket',
      'denied EPERM',
    ],
    ['privileged and another uid', { privileged: true, runAsUser: 1000 }, 'mount-tmpfs', 'denied EPERM'],
  ])('%s', (_name, context, operation, expected) => {
    expect(inAWord(verdictOf({ context }, operation))).toBe(expected);
  });

  it.each([
    ['the pod owns its network', 'raw-socket', 'allowed'],
    ['the node owns device nodes', 'mknod-char', 'denied EPERM'],
  ])('with hostUsers false: %s', (_name, operation, expected) => {
    expect(inAWord(verdictOf({ spec: { hostUsers: false } }, operation))).toBe(expected);
  });

  it('names the user namespace, not the set, where only the namespace is wrong', () => {
    const verdict = verdictOf({ spec: { hostUsers: false } }, 'mknod-char');
    expect(verdict.chain.find(({ answer }) => answer === 'stops')?.layer).toBe('user-namespace');
  });
});

describe('a program with file capabilities', () => {
  it.each([
    ['another uid, the bit in the bounding set', { runAsUser: 1000 }, 'allowed'],
    ['the bit missing', { runAsUser: 1000, capabilities: { drop: ['ALL'] } }, 'denied EPERM'],
    ['the bit missing, for root too', { capabilities: { drop: ['ALL'] } }, 'denied EPERM'],
    ['no_new_privs', { runAsUser: 1000, allowPrivilegeEscalation: false }, 'ineffective'],
    [
      'no_new_privs and the bit missing: execve refuses first',
      { runAsUser: 1000, allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      'denied EPERM',
    ],
    ['root with no_new_privs keeps what it has', { allowPrivilegeEscalation: false }, 'allowed'],
  ])('%s', (_name, context, expected) => {
    expect(inAWord(verdictOf({ context }, 'file-caps-binary'))).toBe(expected);
  });
});

describe('the reason a program does not hold a capability', () => {
  const plain = { path: '/usr/bin/plain', kind: 'file', uid: 0, gid: 0, mode: 0o755 } as const;
  const world = { ...defaultWorld, defaultImage: { ...defaultWorld.defaultImage, files: [plain] } };

  it('is the file, where it neither is setuid nor carries it', () => {
    const verdict = verdictOf(
      { context: { runAsUser: 1000 } },
      { id: 'file-caps-binary', parameters: { path: plain.path } },
      world,
    );
    expect([inAWord(verdict), becauseOf(verdict)]).toEqual(['ineffective', 'capabilities/not-gained-file']);
  });

  it.each([
    ['the bounding set', { runAsUser: 1000, capabilities: { drop: ['ALL'] } }, 'capabilities/not-gained-bounding-set'],
    ['no_new_privs', { runAsUser: 1000, allowPrivilegeEscalation: false }, 'capabilities/not-gained-no-new-privs'],
  ])('is %s', (_name, context, code) => {
    expect(becauseOf(verdictOf({ context }, 'setuid-binary-raw-socket'))).toBe(code);
  });
});
