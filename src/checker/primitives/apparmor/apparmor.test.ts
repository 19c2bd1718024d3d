import { describe, expect, it } from 'vitest';
import { becauseOf, containerOf, inAWord, verdictOf } from '../../../../tests/support/container.ts';
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

describe('the profile', () => {
  const runtimeDefault = { appArmorProfile: { type: 'RuntimeDefault' } };
  const web = { appArmorProfile: { type: 'Localhost', localhostProfile: 'web' } };

  it.each([
    ['of silence is the runtime’s on a node that has it', {}, withAppArmor, 'runtime-default'],
    ['of silence is none on a node without it', {}, defaultWorld, 'none'],
    ['of privileged is none', { context: { privileged: true } }, withAppArmor, 'none'],
    [
      'of privileged is none beside RuntimeDefault',
      { context: { privileged: true, ...runtimeDefault } },
      withAppArmor,
      'none',
    ],
    [
      'of privileged is the one it names',
      { podContext: web, context: { privileged: true } },
      withAppArmor,
      'localhost',
    ],
  ])('%s', (_name, shape, world, kind) => {
    expect(containerOf(shape, world).appArmor.value.kind).toBe(kind);
  });

  it('that privileged takes away is named as beaten', () => {
    const { origin, overrode } = containerOf({ podContext: runtimeDefault, context: { privileged: true } }).appArmor;
    expect([origin, overrode]).toMatchObject([
      { by: 'spec.containers[0].securityContext.privileged' },
      [{ path: 'spec.securityContext.appArmorProfile' }],
    ]);
  });

  it.each([
    ['privileged takes it away', { podContext: runtimeDefault, context: { privileged: true } }],
    ['the container wants none', { podContext: runtimeDefault, context: { appArmorProfile: { type: 'Unconfined' } } }],
  ])('that is asked for keeps a pod off a node without AppArmor, also where %s', (_name, shape) => {
    expect(becauseOf(verdictOf(shape, 'start'))).toBe('apparmor/not-on-node');
  });

  it.each([
    ['privileged', { privileged: true }, 'allowed', 'apparmor/unconfined'],
    ['Unconfined', { appArmorProfile: { type: 'Unconfined' } }, 'allowed', 'apparmor/unconfined'],
    ['silence', {}, 'unknown', 'apparmor/not-modelled'],
  ])('is asked about an operation, unless there is none: %s', (_name, context, expected, code) => {
    const verdict = verdictOf({ context }, 'raw-socket', withAppArmor);
    expect(inAWord(verdict)).toBe(expected);
    expect(verdict.chain.map(({ reason }) => reason.code)).toContain(code);
  });

  it('says nothing of a node with SELinux too', () => {
    const both = { ...withAppArmor, node: { ...withAppArmor.node, seLinux: true } };
    expect(inAWord(verdictOf({ context: { privileged: true } }, 'raw-socket', both))).toBe('unknown');
  });
});

describe('a profile by name, on a node with AppArmor', () => {
  const web = { appArmorProfile: { type: 'Localhost', localhostProfile: 'web' } };
  const loading = (...appArmorProfiles: readonly string[]) => ({
    ...withAppArmor,
    node: { ...withAppArmor.node, appArmorProfiles },
  });

  it.each([
    ['starts where it is loaded', web, loading('web'), 'allowed', 'apparmor/profile-present'],
    ['does not start where others are', web, loading('wed', 'we'), 'refused', 'apparmor/profile-missing'],
    ['may or may not start where nobody knows', web, withAppArmor, 'unknown', 'apparmor/profile-unknown'],
    ['is looked for beside privileged', { ...web, privileged: true }, loading(), 'refused', 'apparmor/profile-missing'],
    ['is not looked for in silence', {}, loading(), 'allowed', 'apparmor/no-name-given'],
    ['is not looked for where it is none', { privileged: true }, loading(), 'allowed', 'apparmor/no-name-given'],
  ])('%s', (_name, context, world, expected, code) => {
    const verdict = verdictOf({ context }, 'start', world);
    expect(inAWord(verdict)).toBe(expected);
    expect(verdict.chain.map(({ reason }) => reason.code)).toContain(code);
  });

  it.each([
    ['for asking', { appArmorProfile: { type: 'RuntimeDefault' } }, 'apparmor/available'],
    ['for not asking', {}, 'apparmor/not-asked'],
    ['for asking for none', { appArmorProfile: { type: 'Unconfined' } }, 'apparmor/not-asked'],
  ])('has a reason of its own %s', (_name, context, code) => {
    const { chain } = verdictOf({ context }, 'start', withAppArmor);
    expect(chain.find(({ requirement: { kind } }) => kind === 'apparmor-available')?.reason.code).toBe(code);
  });
});

it.each([
  [
    'the kubelet for a profile by name',
    { appArmorProfile: { type: 'RuntimeDefault' } },
    'start',
    defaultWorld,
    'apparmor/not-on-node',
  ],
  ['nobody who is modelled, on a node that has it', {}, 'raw-socket', withAppArmor, 'apparmor/not-modelled'],
])('is answered by %s', (_name, context, operation, world, code) => {
  expect(becauseOf(verdictOf({ context }, operation, world))).toBe(code);
});
