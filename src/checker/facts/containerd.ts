/**
 * What containerd gives a container that says nothing.
 * Source: containerd v2.3.4, pkg/oci/spec.go (defaultUnixCaps) and internal/cri/server/podsandbox/sandbox_run_linux.go,
 * internal/cri/config/config_unix.go (enable_unprivileged_ports). Checked 2026-11-23.
 */
import type { Capability } from '../model/capability.ts';
import { containerd } from './sources.ts';

/** The 14 capabilities of every container that does not say otherwise, whatever its user; mask 0xa80425fb. */
export const defaultCapabilities: readonly Capability[] = [
  'CAP_CHOWN',
  'CAP_DAC_OVERRIDE',
  'CAP_FOWNER',
  'CAP_FSETID',
  'CAP_KILL',
  'CAP_SETGID',
  'CAP_SETUID',
  'CAP_SETPCAP',
  'CAP_NET_BIND_SERVICE',
  'CAP_NET_RAW',
  'CAP_SYS_CHROOT',
  'CAP_MKNOD',
  'CAP_AUDIT_WRITE',
  'CAP_SETFCAP',
];

export const citeDefaultCapabilities = containerd('pkg/oci/spec.go', 'defaultUnixCaps');
export const citeUnprivilegedPorts = containerd('internal/cri/config/config_unix.go', 'EnableUnprivilegedPorts');

/** The port start containerd sets in a pod's own network namespace since 2.0; before it the kernel's own default holds. */
export function defaultPortStart(version: string): number {
  return Number.parseInt(version, 10) >= 2 ? 0 : kernelPortStart;
}

/** `net.ipv4.ip_unprivileged_port_start` of a new network namespace: Linux net/ipv4/af_inet.c, PROT_SOCK. */
export const kernelPortStart = 1024;

/** `net.ipv4.ip_local_port_range` in a new network namespace: Linux net/ipv4/af_inet.c, inet_init_net. */
export const firstOutgoingPort = 32768;
export const lastOutgoingPort = 60999;
