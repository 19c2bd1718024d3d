import { describe, expect, it } from 'vitest';
import { becauseOf, inAWord, verdictOf } from '../../../../tests/support/container.ts';
import { defaultWorld } from '../../facts/default-world.ts';
import { mountAt, normalisePath } from '../../model/path.ts';

const mounted = (mountPath: string, extra: object = {}) => ({
  spec: { volumes: [{ name: 'data', emptyDir: {} }] },
  container: { volumeMounts: [{ name: 'data', mountPath, ...extra }] },
});
const write = (path: string) => ({ id: 'write-path', parameters: { path } });

it.each([
  ['/data/', '/data'],
  ['//data/./x/..', '/data'],
  ['/..', '/'],
])('normalises %s', (path, expected) => {
  expect(normalisePath(path)).toBe(expected);
});

it('finds the deepest mount', () => {
  const at = (path: string) =>
    ({
      path,
      volume: path,
      source: 'emptyDir',
      readOnly: false,
      origin: { from: 'node', fact: '' },
      readOnlyOrigin: null,
      partOrigin: null,
    }) as const;
  expect(mountAt([at('/a'), at('/a/b'), at('/ab')], '/a/b/c')?.path).toBe('/a/b');
});

describe('writing', () => {
  it.each([
    ['the root file system', {}, '/usr/x', 'allowed'],
    ['a read-only root file system', { context: { readOnlyRootFilesystem: true } }, '/usr/x', 'denied EROFS'],
    [
      'a read-only root file system, as another uid',
      { context: { readOnlyRootFilesystem: true, runAsUser: 1000 } },
      '/usr/x',
      'denied EROFS',
    ],
    [
      'a volume beside a read-only root',
      { ...mounted('/data'), context: { readOnlyRootFilesystem: true, runAsUser: 1000 } },
      '/data/x',
      'allowed',
    ],
    ['a read-only volume', mounted('/data', { readOnly: true }), '/data/x', 'denied EROFS'],
    ["root's directory, as another uid", { context: { runAsUser: 1000 } }, '/usr/x', 'denied EACCES'],
    [
      "root's directory, as root without capabilities",
      { context: { capabilities: { drop: ['ALL'] } } },
      '/usr/x',
      'allowed',
    ],
  ])('%s', (_name, shape, path, expected) => {
    expect(inAWord(verdictOf(shape, write(path)))).toBe(expected);
  });
});

describe('a part of a volume', () => {
  const world = {
    ...defaultWorld,
    volumes: { data: [{ path: '/secret-a', kind: 'file', uid: 2000, gid: 2000, mode: 0o600 } as const] },
  };
  const stranger = { context: { runAsUser: 1000 } };
  const secret = { id: 'read-foreign-0600', parameters: { volume: 'data' } };

  it.each([
    ['all of it', {}, secret, 'denied EACCES'],
    ['none', { subPath: '' }, secret, 'denied EACCES'],
    ['subPath', { subPath: 'in' }, secret, 'unknown'],
    ['subPathExpr', { subPathExpr: '$(POD_NAME)' }, secret, 'unknown'],
    ['subPath, written to', { subPath: 'in' }, write('/data/x'), 'unknown'],
    ['subPath, an existing file', { subPath: 'in' }, write('/data/secret-a'), 'unknown'],
    ['subPath, read-only', { subPath: 'in', readOnly: true }, write('/data/x'), 'denied EROFS'],
  ])('%s', (_name, extra, call, expected) => {
    expect(inAWord(verdictOf({ ...mounted('/data', extra), ...stranger }, call, world))).toBe(expected);
  });

  it('hides the image all the same', () => {
    const shape = mounted('/srv', { subPath: 'in' });
    expect(becauseOf(verdictOf(shape, 'chown-foreign-file'))).toBe('mounts/hidden');
  });
});

describe('a volume that the pod does not bring', () => {
  const from = (source: object) => ({
    spec: { volumes: [{ name: 'data', ...source }] },
    container: { volumeMounts: [{ name: 'data', mountPath: '/data' }] },
  });
  const folder = { path: '/open', kind: 'directory', uid: 0, gid: 0, mode: 0o777 } as const;

  it.each([
    ['a configMap', { configMap: { name: 'c' } }, 'denied EROFS'],
    ['a secret', { secret: { secretName: 's' } }, 'denied EROFS'],
    ['projected', { projected: { sources: [] } }, 'denied EROFS'],
    ['a hostPath', { hostPath: { path: '/srv' } }, 'unknown'],
    ['a claim', { persistentVolumeClaim: { claimName: 'c' } }, 'unknown'],
    ['an emptyDir', { emptyDir: {} }, 'allowed'],
    ['silence, which is an emptyDir', {}, 'allowed'],
  ])('takes a write as what it is: %s', (_name, source, expected) => {
    expect(inAWord(verdictOf(from(source), write('/data/x')))).toBe(expected);
  });

  it('is known where the exercise tells of it', () => {
    const world = { ...defaultWorld, volumes: { data: [folder] } };
    expect(inAWord(verdictOf(from({ hostPath: { path: '/srv' } }), write('/data/open/x'), world))).toBe('allowed');
    expect(becauseOf(verdictOf(from({ hostPath: { path: '/srv' } }), write('/data/x'), world))).toBe(
      'mounts/volume-not-known',
    );
  });
});

