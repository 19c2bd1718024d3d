/** Long because it is tables: a row for each row of the policy that says something of its own, and for each place and access. */
import { describe, expect, it } from 'vitest';
import type { Plain, PodShape } from '../../../../tests/support/pods.ts';
import { enforcing, labelled, type Ground } from '../../../../tests/support/selinux.ts';
import { capabilities } from '../../model/capability.ts';
import type { ObjectLabel, SELinuxAsk, SELinuxFileAccess, SELinuxFileAsk } from '../../model/selinux.ts';
import { seLinuxAllows } from './gate.ts';

function answerTo(ask: SELinuxAsk, shape: PodShape, ground: Ground = {}) {
  const world = enforcing(ground);
  return seLinuxAllows({ ask }, labelled(shape, world), world);
}

const ofType = (type: string, level?: string): PodShape => ({
  context: { seLinuxOptions: { type, ...(level !== undefined && { level }) } },
});
const mounting = (source: Plain, shape: PodShape = {}): PodShape => ({
  ...shape,
  spec: { volumes: [{ name: 'data', ...source }] },
  container: { volumeMounts: [{ name: 'data', mountPath: '/data' }] },
});
const hostPath = (shape: PodShape = {}) => mounting({ hostPath: { path: '/srv' } }, shape);

const file = (access: SELinuxFileAccess, path: string, kind: SELinuxFileAsk['kind'] = 'file'): SELinuxAsk => {
  return { on: 'file', path, kind, access };
};

/** A hostPath whose root and file carry these labels. */
const labels = (root: string, inside: string): Ground => {
  const of = (path: string, kind: 'file' | 'directory', label: string) =>
    ({ path, kind, uid: 0, gid: 0, mode: 0o777, seLinuxLabel: `system_u:object_r:${label}` }) as const;
  return { volumes: { data: [of('/', 'directory', root), of('/f', 'file', inside)] } };
};

describe('what a type may do to files of a type', () => {
  // One row of this table for each row of the policy's that says something of its own.
  it.each<[type: string, object: string, granted: string]>([
    ['container_t', 'container_file_t', 'read write execute search create'],
    ['container_logreader_t', 'container_file_t', 'read write execute search create'],
    ['container_t', 'container_ro_file_t', 'read execute search'],
    ['container_t', 'container_var_lib_t', 'search'],
    ['container_t', 'container_var_run_t', 'search'],
    ['container_kvm_t', 'container_var_run_t', 'write search'],
    ['container_t', 'var_log_t', 'search'],
    ['container_logreader_t', 'container_log_t', 'read search'],
    ['container_logwriter_t', 'container_log_t', 'read write search create'],
    ['container_t', 'kubernetes_file_t', 'search'],
    ['container_t', 'etc_t', 'read search'],
    ['container_kvm_t', 'etc_t', 'read execute search'],
    ['container_t', 'usr_t', 'read execute search'],
    ['container_init_t', 'bin_t', 'read search'],
    ['container_t', 'lib_t', 'read search'],
    ['container_t', 'shadow_t', 'search'],
    ['container_kvm_t', 'passwd_file_t', 'read search'],
    ['container_t', 'user_home_t', 'search'],
    ['container_t', 'boot_t', 'read search'],
    ['container_t', 'cgroup_t', 'read search'],
    ['container_engine_t', 'cgroup_t', 'read write search create'],
    ['container_t', 'fusefs_t', 'read write execute search create'],
    ['container_t', 'unlabeled_t', 'search'],
    ['spc_t', 'shadow_t', 'read write execute search create'],
    ['spc_t', 'a_type_of_nobody_t', 'read write execute search create'],
    ['svirt_lxc_net_t', 'svirt_sandbox_file_t', 'read write execute search create'],
  ])('%s and %s: %s', (type, object, granted) => {
    const accesses = ['read', 'write', 'execute', 'search', 'create'] as const;
    const ground = labels(`${object}:s0`, `${object}:s0`);
    const passed = accesses.filter((access) => {
      const isFolder = access === 'search' || access === 'create';
      const ask = isFolder ? file(access, '/data', 'directory') : file(access, '/data/f');
      return answerTo(ask, hostPath(ofType(type)), ground).answer === 'passes';
    });
    expect(passed.join(' ')).toBe(granted);
  });

  it.each<[string, string, SELinuxAsk]>([
    ['an object that is no row', 'container_t', file('read', '/data/f')],
    ['a type that the row does not speak of', 'container_userns_t', file('read', '/data/f')],
    ['a type of another policy', 'mine_t', file('read', '/data/f')],
  ])('is not known for %s', (name, type, ask) => {
    const object = name === 'an object that is no row' ? 'games_data_t' : 'etc_t';
    const { answer, reason } = answerTo(ask, hostPath(ofType(type)), labels('root_t:s0', `${object}:s0`));
    expect([answer, reason.code]).toEqual(['cannot-tell', 'selinux/not-in-table']);
  });

  it('is denied by a folder on the way, too', () => {
    const ground = labels('container_file_t:s0:c9', 'container_file_t:s0');
    expect(answerTo(file('read', '/data/f'), hostPath(), ground).reason.facts).toMatchObject({ access: 'search' });
  });

  it.each([
    ['the mode of a file', file('change', '/data/f')],
    ['the mode of a folder', file('change', '/data', 'directory')],
    ['a listing', file('read', '/data', 'directory')],
  ])('counts %s', (_name, ask) => {
    const answers = ['var_t', 'container_file_t'].map(
      (type) => answerTo(ask, hostPath(), labels(`${type}:s0`, `${type}:s0`)).answer,
    );
    expect(answers).toEqual(['stops', 'passes']);
  });
});

