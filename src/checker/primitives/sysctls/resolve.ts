/**
 * Sysctls of the pod's namespaces, and the one that decides about ports. containerd 2 opens every port in a pod's own network
 * namespace; a pod on the node's network gets the node's number.
 *
 * Fields: `securityContext.sysctls` (pod level only), `hostNetwork`. Not modelled yet: values of other sysctls, the ping range.
 */
import { citeUnprivilegedPorts, defaultPortStart, firstOutgoingPort, kernelPortStart } from '../../facts/containerd.ts';
import { safeSysctls } from '../../facts/sysctls.ts';
import type { HostNamespaces, Sysctls, SysctlFate } from '../../model/container.ts';
import { inPod } from '../../model/field.ts';
import type { ContainerView, Primitive } from '../../model/primitive.ts';
import { resolved, type Origin, type Resolved } from '../../model/resolved.ts';
import type { World } from '../../model/world.ts';
import { sysctlsAllowed, sysctlValuesAccepted, unprivilegedPort } from './gate.ts';

export const portStartName = 'net.ipv4.ip_unprivileged_port_start';

const byRuntime: Origin = { from: 'default', of: 'runtime', field: portStartName, cite: citeUnprivilegedPorts };
const byNode: Origin = { from: 'node', fact: portStartName };

export const sysctls = {
  id: 'sysctls',
  needs: ['hostNamespaces'],
  resolve(view, { hostNamespaces }, world): Sysctls {
    const written = readSysctls(view, world);
    return { written, unprivilegedPortStart: portStart(written, hostNamespaces, world) };
  },
  gates: {
    'sysctls-allowed': sysctlsAllowed,
    'sysctl-values-accepted': sysctlValuesAccepted,
    'unprivileged-port': unprivilegedPort,
  },
} satisfies Primitive<'sysctls', 'hostNamespaces'>;

function portStart(written: Sysctls['written'], { network }: HostNamespaces, { node }: World): Resolved<number> {
  if (network.value === 'node') return resolved(node.unprivilegedPortStart, network.origin, [byNode]);
  const set = written.find(({ name }) => name === portStartName);
  const start = set === undefined ? null : readPortStart(set.value);
  if (set === undefined || start === null) return resolved(defaultPortStart(node.runtime.version), byRuntime);
  return resolved(start, set.origin, [byRuntime]);
}

/** The kubelet takes a name in dot or in slash form (Kubernetes pkg/kubelet/sysctl/util.go, NormalizeName). */
function readSysctls(view: ContainerView, world: World): Sysctls['written'] {
  return (view.pod.spec.securityContext?.sysctls ?? []).map((sysctl, index) => {
    const name = (sysctl.name ?? '').replaceAll('/', '.');
    const value = sysctl.value ?? '';
    return { name, value, fate: fateOf(name, value, world), origin: inPod(view, `securityContext.sysctls[${index}]`) };
  });
}

function fateOf(name: string, value: string, world: World): SysctlFate {
  if (!safeSysctls.includes(name) && !world.node.allowedUnsafeSysctls.includes(name)) return 'forbidden';
  if (name === portStartName && readPortStart(value) === null) return 'bad-value';
  return 'set';
}

/**
 * Answers the number that the kernel reads in a written value, or null where it refuses it. Numbers are C's (`0x50` is 80, `010`
 * is 8) and what follows a blank is not read (kernel/sysctl.c, proc_get_long); an empty value writes nothing. The ports for
 * outgoing connections begin at 32768, and the start may not lie above them (net/ipv4/sysctl_net_ipv4.c,
 * ipv4_privileged_ports).
 */
function readPortStart(value: string): number | null {
  if (value === '') return kernelPortStart;
  const [, sign, digits = ''] = /^[ \t-\r]*(-?)(0x[\da-f]+|0[0-7]*|[1-9]\d*)(?=[ \t\n]|$)/i.exec(value) ?? [];
  if (digits === '') return null;
  const number = /^0\d/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  return number > firstOutgoingPort || (sign === '-' && number > 0) ? null : number;
}
