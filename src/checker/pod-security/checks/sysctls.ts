import type { JudgedPod } from '../check.ts';
import { objection } from '../messages.ts';
import type { Objection } from '../violation.ts';

/** By the minor version that first allowed them. The kubelet has a list of its own (`facts/sysctls.ts`) and takes the form with slashes too. */
const namesSince: ReadonlyMap<string, number> = new Map([
  ['kernel.shm_rmid_forced', 0],
  ['net.ipv4.ip_local_port_range', 0],
  ['net.ipv4.ip_unprivileged_port_start', 0],
  ['net.ipv4.tcp_syncookies', 0],
  ['net.ipv4.ping_group_range', 0],
  ['net.ipv4.ip_local_reserved_ports', 27],
  ['net.ipv4.tcp_keepalive_time', 29],
  ['net.ipv4.tcp_fin_timeout', 29],
  ['net.ipv4.tcp_keepalive_intvl', 29],
  ['net.ipv4.tcp_keepalive_probes', 29],
  ['net.ipv4.tcp_rmem', 32],
  ['net.ipv4.tcp_wmem', 32],
]);

export function sysctls({ spec }: JudgedPod, version: number): readonly Objection[] {
  return (spec.securityContext?.sysctls ?? []).flatMap(({ name = '' }, index) => {
    const since = namesSince.get(name);
    if (since !== undefined && since <= version) return [];
    const facts = { name, since: since === undefined ? null : `v1.${since}` };
    const at = { path: `spec.securityContext.sysctls[${index}].name`, container: null };
    return [objection({ code: 'pod-security/sysctl', facts, ...at })];
  });
}