describe('the level', () => {
  const archive = labels('container_file_t:s0:c123,c456', 'container_file_t:s0:c123,c456');
  it.each<[string, PodShape, string, string]>([
    ['the same', ofType('container_t', 's0:c123,c456'), 'passes', 'selinux/type-allowed'],
    ['more', ofType('container_t', 's0:c123,c456,c789'), 'passes', 'selinux/type-allowed'],
    ['a range over both', ofType('container_t', 's0:c123.c456'), 'passes', 'selinux/type-allowed'],
    ['another', ofType('container_t', 's0:c200,c300'), 'stops', 'selinux/level-denied'],
    ['one of two', ofType('container_t', 's0:c123'), 'stops', 'selinux/level-denied'],
    ['none', ofType('container_t', 's0'), 'stops', 'selinux/level-denied'],
    ['a picked pair', {}, 'stops', 'selinux/level-denied'],
    ['of a type that has its own rows', ofType('container_init_t', 's0:c1'), 'stops', 'selinux/level-denied'],
    ['of a type of another policy', ofType('mine_t', 's0:c200,c300'), 'cannot-tell', 'selinux/not-in-table'],
    ['of spc_t, any', ofType('spc_t', 's0:c200,c300'), 'passes', 'selinux/unconfined'],
    ['of a privileged container', { context: { privileged: true } }, 'passes', 'selinux/unconfined'],
    [
      'that is lost with the pod’s struct',
      {
        podContext: { seLinuxOptions: { level: 's0:c123,c456' } },
        context: { seLinuxOptions: { type: 'container_t' } },
      },
      'stops',
      'selinux/level-denied',
    ],
  ])('of the process, %s', (_name, shape, answer, code) => {
    const found = answerTo(file('read', '/data/f'), hostPath(shape), archive);
    expect([found.answer, found.reason.code]).toEqual([answer, code]);
  });

  it('is chance where a picked pair meets one category', () => {
    const found = answerTo(
      file('read', '/data/f'),
      hostPath(),
      labels('container_file_t:s0', 'container_file_t:s0:c5'),
    );
    expect([found.answer, found.reason.code]).toEqual(['cannot-tell', 'selinux/level-by-chance']);
  });

  it('names where the rule stands, the line that decided, what it beat, and the mount', () => {
    const shape = {
      podContext: { seLinuxOptions: { level: 's0:c123,c456' } },
      context: { seLinuxOptions: { type: 'container_t' } },
    };
    const { reason } = answerTo(file('read', '/data/f'), hostPath(shape), archive);
    expect(reason.cite.work).toContain('policy/mcs');
    expect([...reason.origins, ...reason.overrode]).toMatchObject([
      { path: 'spec.containers[0].securityContext.seLinuxOptions' },
      { path: 'spec.containers[0].volumeMounts[0]' },
      { path: 'spec.securityContext.seLinuxOptions.level' },
    ]);
  });
});

