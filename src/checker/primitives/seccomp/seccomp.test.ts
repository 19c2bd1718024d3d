import { describe, expect, it } from 'vitest';
import { becauseOf, containerOf, inAWord, verdictOf } from '../../../../tests/support/container.ts';
import type { Plain } from '../../../../tests/support/pods.ts';
import { defaultWorld } from '../../facts/default-world.ts';

const runtimeDefault = { seccompProfile: { type: 'RuntimeDefault' } };
const localhost = { seccompProfile: { type: 'Localhost', localhostProfile: 'profiles/web.json' } };
const unnamed = { seccompProfile: { type: 'Localhost', localhostProfile: '' } };
const nodeWith = (node: Partial<typeof defaultWorld.node>) => ({
  ...defaultWorld,
  node: { ...defaultWorld.node, ...node },
});

describe('the filter', () => {
  it.each([
    ['silence is none', {}, 'none'],
    ['the pod', { podContext: runtimeDefault }, 'runtime-default'],
    [
      'the container replaces the pod',
      { podContext: runtimeDefault, context: { seccompProfile: { type: 'Unconfined' } } },
      'none',
    ],
    ['privileged takes it away', { podContext: runtimeDefault, context: { privileged: true } }, 'none'],
    ['a file', { context: localhost }, 'localhost'],
  ])('%s', (_name, shape, kind) => {
    expect(containerOf(shape).seccomp.value.kind).toBe(kind);
  });

  it('is the runtime default in silence where the kubelet says so', () => {
    expect(containerOf({}, nodeWith({ seccompDefault: true })).seccomp).toMatchObject({
      value: { kind: 'runtime-default' },
      origin: { from: 'node' },
    });
  });
});

describe('RuntimeDefault', () => {
  it.each([
    ['refuses mount', {}, 'mount-tmpfs', 'seccomp'],
    ['refuses chroot without SYS_CHROOT', { capabilities: { drop: ['ALL'] } }, 'chroot', 'seccomp'],
  ])('%s', (_name, context, operation, layer) => {
    const verdict = verdictOf({ podContext: runtimeDefault, context }, operation);
    expect([inAWord(verdict), verdict.chain.find(({ answer }) => answer === 'stops')?.layer]).toEqual([
      'denied EPERM',
      layer,
    ]);
  });

  it.each([
    ['opens chroot with SYS_CHROOT', {}, 'chroot'],
    ['opens mount with SYS_ADMIN', { capabilities: { add: ['SYS_ADMIN'] } }, 'mount-tmpfs'],
    ['leaves raw sockets to the capability', {}, 'raw-socket'],
  ])('%s', (_name, context, operation) => {
    expect(inAWord(verdictOf({ podContext: runtimeDefault, context }, operation))).toBe('allowed');
  });

  it('follows the bounding set: for another uid the filter opens, and the capability still refuses', () => {
    const shape = { podContext: runtimeDefault, context: { runAsUser: 1000, capabilities: { add: ['SYS_ADMIN'] } } };
    const verdict = verdictOf(shape, 'mount-tmpfs');
    expect(verdict.chain.find(({ answer }) => answer === 'stops')?.layer).toBe('capabilities');
  });

  it('is not known for another release of containerd', () => {
    const world = nodeWith({ runtime: { name: 'containerd', version: '2.1.0' } });
    expect(inAWord(verdictOf({ podContext: runtimeDefault }, 'raw-socket', world))).toBe('unknown');
  });
});

describe('a Localhost profile', () => {
  it('cannot be told where nobody knows the node', () => {
    expect(inAWord(verdictOf({ context: localhost }, 'raw-socket'))).toBe('unknown');
  });

  it('keeps the container from starting where the node has no such file', () => {
    expect(inAWord(verdictOf({ context: localhost }, 'start', nodeWith({ seccompProfiles: ['other.json'] })))).toBe(
      'refused',
    );
  });
});

describe('the reason', () => {
  const codesOf = (context: Plain, operation: string, world = defaultWorld) =>
    verdictOf({ context }, operation, world).chain.map(({ reason: { code, facts } }) => [code, facts] as const);

  it.each([
    ['silence', {}],
    ['Unconfined', { seccompProfile: { type: 'Unconfined' } }],
    ['RuntimeDefault', runtimeDefault],
    ['privileged', { privileged: true, ...localhost }],
  ])('of a start says that no file is needed: %s', (_name, context) => {
    expect(codesOf(context, 'start')).toContainEqual(['seccomp/no-file-needed', {}]);
  });

  it('of a start names the file that is there', () => {
    expect(codesOf(localhost, 'start', nodeWith({ seccompProfiles: ['profiles/web.json'] }))).toContainEqual([
      'seccomp/profile-present',
      { profile: 'profiles/web.json' },
    ]);
  });

  it.each([
    ['silence', {}, 'silence'],
    ['Unconfined', { seccompProfile: { type: 'Unconfined' } }, 'type'],
    ['privileged', { privileged: true, ...runtimeDefault }, 'privileged'],
  ])('of no filter says what left it out: %s', (_name, context, because) => {
    expect(codesOf(context, 'raw-socket')).toContainEqual(['seccomp/no-filter', { call: 'socket', because }]);
  });

  it.each([
    [
      'of an unread file',
      localhost,
      'raw-socket',
      nodeWith({ seccompProfiles: ['profiles/web.json'] }),
      'seccomp/profile-not-seen',
    ],
    ['of a file nobody knows of', localhost, 'start', defaultWorld, 'seccomp/profile-unknown'],
    ['of a file that is not there', localhost, 'start', nodeWith({ seccompProfiles: [] }), 'seccomp/profile-missing'],
    ['of no file at all', unnamed, 'start', defaultWorld, 'seccomp/profile-unnamed'],
    [
      'of no file at all, in a privileged container too',
      { ...unnamed, privileged: true },
      'start',
      defaultWorld,
      'seccomp/profile-unnamed',
    ],
    [
      'of a table that is not there',
      runtimeDefault,
      'raw-socket',
      { ...defaultWorld, tables: { ...defaultWorld.tables, runtimeDefaults: [] } },
      'seccomp/version-not-known',
    ],
  ])('%s', (_name, context, operation, world, code) => {
    expect(becauseOf(verdictOf({ context }, operation, world))).toBe(code);
  });
});
