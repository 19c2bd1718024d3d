import { describe, expect, it } from 'vitest';
import { containerOf } from '../../tests/support/container.ts';
import { withData, type PodShape } from '../../tests/support/pods.ts';
import { defaultCapabilities } from '../checker/facts/containerd.ts';
import { maskedPaths, readOnlyPaths } from '../checker/facts/masked-paths.ts';
import { capabilities as all } from '../checker/index.ts';
import type { Placement } from './placement.ts';
import { translate } from './translate.ts';

const placement: Placement = {
  podName: 'sample',
  rootfs: '/rootfs',
  args: ['/usr/bin/entry'],
  cgroupsPath: '/sample',
  volumeSources: { data: '/volumes/data' },
  podFiles: {
    '/etc/hosts': { source: '/pod/hosts', followsRoot: false },
    '/etc/hostname': { source: '/pod/hostname', followsRoot: true },
  },
  seccompProfiles: {},
  userNamespaceStart: 131072,
};

const told = (shape: PodShape = {}) => translate(containerOf(shape), placement);
const namespaces = (shape: PodShape) => told(shape).linux.namespaces.map(({ type }) => type);

describe('the process', () => {
  it('is root with the default 14 where nothing is said', () => {
    const { user, noNewPrivileges, capabilities } = told().process;
    expect(user).toEqual({ uid: 0, gid: 0, additionalGids: [0] });
    expect(noNewPrivileges).toBe(false);
    expect(new Set(capabilities.bounding)).toEqual(new Set(defaultCapabilities));
  });

  it('is told the same three sets whatever its user, and neither inheritable nor ambient ones', () => {
    const { capabilities } = told({ podContext: { runAsUser: 1000 } }).process;
    expect(Object.keys(capabilities)).toEqual(['bounding', 'permitted', 'effective']);
    expect(capabilities.permitted).toEqual(capabilities.bounding);
    expect(capabilities.effective).toEqual(capabilities.bounding);
  });

  // Kubernetes words in, OCI words out: what only the runtime finds strange travels on.
  it.each([
    [{ drop: ['ALL'], add: ['chown'] }, ['CAP_CHOWN']],
    [{ drop: ['ALL'], add: ['CAP_CHOWN'] }, ['CAP_CAP_CHOWN']],
    [{ drop: ['ALL', 'CAP_CHOWN'], add: ['CAP_CHOWN'] }, []],
    [{ drop: ['ALL'], add: ['nonsense'] }, ['CAP_NONSENSE']],
  ])('has of %j the capabilities %j', (capabilities, expected) => {
    expect(told({ context: { capabilities } }).process.capabilities.bounding).toEqual(expected);
  });

  it('has groups of pod and container together, the primary one among them', () => {
    const podContext = { runAsUser: 1000, runAsGroup: 1000, supplementalGroups: [5, 6], fsGroup: 7 };
    const { gid, additionalGids } = told({ podContext }).process.user;
    expect(gid).toBe(1000);
    expect(new Set(additionalGids)).toEqual(new Set([1000, 5, 6, 7]));
  });

  it('gets no_new_privs from `allowPrivilegeEscalation: false` alone', () => {
    expect(told({ context: { allowPrivilegeEscalation: false } }).process.noNewPrivileges).toBe(true);
    expect(told({ context: { allowPrivilegeEscalation: true } }).process.noNewPrivileges).toBe(false);
  });
});

describe('privileged', () => {
  const shape: PodShape = {
    podContext: { seccompProfile: { type: 'RuntimeDefault' } },
    context: { privileged: true, capabilities: { drop: ['ALL'] } },
  };

  it('takes every wall that the runtime builds', () => {
    const { process, linux } = told(shape);
    expect(new Set(process.capabilities.bounding)).toEqual(new Set(all));
    expect(linux).toMatchObject({ maskedPaths: [], readonlyPaths: [] });
    expect(linux.seccomp).toBeUndefined();
    expect(linux.resources.devices).toEqual([{ allow: true, access: 'rwm' }]);
  });

  it('leaves a read-only root file system read-only', () => {
    expect(told({ context: { privileged: true, readOnlyRootFilesystem: true } }).root.readonly).toBe(true);
  });

  it('makes /sys writable', () => {
    const options = (of: PodShape) => told(of).mounts.find(({ destination }) => destination === '/sys')?.options;
    expect(options(shape)).toContain('rw');
    expect(options({})).toContain('ro');
  });
});