describe('what stands where', () => {
  it.each<[string, SELinuxAsk, PodShape, string, string]>([
    ['the image is the container’s', file('write', '/etc/motd'), {}, 'passes', 'selinux/type-allowed'],
    ['a node of /dev is', file('write', '/dev/null'), {}, 'passes', 'selinux/type-allowed'],
    ['/dev/shm is', file('create', '/dev/shm', 'directory'), {}, 'passes', 'selinux/type-allowed'],
    [
      '/dev/shm of the node is not',
      file('write', '/dev/shm/f'),
      { spec: { hostIPC: true } },
      'stops',
      'selinux/type-denied',
    ],
    ['an emptyDir is', file('write', '/data/f'), mounting({ emptyDir: {} }), 'passes', 'selinux/type-allowed'],
    [
      'a claim is anybody’s',
      file('read', '/data/f'),
      mounting({ persistentVolumeClaim: { claimName: 'c' } }),
      'cannot-tell',
      'selinux/object-unknown',
    ],
    ['what the world does not name is', file('read', '/data/f'), hostPath(), 'cannot-tell', 'selinux/object-unknown'],
    ['/proc is the kernel’s', file('read', '/proc/meminfo'), {}, 'passes', 'selinux/type-allowed'],
    [
      '/proc/sys/kernel is not to be written',
      file('write', '/proc/sys/kernel/core_pattern'),
      {},
      'stops',
      'selinux/type-denied',
    ],
    ['/proc/sys/net is', file('write', '/proc/sys/net/core/somaxconn'), {}, 'passes', 'selinux/type-allowed'],
    ['/sys is not', file('write', '/sys/power/state'), {}, 'stops', 'selinux/type-denied'],
    ['/sys/fs/selinux is not to be read', file('read', '/sys/fs/selinux/enforce'), {}, 'stops', 'selinux/type-denied'],
    ['a process of /proc is not known', file('read', '/proc/1/environ'), {}, 'cannot-tell', 'selinux/object-unknown'],
  ])('%s', (_name, ask, shape, answer, code) => {
    const found = answerTo(ask, shape);
    expect([found.answer, found.reason.code]).toEqual([answer, code]);
  });

  it('is not known of a part of a volume that keeps its labels', () => {
    const shape = hostPath();
    const volumeMounts = [{ name: 'data', mountPath: '/data', subPath: 'f' }];
    const ground = labels('etc_t:s0', 'etc_t:s0');
    expect(answerTo(file('read', '/data'), { ...shape, container: { volumeMounts } }, ground).answer).toBe(
      'cannot-tell',
    );
  });

  it('is open where containers relabel it in turn', () => {
    const side = {
      name: 'side',
      image: 'i',
      restartPolicy: 'Always',
      securityContext: { seLinuxOptions: { level: 's0:c1' } },
    };
    const shape = { spec: { initContainers: [side] } };
    const world = enforcing();
    // The sidecar comes first.
    const found = seLinuxAllows({ ask: file('read', '/dev/shm/f') }, labelled(shape, world), world);
    expect([found.answer, found.reason.code]).toEqual(['cannot-tell', 'selinux/contested']);
  });
});

