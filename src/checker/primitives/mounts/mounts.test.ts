/** Long because every way in which a path is answered is a row: mounts, folders above it, what stands there, files of the runtime. */
import { describe, expect, it } from 'vitest';
import { becauseOf, containerOf, inAWord, verdictOf } from '../../../../tests/support/container.ts';
import type { Plain } from '../../../../tests/support/pods.ts';
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
    ['a claim that says readOnly', { persistentVolumeClaim: { claimName: 'c', readOnly: true } }, 'denied EROFS'],
    ['a claim that says it is not', { persistentVolumeClaim: { claimName: 'c', readOnly: false } }, 'unknown'],
    ['a csi volume that says readOnly', { csi: { driver: 'd', readOnly: true } }, 'denied EROFS'],
    ['an emptyDir', { emptyDir: {} }, 'allowed'],
    ['silence, which is an emptyDir', {}, 'allowed'],
  ])('takes a write as what it is: %s', (_name, source, expected) => {
    expect(inAWord(verdictOf(from(source), write('/data/x')))).toBe(expected);
  });

  it('names the line of a source that says readOnly', () => {
    const shape = from({ persistentVolumeClaim: { claimName: 'c', readOnly: true } });
    expect(containerOf(shape).mounts[0]?.readOnlyOrigin).toMatchObject({
      path: 'spec.volumes[0].persistentVolumeClaim.readOnly',
    });
  });

  it('is known where the exercise tells of it', () => {
    const world = { ...defaultWorld, volumes: { data: [folder] } };
    expect(inAWord(verdictOf(from({ hostPath: { path: '/srv' } }), write('/data/open/x'), world))).toBe('allowed');
    expect(becauseOf(verdictOf(from({ hostPath: { path: '/srv' } }), write('/data/x'), world))).toBe(
      'mounts/volume-not-known',
    );
  });
});

describe('the files of the pod', () => {
  const underRoot = { context: { readOnlyRootFilesystem: true } };
  const asApp = { context: { readOnlyRootFilesystem: true, runAsUser: 1000 } };

  it.each([
    ['/etc/hosts', underRoot, 'allowed'],
    ['/etc/hosts', asApp, 'denied EACCES'],
    ['/dev/termination-log', asApp, 'allowed'],
    ['/etc/hostname', underRoot, 'denied EROFS'],
    ['/etc/resolv.conf', {}, 'allowed'],
    ['/etc/hosts', { ...mounted('/etc', { readOnly: true }), ...underRoot }, 'allowed'],
    ['/etc/hostname', { ...mounted('/etc'), ...underRoot }, 'denied EROFS'],
    ['/etc/hosts', { ...mounted('/etc/hosts'), ...underRoot }, 'denied EISDIR'],
  ])('%s takes a write in %j: %s', (path, shape, expected) => {
    expect(inAWord(verdictOf(shape, write(path)))).toBe(expected);
  });
});

it('says whose a file of the pod is, and that a folder is not named', () => {
  const codesOf = (context: Plain, path: string) =>
    verdictOf({ context }, write(path)).chain.map(({ reason }) => reason.code);
  expect(codesOf({ readOnlyRootFilesystem: true }, '/etc/hosts')).toContain('mounts/pods-own-file');
  expect(codesOf({ runAsUser: 1000 }, '/app/x')).toContain('user/folder-not-named');
});

describe('what stands at a path', () => {
  it.each([
    ['a folder', '/srv', 'denied EISDIR', 'mounts/is-a-folder'],
    ['a folder, for another uid', '/root', 'denied EISDIR', 'mounts/is-a-folder'],
    ['the root of a volume', '/data', 'denied EISDIR', 'mounts/is-a-folder'],
    ['what a mount lies in', '/nest', 'denied EISDIR', 'mounts/is-a-folder'],
    ['a file on the way', '/srv/foreign-a/x', 'denied ENOTDIR', 'mounts/file-on-the-way'],
  ])('is %s', (_name, path, expected, code) => {
    const container = { volumeMounts: ['/data', '/nest/in'].map((mountPath) => ({ name: 'data', mountPath })) };
    const verdict = verdictOf({ ...mounted('/data'), container, context: { runAsUser: 1000 } }, write(path));
    expect([inAWord(verdict), becauseOf(verdict)]).toEqual([expected, code]);
  });

  it.each([
    ['as root', {}, 'allowed'],
    ['as another uid', { runAsUser: 1000 }, 'unknown'],
    ['as root without DAC_OVERRIDE', { capabilities: { drop: ['ALL'] } }, 'unknown'],
    ['on a read-only root', { readOnlyRootFilesystem: true }, 'denied EROFS'],
  ])('is not known in a folder that nobody names, %s', (_name, context, expected) => {
    expect(inAWord(verdictOf({ context }, write('/app/x')))).toBe(expected);
  });

  it.each(['/tmp/x', '/var/tmp/x'])('of %s everybody may write', (path) => {
    expect(inAWord(verdictOf({ context: { runAsUser: 1000 } }, write(path)))).toBe('allowed');
  });
});

