import type { EffectiveContainer } from '../checker/index.ts';

/**
 * Answers what is written to the sysctls of a pod's namespaces. containerd opens low ports and, outside user namespaces,
 * ping, in every network namespace that it makes; the pod's own values win (sandbox_run_linux.go, sandboxContainerSpec).
 */
export function sysctlsOf(container: EffectiveContainer): Readonly<Record<string, string>> {
  const ownNetwork = container.hostNamespaces.network.value !== 'node';
  const values = {
    ...(ownNetwork && { 'net.ipv4.ip_unprivileged_port_start': '0' }),
    ...(ownNetwork && container.userNamespace.value === 'node' && { 'net.ipv4.ping_group_range': '0 2147483647' }),
    ...Object.fromEntries(container.sysctls.written.map(({ name, value }) => [name, value])),
  };
  // Go writes the keys of a map in order, and crun keeps that order.
  return Object.fromEntries(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