describe('beside files', () => {
  const label = (type: string, level = 's0'): ObjectLabel => ({ type, level: { kind: 'written', text: level } });
  const own = ofType('container_t', 's0:c1,c2');

  it('every capability passes but three', () => {
    const stopped = capabilities.filter(
      (capability) => answerTo({ on: 'capability', capability }, own).answer === 'stops',
    );
    expect(stopped.sort()).toEqual(['CAP_MAC_ADMIN', 'CAP_MAC_OVERRIDE', 'CAP_SYS_MODULE']);
  });

  it.each<[string, SELinuxAsk, string, string, string]>([
    [
      'no module in spc_t stops',
      { on: 'capability', capability: 'CAP_SYS_MODULE' },
      'spc_t',
      'passes',
      'selinux/unconfined',
    ],
    [
      'a capability of an unknown type',
      { on: 'capability', capability: 'CAP_CHOWN' },
      'mine_t',
      'cannot-tell',
      'selinux/access-not-in-table',
    ],
    [
      'a signal of a type that the table does not speak of',
      { on: 'process', does: 'signal', peer: null },
      'container_logreader_t',
      'cannot-tell',
      'selinux/access-not-in-table',
    ],
    ['a socket', { on: 'self', does: 'socket' }, 'container_t', 'passes', 'selinux/access-allowed'],
    ['a port', { on: 'self', does: 'bind-port' }, 'container_logreader_t', 'passes', 'selinux/access-allowed'],
    ['no port for devices', { on: 'self', does: 'bind-port' }, 'container_device_t', 'stops', 'selinux/access-denied'],
    [
      'a user namespace',
      { on: 'self', does: 'new-user-namespace' },
      'container_engine_t',
      'passes',
      'selinux/access-allowed',
    ],
    ['no other label', { on: 'self', does: 'change-label' }, 'container_t', 'stops', 'selinux/access-denied'],
    ['another label for spc_t', { on: 'self', does: 'change-label' }, 'spc_t', 'passes', 'selinux/unconfined'],
    ['a tmpfs', { on: 'mount', fileSystem: 'tmpfs', path: '/mnt' }, 'container_t', 'passes', 'selinux/access-allowed'],
    [
      'no tmpfs on /proc/sys/kernel',
      { on: 'mount', fileSystem: 'tmpfs', path: '/proc/sys/kernel' },
      'container_t',
      'stops',
      'selinux/type-denied',
    ],
    ['no proc', { on: 'mount', fileSystem: 'proc', path: null }, 'container_t', 'stops', 'selinux/access-denied'],
    [
      'proc for engines',
      { on: 'mount', fileSystem: 'proc', path: null },
      'container_engine_t',
      'passes',
      'selinux/access-allowed',
    ],
    [
      'a file system that is no row',
      { on: 'mount', fileSystem: 'constructor', path: null },
      'container_t',
      'cannot-tell',
      'selinux/access-not-in-table',
    ],
    [
      'a call that is no row',
      { on: 'other', call: 'bpf' },
      'container_t',
      'cannot-tell',
      'selinux/access-not-in-table',
    ],
  ])('%s', (_name, ask, type, answer, code) => {
    const found = answerTo(ask, ofType(type));
    expect([found.answer, found.reason.code]).toEqual([answer, code]);
  });

  it.each<[string, 'signal' | 'ptrace' | 'connect', ObjectLabel | null, string]>([
    ['the same container', 'ptrace', null, 'passes'],
    ['the same level', 'signal', label('container_t', 's0:c1,c2'), 'passes'],
    ['another level', 'signal', label('container_t', 's0:c3,c4'), 'stops'],
    ['another level, by its socket', 'connect', label('container_t', 's0:c3,c4'), 'passes'],
    ['another container type', 'signal', label('container_init_t'), 'stops'],
    ['spc_t, by its socket', 'connect', label('spc_t'), 'passes'],
    ['spc_t', 'signal', label('spc_t'), 'stops'],
    ['the runtime, by its socket', 'connect', label('container_runtime_t'), 'stops'],
    ['the runtime by its old name', 'connect', label('docker_t'), 'stops'],
    ['init', 'ptrace', label('init_t'), 'stops'],
    ['somebody else', 'signal', label('httpd_t'), 'cannot-tell'],
    ['somebody by a name of JavaScript', 'signal', label('constructor'), 'cannot-tell'],
  ])('a process of %s: %s', (_name, does, peer, answer) => {
    expect(answerTo({ on: 'process', does, peer }, own).answer).toBe(answer);
  });
});

describe('the node', () => {
  const shadow = labels('etc_t:s0', 'shadow_t:s0');
  const read = file('read', '/data/f');
  it.each<[string, PodShape, Ground, string, string]>([
    ['enforces', {}, {}, 'stops', 'selinux/type-denied'],
    ['only logs', {}, { seLinuxMode: 'permissive' }, 'passes', 'selinux/permissive'],
    ['has a runtime that gives no labels', {}, { seLinuxLabels: false }, 'passes', 'selinux/unconfined'],
    ['has no SELinux', {}, { seLinux: false }, 'passes', 'selinux/not-on-node'],
  ])('that %s', (_name, shape, ground, answer, code) => {
    const found = answerTo(read, hostPath(shape), { ...shadow, ...ground });
    expect([found.answer, found.reason.code, found.layer]).toEqual([answer, code, 'selinux']);
  });

  it('says why it lets something pass where it only logs, too', () => {
    const found = answerTo(file('read', '/etc/hostname'), {}, { seLinuxMode: 'permissive' });
    expect(found.reason.code).toBe('selinux/type-allowed');
  });

  it('says what it would have done where it only logs', () => {
    const would = [read, { on: 'other', call: 'bpf' } as const].map(
      (ask) => answerTo(ask, hostPath(), { ...shadow, seLinuxMode: 'permissive' }).reason.facts['wouldStop'],
    );
    expect(would).toEqual([true, false]);
  });

  it('answers as nobody knows where no table is handed over', () => {
    const { seLinuxPolicy: _policy, ...tables } = enforcing().tables;
    const world = { ...enforcing(), tables };
    const found = seLinuxAllows({ ask: read }, labelled({}, world), world);
    expect([found.answer, found.reason.code]).toEqual(['cannot-tell', 'selinux/no-table']);
  });
});