describe('a folder on the way', () => {
  const folder = (mode: number) => ({ path: '/srv/in', kind: 'directory', uid: 2000, gid: 2000, mode }) as const;
  const inside = [
    { path: '/srv/in/note', kind: 'file', uid: 0, gid: 0, mode: 0o666 },
    { path: '/srv/in/open', kind: 'directory', uid: 0, gid: 0, mode: 0o777 },
    { path: '/srv/in/helper', kind: 'file', uid: 0, gid: 0, mode: 0o4755 },
  ] as const;
  const within = (mode: number) => ({
    ...defaultWorld,
    defaultImage: { ...defaultWorld.defaultImage, files: [folder(mode), ...inside] },
  });
  const read = { id: 'read-path', parameters: { path: '/srv/in/note' } };
  const setuid = { id: 'setuid-binary', parameters: { path: '/srv/in/helper' } };
  const stranger = { runAsUser: 1000 };
  const only = (...add: readonly string[]) => ({ capabilities: { drop: ['ALL'], add } });

  it.each([
    ['closed to others', 0o700, stranger, read, 'denied EACCES'],
    ['closed to others, to its owner', 0o700, { runAsUser: 2000 }, read, 'allowed'],
    ['closed to others, to its group', 0o710, { runAsUser: 1000, runAsGroup: 2000 }, read, 'allowed'],
    ['closed to others, for a write', 0o700, stranger, write('/srv/in/note'), 'denied EACCES'],
    ['closed to others, for a new file below', 0o700, stranger, write('/srv/in/open/x'), 'denied EACCES'],
    ['closed to others, for a program', 0o700, stranger, setuid, 'denied EACCES'],
    ['closed to root without capabilities', 0o700, only(), read, 'denied EACCES'],
    ['open to DAC_READ_SEARCH', 0o700, only('DAC_READ_SEARCH'), read, 'allowed'],
    ['open to DAC_OVERRIDE', 0o700, only('DAC_OVERRIDE'), read, 'allowed'],
    ['writable and not searchable', 0o722, stranger, write('/srv/in/x'), 'denied EACCES'],
    [
      'writable and not searchable, with DAC_READ_SEARCH',
      0o722,
      only('DAC_READ_SEARCH'),
      write('/srv/in/x'),
      'denied EACCES',
    ],
    ['writable and not searchable, with DAC_OVERRIDE', 0o722, only('DAC_OVERRIDE'), write('/srv/in/x'), 'allowed'],
  ])('is %s', (_name, mode, context, call, expected) => {
    expect(inAWord(verdictOf({ context }, call, within(mode)))).toBe(expected);
  });

  it('may be the root of a volume, which a setuid program searches as root', () => {
    const closed = (uid: number) => ({
      ...defaultWorld,
      volumes: {
        data: [
          { path: '/', kind: 'directory', uid, gid: uid, mode: 0o700 },
          { path: '/foreign-a', kind: 'file', uid: 2000, gid: 2000, mode: 0o644 },
        ] as const,
      },
    });
    const call = { id: 'setuid-binary-chown', parameters: { path: '/usr/libexec/su-helper', volume: 'data' } };
    const context = { runAsUser: 1000, capabilities: { drop: ['ALL'], add: ['CHOWN'] } };
    const told = (uid: number) => inAWord(verdictOf({ ...mounted('/data'), context }, call, closed(uid)));
    expect([told(0), told(1000), told(3000)]).toEqual(['allowed', 'denied EACCES', 'denied EACCES']);
  });
});

describe('the scratch folder of an operation that names no volume', () => {
  it.each(['chown-own-file', 'set-file-caps', 'mknod-char'])('of %s may be read-only', (id) => {
    expect(inAWord(verdictOf(mounted('/dev/shm', { readOnly: true }), id))).toBe('denied EROFS');
    expect(inAWord(verdictOf(mounted('/dev/shm'), id))).toBe('allowed');
  });
});

describe('a mount over a node of /dev', () => {
  const under = (ociRuntime: 'runc' | 'crun') => ({ ...defaultWorld, node: { ...defaultWorld.node, ociRuntime } });

  it.each([
    ['/dev/null', 'refused', 'refused'],
    ['/dev/null/in', 'refused', 'refused'],
    ['/dev/ptmx', 'refused', 'allowed'],
    ['/dev/zero', 'allowed', 'allowed'],
    ['/dev/stdout', 'allowed', 'allowed'],
  ])('%s: under runc %s, under crun %s', (path, runc, crun) => {
    const told = (runtime: 'runc' | 'crun') => inAWord(verdictOf(mounted(path), 'start', under(runtime)));
    expect([told('runc'), told('crun')]).toEqual([runc, crun]);
  });

  it('is below the terminal that crun lays over it', () => {
    expect(inAWord(verdictOf(mounted('/dev/ptmx'), write('/dev/ptmx/x'), under('crun')))).toBe('denied ENOTDIR');
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
  ['/dev/null', { runAsUser: 1000 }, 'allowed', undefined],
  ['/dev/mqueue/x', { runAsUser: 1000 }, 'allowed', undefined],
  ['/dev/pts/x', {}, 'denied EACCES', 'mounts/takes-no-files'],
  ['/dev/stdout', {}, 'unknown', 'mounts/kernels-own'],
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
