/**
 * What the container types of SELinux may do: not a policy, but the rows of one that a pod can meet. A type that is not here is not
 * known; a right that a row does not name is denied, as everything is that no rule allows.
 *
 * Source: containers/container-selinux, commit 66ae652f of 2026-07-02 (container.te, container.if), put into
 * fedora-selinux/selinux-policy, commit fd1d9962 of 2024-10-24 (policy/mcs, virt.te), and asked rule by rule with attributes and
 * interfaces expanded and booleans at their defaults; the main rows were tried on Linux 6.1 in enforcing mode. The second part is
 * older than the first, so a single right on a type of the node may differ on a given distribution. Checked 2026-11-28.
 *
 * Left out: rights that only a boolean gives, entry points, links, locks and ioctls, packets, keys, IPC.
 */
import type { SELinuxPolicy, SELinuxRow } from '../model/selinux.ts';

const confined = ['container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'];
const others = ['container_userns_t', 'container_logreader_t', 'container_logwriter_t', 'container_device_t'];
const plugins = ['container_device_plugin_t', 'container_device_plugin_init_t'];

const searchOnly: SELinuxRow = { file: '', dir: 's' };
const readable: SELinuxRow = { file: 'r', dir: 'ls' };
const log: SELinuxRow = {
  ...searchOnly,
  but: { container_logreader_t: readable, container_logwriter_t: { file: 'rw', dir: 'lsw' } },
};
const programs: SELinuxRow = {
  file: 'rx',
  dir: 'ls',
  but: { container_init_t: readable, container_engine_t: readable },
};
const kvmExecutes: SELinuxRow = { ...readable, but: { container_kvm_t: { file: 'rx', dir: 'ls' } } };
const device = (file: string): SELinuxRow => ({ file, but: { container_device_t: { file: 'rw' } } });

/** One row for several types. */
function each(types: string, row: SELinuxRow): Readonly<Record<string, SELinuxRow>> {
  return Object.fromEntries(types.split(' ').map((type) => [type, row]));
}

export const containerPolicy: SELinuxPolicy = {
  name: 'container-selinux 66ae652f',
  unconfined: ['spc_t'],
  confined,
  constrained: [...confined, ...others, ...plugins],
  aliases: {
    svirt_lxc_net_t: 'container_t',
    svirt_sandbox_file_t: 'container_file_t',
    docker_t: 'container_runtime_t',
    docker_var_run_t: 'container_var_run_t',
  },
  objects: {
    container_file_t: { file: 'rwx', dir: 'lswm', of: 'every-container-type' },
    container_ro_file_t: { file: 'rx', dir: 'ls' },
    container_var_lib_t: { file: '', dir: 'lsw' },
    container_var_run_t: {
      file: '',
      dir: 'ls',
      but: { container_kvm_t: { file: 'w', dir: 'ls' }, container_init_t: searchOnly, container_engine_t: searchOnly },
    },
    ...each('container_log_t var_log_t', log),
    ...each('kubernetes_file_t kubelet_var_lib_t container_config_t container_home_t', searchOnly),
    container_runtime_exec_t: { file: 'rx' },
    container_runtime_tmpfs_t: { file: 'rx' },
    etc_t: kvmExecutes,
    ...each('usr_t bin_t', programs),
    // A library may be mapped as code, which is not execve.
    lib_t: kvmExecutes,
    root_t: { dir: 'ls' },
    ...each('var_t var_lib_t mnt_t default_t home_root_t user_home_t admin_home_t ssh_home_t', searchOnly),
    ...each('public_content_t cert_t shadow_t unlabeled_t security_t', searchOnly),
    passwd_file_t: { ...searchOnly, but: { container_kvm_t: readable } },
    boot_t: kvmExecutes,
    modules_object_t: readable,
    // Only what came open from elsewhere can be used.
    ...each('tmp_t tmpfs_t', { file: '' }),
    ...each('proc_t proc_net_t', { file: 'r', dir: 'lsm' }),
    proc_kcore_t: { file: 'r' },
    ...each('sysctl_t sysctl_kernel_t sysctl_vm_t', {
      file: 'r',
      dir: 's',
      but: { container_engine_t: { file: 'r', dir: 'sm' } },
    }),
    sysctl_net_t: { file: 'rw', dir: 's' },
    sysfs_t: { file: 'r', dir: 'lsm' },
    cgroup_t: {
      ...readable,
      but: { container_init_t: { file: 'rw', dir: 'lsw' }, container_engine_t: { file: 'rw', dir: 'lsw' } },
    },
    nsfs_t: { file: 'r' },
    ...each('nfs_t cifs_t', { file: 'x', dir: 's' }),
    fusefs_t: { file: 'rwx', dir: 'lsw' },
    ...each('null_device_t kvm_device_t container_devpts_t', device('rw')),
    ...each('fixed_disk_device_t memory_device_t', device('')),
    vfio_device_t: { file: '', but: { container_device_t: { file: 'rw' }, container_kvm_t: { file: 'rw' } } },
    tun_tap_device_t: { file: '', but: { container_device_t: { file: 'rw' }, container_engine_t: { file: 'rw' } } },
  },
  // The boolean virt_sandbox_use_all_caps is on by default and gives all the others.
  deniedCapabilities: ['CAP_SYS_MODULE', 'CAP_MAC_ADMIN', 'CAP_MAC_OVERRIDE'],
  self: {
    socket: { may: confined, mayNot: [] },
    'bind-port': {
      may: [...confined, 'container_userns_t', 'container_logreader_t'],
      mayNot: ['container_device_t'],
    },
    'new-user-namespace': { may: confined, mayNot: [] },
    'change-label': { may: [], mayNot: ['container_t'] },
  },
  mounts: {
    tmpfs: { may: confined, mayNot: [] },
    fuse: { may: confined, mayNot: [] },
    proc: {
      may: ['container_kvm_t', 'container_userns_t', 'container_engine_t'],
      mayNot: ['container_t', 'container_init_t'],
    },
    sysfs: { may: ['container_userns_t', 'container_engine_t'], mayNot: ['container_t', 'container_init_t'] },
  },
  peers: {
    spc_t: ['connect'],
    ...Object.fromEntries(['container_runtime_t', 'init_t', 'kernel_t', 'unconfined_t'].map((type) => [type, []])),
  },
};
