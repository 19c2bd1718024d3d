import { describe, expect, it } from 'vitest';
import { becauseOf, containerOf, inAWord, verdictOf } from '../../../../tests/support/container.ts';
import type { Plain } from '../../../../tests/support/pods.ts';
import { decidingStep } from '../../explain/explain.ts';
import { defaultWorld } from '../../facts/default-world.ts';
import { man } from '../../facts/sources.ts';
import { fileOwner } from './gate.ts';

const imageOf = (user: number | string | null) => ({
  ...defaultWorld,
  defaultImage: { ...defaultWorld.defaultImage, user },
});

describe('uid', () => {
  it.each([
    ['silence is root', {}, 0],
    ['the pod', { podContext: { runAsUser: 1000 } }, 1000],
    ['the container wins', { podContext: { runAsUser: 1000 }, context: { runAsUser: 0 } }, 0],
  ])('%s', (_name, shape, uid) => {
    expect(containerOf(shape).user.uid.value).toBe(uid);
  });

  it('remembers what it beat', () => {
    const { overrode } = containerOf({ podContext: { runAsUser: 1000 }, context: { runAsUser: 0 } }).user.uid;
    expect(overrode).toMatchObject([{ from: 'pod', path: 'spec.securityContext.runAsUser' }]);
  });

  it('comes from the image where the spec is silent', () => {
    expect(containerOf({}, imageOf(33)).user.uid).toMatchObject({ value: 33, origin: { from: 'image' } });
  });
});

describe('gid', () => {
  it.each([
    ['from /etc/passwd of the image', { runAsUser: 1000 }, 1000],
    ['0 for a uid that does not stand there', { runAsUser: 1001 }, 0],
    ['as written', { runAsUser: 1001, runAsGroup: 7 }, 7],
  ])('%s', (_name, context, gid) => {
    expect(containerOf({ context }).user.gid.value).toBe(gid);
  });
});

it('gives fsGroup and supplementalGroups to the container', () => {
  expect(containerOf({ podContext: { fsGroup: 5, supplementalGroups: [7, 5, 3] } }).user.groups.value).toEqual([
    3, 5, 7,
  ]);
});

it.each([
  ['supplementalGroups', { supplementalGroups: [7] }],
  ['fsGroup', { fsGroup: 5 }],
  ['fsGroup', { supplementalGroups: [7], fsGroup: 5 }],
])('tells of all groups the line of %s for %j', (field, podContext) => {
  const path = `spec.securityContext.${field}`;
  expect(containerOf({ podContext }).user.groups.origin).toMatchObject({ from: 'pod', path });
});

describe('fsGroup on the files of a volume', () => {
  const world = {
    ...defaultWorld,
    volumes: {
      data: [
        { path: '/secret-a', kind: 'file', uid: 2000, gid: 2000, mode: 0o600 } as const,
        { path: '/private', kind: 'directory', uid: 2000, gid: 2000, mode: 0o700 } as const,
        { path: '/open', kind: 'directory', uid: 2000, gid: 2000, mode: 0o777 } as const,
      ],
    },
  };
  const on = (source: Plain, context: Plain, fsGroup: Plain = {}) => ({
    podContext: fsGroup,
    spec: { volumes: [{ name: 'data', ...source }] },
    container: { volumeMounts: [{ name: 'data', mountPath: '/data' }] },
    context,
  });
  const emptyDir = { emptyDir: {} };
  const hostPath = { hostPath: { path: '/srv' } };
  const stranger = { runAsUser: 1000 };
  const fsGroup = { fsGroup: 5 };

  it.each([
    ['is nothing where there is none', on(emptyDir, stranger), 'denied EACCES'],
    ['may open them', on(emptyDir, stranger, fsGroup), 'unknown'],
    ['leaves those of the node alone', on(hostPath, stranger, fsGroup), 'denied EACCES'],
    ['matters not to CAP_DAC_OVERRIDE', on(emptyDir, {}, fsGroup), 'allowed'],
  ])('%s', (_name, shape, expected) => {
    expect(inAWord(verdictOf(shape, { id: 'read-foreign-0600', parameters: { volume: 'data' } }, world))).toBe(
      expected,
    );
  });

  it.each([
    ['/data/private/x', 'unknown', 'user/fs-group-perhaps'],
    ['/data/open/x', 'allowed', 'user/mode-allows'],
    ['/data/x', 'allowed', 'user/mode-allows'],
  ])('opens folders too: %s', (path, expected, code) => {
    const verdict = verdictOf(on(emptyDir, stranger, fsGroup), { id: 'write-path', parameters: { path } }, world);
    expect(inAWord(verdict)).toBe(expected);
    expect(becauseOf(verdict)).toBe(code);
  });
});

describe('runAsNonRoot is a check of the kubelet', () => {
  it.each([
    ['of a uid in the spec', { runAsNonRoot: true, runAsUser: 1000 }, null, 'allowed'],
    ['against root in the spec', { runAsNonRoot: true, runAsUser: 0 }, null, 'refused'],
    ['against an image without a user', { runAsNonRoot: true }, null, 'refused'],
    ['against an image of uid 0', { runAsNonRoot: true }, 0, 'refused'],
    ['of an image with a uid', { runAsNonRoot: true }, 1000, 'allowed'],
    ['against a name it cannot look up', { runAsNonRoot: true }, 'app', 'refused'],
    ['that false switches off', { runAsNonRoot: false }, null, 'allowed'],
  ])('%s', (_name, context, imageUser, expected) => {
    expect(inAWord(verdictOf({ context }, 'start', imageOf(imageUser)))).toBe(expected);
  });
});