it('hides a file of the image behind a mount', () => {
  const shape = mounted('/srv');
  expect(inAWord(verdictOf(shape, 'chown-foreign-file'))).toBe('denied ENOENT');
});

describe('the program of the container', () => {
  it.each(['/', '/usr', '/usr/bin', '/proc', '/dev/'])('is lost behind a mount at %s', (path) => {
    expect(inAWord(verdictOf(mounted(path), 'start'))).toBe('refused');
  });

  it.each(['/bin', '/lib', '/lib/x', '/lib64', '/usr/lib/app', '/sys/made-up'])(
    'may be lost behind one at %s',
    (path) => {
      const verdict = verdictOf(mounted(path), 'start');
      expect([inAWord(verdict), becauseOf(verdict)]).toEqual(['unknown', 'mounts/entry-perhaps-hidden']);
    },
  );

  it('is not asked for where a folder would lie on a file', () => {
    const at = (path: string) => becauseOf(verdictOf(mounted(path), 'start'));
    expect([at('/srv/secret-a'), at('/srv/secret-a/in')]).toEqual(['mounts/point-is-a-file', 'mounts/point-is-a-file']);
    const part = verdictOf(mounted('/srv/secret-a', { subPath: 'secret' }), 'start');
    expect(inAWord(part)).toBe('allowed');
  });

  it.each(['/data', '/usr/share', '/dev/shm', '/library', '/sys/fs/cgroup'])(
    'is not touched by a mount at %s',
    (path) => {
      expect(inAWord(verdictOf(mounted(path), 'start'))).toBe('allowed');
    },
  );
});

it('says that a path does not lie on the volume that is named', () => {
  const verdict = verdictOf(mounted('/data'), {
    id: 'write-path',
    parameters: { path: '/elsewhere/x', volume: 'data' },
  });
  expect([inAWord(verdict), becauseOf(verdict)]).toEqual(['denied ENOENT', 'mounts/not-mounted']);
});

describe('a mount inside another', () => {
  const nested = (readOnly: boolean) => ({
    spec: {
      volumes: [
        { name: 'data', emptyDir: {} },
        { name: 'inner', emptyDir: {} },
      ],
    },
    container: {
      volumeMounts: [
        { name: 'inner', mountPath: '/data/in' },
        { name: 'data', mountPath: '/data', readOnly },
      ],
    },
  });

  it('starts where the runtime can make its folder', () => {
    expect(inAWord(verdictOf(nested(false), 'start'))).toBe('allowed');
  });

  it('does not start inside a read-only volume', () => {
    const verdict = verdictOf(nested(true), 'start');
    expect([inAWord(verdict), becauseOf(verdict)]).toEqual(['refused', 'mounts/point-in-read-only-volume']);
  });

  it('starts inside a volume that the kubelet fills: it makes the folder', () => {
    const spec = {
      volumes: [
        { name: 'data', configMap: { name: 'app' } },
        { name: 'inner', emptyDir: {} },
      ],
    };
    expect(inAWord(verdictOf({ ...nested(false), spec }, 'start'))).toBe('allowed');
  });

  it('starts inside a read-only volume under crun', () => {
    const world = { ...defaultWorld, node: { ...defaultWorld.node, ociRuntime: 'crun' } as const };
    expect(inAWord(verdictOf(nested(true), 'start', world))).toBe('allowed');
  });

  it('starts inside a read-only volume that holds the folder', () => {
    const folder = { path: '/in', kind: 'directory', uid: 0, gid: 0, mode: 0o755 } as const;
    const world = { ...defaultWorld, volumes: { data: [folder] } };
    expect(inAWord(verdictOf(nested(true), 'start', world))).toBe('allowed');
  });
});

it.each([
  ['/dev/shm/x', { runAsUser: 1000 }, 'allowed', undefined],
  ['/dev/x', {}, 'allowed', undefined],
  ['/dev/x', { runAsUser: 1000 }, 'denied EACCES', 'user/mode-refuses'],
  ['/proc/sys/kernel/x', {}, 'unknown', 'mounts/kernels-own'],
  ['/proc/self/x', { runAsUser: 1000 }, 'unknown', 'mounts/kernels-own'],
  ['/sys/kernel/x', {}, 'unknown', 'mounts/kernels-own'],
])('a read-only root file system leaves %s of %j', (path, context, expected, code) => {
  const verdict = verdictOf(
    { context: { readOnlyRootFilesystem: true, ...context } },
    { id: 'write-path', parameters: { path } },
  );
  expect(inAWord(verdict)).toBe(expected);
  if (code !== undefined) expect(becauseOf(verdict)).toBe(code);
  if (expected === 'allowed') expect(verdict.chain.map(({ reason }) => reason.code)).toContain('mounts/on-dev');
});
