/**
 * Which labels runtimes give, and which volumes they relabel.
 * Source: container-selinux 66ae652f, container_contexts; containerd v2.3.4 (cited at each rule); CRI-O, server/container_create.go
 * (configureSELinuxLabels) and pkg/config (DefaultConfig); Kubernetes v1.35, GetAttributes of each plugin in pkg/volume. Checked
 * 2026-11-28.
 */
import type { Citation } from '../model/citation.ts';
import { containerd } from './sources.ts';

/** container_contexts: `process` and `file`. */
export const defaultLabel = { user: 'system_u', role: 'system_r', type: 'container_t' } as const;
export const fileType = 'container_file_t';

/** What a process becomes that gets no label: the policy's own transition from the runtime to what it executes in a container. */
export const unlabelledType = 'spc_t';

export interface Labelling {
  /** Whether it gives labels where nobody says so. */
  readonly byDefault: boolean;
  /** What a part of `seLinuxOptions` that is not written is taken from, where another part is. */
  readonly restFrom: 'its-own-defaults' | 'the-pod';
  /** Which of the node's namespaces take the label of the process away, and which that of the files too. */
  readonly clearedBy: readonly ('network' | 'pid' | 'ipc')[];
  readonly filesClearedBy: readonly ('network' | 'pid' | 'ipc')[];
}

/** `enable_selinux` of containerd is off; CRI-O follows the node, and clears for `hostNetwork` since 1.30 (hostnetwork_disable_selinux). */
export const labellings: Readonly<Record<string, Labelling>> = {
  containerd: { byDefault: false, restFrom: 'its-own-defaults', clearedBy: [], filesClearedBy: [] },
  'cri-o': {
    byDefault: true,
    restFrom: 'the-pod',
    clearedBy: ['network', 'pid', 'ipc'],
    filesClearedBy: ['pid', 'ipc'],
  },
};

export const citeEnabled = containerd('internal/cri/config/config_unix.go', 'EnableSelinux');
export const citeLabel = containerd('internal/cri/server/container_create.go', 'buildLinuxSpec');
/** Where the rules stand that `selinux-policy.ts` has a part of. */
export const citeTypes: Citation = {
  work: 'container-selinux container.te',
  at: 'container_domain',
  url: 'https://github.com/containers/container-selinux/blob/66ae652f/container.te',
};
export const citeLevels: Citation = {
  work: 'selinux-policy policy/mcs',
  at: 'mlsconstrain',
  url: 'https://github.com/fedora-selinux/selinux-policy/blob/fd1d9962/policy/mcs',
};
export const citeCleared = containerd('internal/cri/server/container_create.go', 'createContainer');

/** Sources whose files the runtime relabels for the pod, unless the source itself is read-only. */
export const relabelledSources: readonly string[] = [
  ...['emptyDir', 'configMap', 'secret', 'downwardAPI', 'projected', 'gitRepo'],
  ...['iscsi', 'fc', 'flexVolume'],
];

/** Sources whose files keep the labels they have. */
export const keptSources: readonly string[] = ['hostPath', 'nfs', 'portworxVolume', 'image'];

/** Sources that stand for a volume which the pod does not describe. */
export const claimSources: readonly string[] = ['persistentVolumeClaim', 'ephemeral'];

/** Types of folders of the kernel's file systems that stand above others. Source as below. */
export const kernelFolders: Readonly<Record<string, string>> = {
  '/proc': 'proc_t',
  '/proc/sys': 'sysctl_t',
  '/sys/fs': 'sysfs_t',
  '/sys/kernel': 'sysfs_t',
};

/**
 * Types in the kernel's file systems by path, the most telling first; null: not known here, as are all processes in /proc.
 * Source: fedora-selinux/selinux-policy fd1d9962, genfscon of kernel.te, devices.te, filesystem.te, selinux.te.
 */
export const kernelTypes: readonly (readonly [path: string, type: string | null])[] = [
  ['/proc/sys/kernel', 'sysctl_kernel_t'],
  ['/proc/sys/vm', 'sysctl_vm_t'],
  ['/proc/sys/net', 'sysctl_net_t'],
  ['/proc/sys', null],
  ['/proc/kcore', 'proc_kcore_t'],
  ...['cpuinfo', 'meminfo', 'mounts', 'filesystems', 'uptime', 'version', 'loadavg', 'stat', 'cmdline'].map(
    (name) => [`/proc/${name}`, 'proc_t'] as const,
  ),
  ['/sys/fs/cgroup', 'cgroup_t'],
  ['/sys/fs/selinux', 'security_t'],
  ['/sys/fs', null],
  ['/sys/kernel', null],
  ['/sys', 'sysfs_t'],
  ['/proc', null],
];