it('tells the group that has no sandbox, not the one the container would have', () => {
  const shape = { podContext: { runAsGroup: 3000 }, context: { runAsUser: 1000, runAsGroup: 7 } };
  expect(decidingStep(verdictOf(shape, 'start'))?.reason.facts).toEqual({ gid: 3000 });
});

describe('the line behind a group', () => {
  const world = {
    ...defaultWorld,
    defaultImage: {
      ...defaultWorld.defaultImage,
      files: [{ path: '/team', kind: 'file', uid: 0, gid: 42, mode: 0o640 } as const],
    },
  };
  const pathOf = (podContext: object) => {
    const shape = { podContext: { runAsUser: 1000, runAsGroup: 1000, ...podContext } };
    const [origin] =
      verdictOf(shape, { id: 'read-path', parameters: { path: '/team' } }, world).chain.find(
        ({ reason }) => reason.code === 'user/mode-allows',
      )?.reason.origins ?? [];
    return origin !== undefined && 'path' in origin ? origin.path : null;
  };

  it.each([
    ['runAsGroup', { runAsGroup: 42 }, 'spec.securityContext.runAsGroup'],
    ['supplementalGroups', { supplementalGroups: [7, 42], fsGroup: 9 }, 'spec.securityContext.supplementalGroups[1]'],
    ['fsGroup', { supplementalGroups: [7], fsGroup: 42 }, 'spec.securityContext.fsGroup'],
    ['both', { supplementalGroups: [42], fsGroup: 42 }, 'spec.securityContext.supplementalGroups[0]'],
  ])('is that of %s', (_name, podContext, expected) => {
    expect(pathOf(podContext)).toBe(expected);
  });

  it('is told of one that the user namespace does not map', () => {
    const shape = { spec: { hostUsers: false }, podContext: { supplementalGroups: [70000], fsGroup: 5 } };
    expect(decidingStep(verdictOf(shape, 'start'))?.reason.origins[0]).toMatchObject({
      path: 'spec.securityContext.supplementalGroups[0]',
    });
  });
});

it('has no sandbox for a group at pod level without a user beside it', () => {
  const shape = { podContext: { runAsGroup: 1000 }, context: { runAsUser: 1000 } };
  expect(inAWord(verdictOf(shape, 'start'))).toBe('refused');
});

describe('permission bits', () => {
  const world = {
    ...defaultWorld,
    defaultImage: {
      ...defaultWorld.defaultImage,
      files: [{ path: '/etc/shadow', kind: 'file', uid: 0, gid: 42, mode: 0o640 } as const],
    },
  };
  const read = { id: 'read-path', parameters: { path: '/etc/shadow' } };

  it.each([
    ['the owner', {}, 'allowed'],
    ['the owner, without any capability', { capabilities: { drop: ['ALL'] } }, 'allowed'],
    ['the group', { runAsUser: 1000, runAsGroup: 42 }, 'allowed'],
    ['others', { runAsUser: 1000 }, 'denied EACCES'],
  ])('%s', (_name, context, expected) => {
    expect(inAWord(verdictOf({ context }, read, world))).toBe(expected);
  });

  it('let the first group that fits decide alone', () => {
    const [file] = world.defaultImage.files;
    const closed = { ...world, defaultImage: { ...world.defaultImage, files: [{ ...file!, gid: 42, mode: 0o604 }] } };
    expect(inAWord(verdictOf({ context: { runAsUser: 1000, runAsGroup: 42 } }, read, closed))).toBe('denied EACCES');
  });
});

it.each([
  ['the uid of the spec', { runAsNonRoot: true, runAsUser: 0 }, null, 'user/root-against-rule'],
  ['the silence of the image', { runAsNonRoot: true }, null, 'user/image-runs-as-root'],
  ['the name in the image', { runAsNonRoot: true }, 'app', 'user/image-user-not-numeric'],
])('names %s as what the kubelet refuses', (_name, context, imageUser, code) => {
  expect(becauseOf(verdictOf({ context }, 'start', imageOf(imageUser)))).toBe(code);
});

it('lets a process take the uid that it has', () => {
  const verdict = verdictOf({ context: { runAsUser: 12345 } }, 'setuid-call');
  expect(verdict.chain.find(({ reason }) => reason.code === 'user/same-uid')?.answer).toBe('passes');
  expect(inAWord(verdict)).toBe('allowed');
});

it('knows the owner of a file', () => {
  const file = { path: '/x', kind: 'file', uid: 1000, gid: 0, mode: 0o600 } as const;
  const asked = {
    asker: 'kernel',
    kind: 'file-owner',
    file,
    stop: 'EPERM',
    cite: man('chmod(2)', 'Description'),
  } as const;
  const codeFor = (runAsUser: number) =>
    fileOwner(asked, containerOf({ context: { runAsUser } }), defaultWorld).reason.code;
  expect([codeFor(1000), codeFor(1001)]).toEqual(['user/owns-file', 'user/not-owner']);
});
