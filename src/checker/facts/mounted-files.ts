/**
 * What the kubelet and the runtime put into every container: /dev, its nodes and file systems, and the pod's own files. All of
 * it is root's. Links of /dev into /proc (`fd`, `stdin`…) and terminals are left out: see `isKernelsOwn`.
 *
 * Sources: runc libcontainer/specconv/spec_linux.go (AllowedDevices, mode 0666), ptmxmode of containerd v2.3.4 pkg/oci/mounts.go;
 * Linux v6.18 ipc/mqueue.c (mqueue_fill_super, S_ISVTX | S_IRWXUGO), fs/devpts/inode.c (devpts_fill_super); Kubernetes v1.35
 * pkg/kubelet/kubelet_pods.go (ensureHostsFile, 0644) and kuberuntime_container.go (termination log, 0666); containerd
 * internal/cri/server/sandbox_run_linux.go (setupSandboxFiles, 0644). All of /dev measured under runc and crun. Checked 2026-11-28.
 */
import type { MountedFile } from '../model/world.ts';

const directory = (path: string, mode: number) => ({ path, kind: 'directory', uid: 0, gid: 0, mode }) as const;
const file = (path: string, mode: number) => ({ path, kind: 'file', uid: 0, gid: 0, mode }) as const;

/** `readOnlyRootFilesystem` reaches two of the pod's files, since the runtime mounts them (containerd, linuxContainerMounts). */
const podFiles: readonly MountedFile[] = [
  { ...file('/etc/hosts', 0o644), of: 'pod' },
  { ...file('/etc/hostname', 0o644), of: 'pod', followsRoot: true },
  { ...file('/etc/resolv.conf', 0o644), of: 'pod', followsRoot: true },
  { ...file('/dev/termination-log', 0o666), of: 'pod' },
];

const devices = ['null', 'zero', 'full', 'random', 'urandom', 'ptmx'];

export const mountedFiles: readonly MountedFile[] = [
  ...podFiles,
  directory('/dev', 0o755),
  directory('/dev/shm', 0o1777),
  directory('/dev/mqueue', 0o1777),
  directory('/dev/pts', 0o755),
  ...devices.map((name) => file(`/dev/${name}`, 0o666)),
];