describe('namespaces', () => {
  it('are a container’s own where nothing is said, its user namespace excepted', () => {
    expect(namespaces({})).toEqual(['mount', 'cgroup', 'ipc', 'network', 'pid', 'uts']);
  });

  it('follow hostNetwork with the host name, hostPID and hostIPC alone', () => {
    expect(namespaces({ spec: { hostNetwork: true } })).toEqual(['mount', 'cgroup', 'ipc', 'pid']);
    expect(told({ spec: { hostNetwork: true } }).hostname).toBeUndefined();
    expect(namespaces({ spec: { hostPID: true } })).not.toContain('pid');
    expect(namespaces({ spec: { hostIPC: true } })).not.toContain('ipc');
  });

  it('of users map 65536 ids, for users and groups alike', () => {
    const { linux } = told({ spec: { hostUsers: false } });
    expect(linux.namespaces).toContainEqual({ type: 'user' });
    expect(linux.uidMappings).toEqual([{ containerID: 0, hostID: 131072, size: 65536 }]);
    expect(linux.gidMappings).toEqual(linux.uidMappings);
    expect(told().linux.uidMappings).toBeUndefined();
  });
});

describe('sysctls', () => {
  const portStart = 'net.ipv4.ip_unprivileged_port_start';
  const pingRange = 'net.ipv4.ping_group_range';
  const sysctls = (name: string, value: string) => ({ podContext: { sysctls: [{ name, value }] } });

  it('open low ports and ping in a network namespace of the pod', () => {
    expect(told().linux.sysctl).toEqual({ [portStart]: '0', [pingRange]: '0 2147483647' });
  });

  it('leave ping closed in a user namespace, and all of it with the network of the node', () => {
    expect(told({ spec: { hostUsers: false } }).linux.sysctl).toEqual({ [portStart]: '0' });
    expect(told({ spec: { hostNetwork: true } }).linux.sysctl).toEqual({});
  });

  it('are the pod’s own where it sets them, by either spelling', () => {
    expect(told(sysctls(portStart, '80')).linux.sysctl[portStart]).toBe('80');
    expect(told(sysctls(portStart.replaceAll('.', '/'), '1024')).linux.sysctl[portStart]).toBe('1024');
  });
});

describe('files', () => {
  it('of the kernel are masked by the kubelet’s lists', () => {
    expect(told().linux).toMatchObject({ maskedPaths, readonlyPaths: readOnlyPaths });
  });

  it('of the kernel are bare with `procMount: Unmasked`', () => {
    const shape = { spec: { hostUsers: false }, context: { procMount: 'Unmasked' } };
    expect(told(shape).linux).toMatchObject({ maskedPaths: [], readonlyPaths: [] });
  });

  it('of a volume lie where the volume is, read-only where the mount says so', () => {
    const readOnly = {
      ...withData,
      container: { volumeMounts: [{ name: 'data', mountPath: '/data', readOnly: true }] },
    };
    const last = (shape: PodShape) => told(shape).mounts.find(({ destination }) => destination === '/data');
    expect(last(withData)).toMatchObject({ destination: '/data', source: '/volumes/data', type: 'bind' });
    expect(last(withData)?.options).toContain('rw');
    expect(last(readOnly)?.options).toContain('ro');
  });

  it('of a volume inside another are mounted after it, however they are written', () => {
    const volumeMounts = ['/data/in', '/data'].map((mountPath) => ({ name: 'data', mountPath }));
    const { mounts } = told({ ...withData, container: { volumeMounts } });
    const volumes = mounts.map(({ destination }) => destination).filter((path) => path.startsWith('/data'));
    expect(volumes).toEqual(['/data', '/data/in']);
  });

  it('of the pod stay writable under a read-only root where the kubelet mounts them, and not where the runtime does', () => {
    const { mounts } = told({ context: { readOnlyRootFilesystem: true } });
    const options = (path: string) => mounts.find(({ destination }) => destination === path)?.options;
    expect(options('/etc/hosts')).toContain('rw');
    expect(options('/etc/hostname')).toContain('ro');
    expect(told().mounts.find(({ destination }) => destination === '/etc/hostname')?.options).toContain('rw');
  });

  it('of the pod give way to a volume at the same path, and stay inside one', () => {
    const at = (mountPath: string) =>
      told({ ...withData, container: { volumeMounts: [{ name: 'data', mountPath }] } }).mounts.filter(
        ({ destination }) => destination === '/etc/hosts',
      );
    expect(at('/etc/hosts').map(({ source }) => source)).toEqual(['/volumes/data']);
    expect(at('/etc').map(({ source }) => source)).toEqual(['/pod/hosts']);
  });

  it('in /dev/shm stay writable under a read-only root', () => {
    const { root, mounts } = told({ context: { readOnlyRootFilesystem: true } });
    expect(root.readonly).toBe(true);
    expect(mounts.find(({ destination }) => destination === '/dev/shm')?.options).not.toContain('ro');
  });
});
