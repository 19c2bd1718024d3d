/**
 * Sysctls the kubelet lets every pod set, and what the kernel takes for them.
 * Source: Kubernetes v1.35.6, pkg/kubelet/sysctl/safe_sysctls.go; Linux v6.18, net/ipv4/sysctl_net_ipv4.c and ipc/ipc_sysctl.c.
 * Every bound was tried on a 6.18 kernel. Checked 2026-11-24.
 */
import type { SysctlRule } from '../model/sysctl.ts';

/** At most INT_MAX / HZ in either direction (kernel/sysctl.c, do_proc_dointvec_jiffies_conv); on amd64 HZ is 100 to 1000. */
const seconds = { count: 1, least: -21474836, most: 2147483, mostAnywhere: 21474836 };
const byte = { count: 1, least: 0, most: 255, unsigned: true } as const;
const sizes = { count: 3, least: 1, most: 2147483647 };
const ports = { least: 0, most: 65535 };

/** The whole list: a name that is not here is unsafe. */
export const safeSysctls: readonly SysctlRule[] = [
  { name: 'kernel.shm_rmid_forced', count: 1, least: 0, most: 1 },
  { name: 'net.ipv4.ip_local_port_range', count: 2, ...ports, least: 1 },
  { name: 'net.ipv4.tcp_syncookies', ...byte },
  { name: 'net.ipv4.ping_group_range', count: 2, least: 0, most: 4294967294, unsigned: true },
  { name: 'net.ipv4.ip_unprivileged_port_start', count: 1, ...ports },
  { name: 'net.ipv4.ip_local_reserved_ports', count: 0, ...ports },
  { name: 'net.ipv4.tcp_keepalive_time', ...seconds },
  { name: 'net.ipv4.tcp_fin_timeout', ...seconds },
  { name: 'net.ipv4.tcp_keepalive_intvl', ...seconds },
  { name: 'net.ipv4.tcp_keepalive_probes', ...byte },
  { name: 'net.ipv4.tcp_rmem', ...sizes },
  { name: 'net.ipv4.tcp_wmem', ...sizes },
];
