/**
 * Sysctls of the pod's namespaces, and the one that decides about ports. containerd 2 opens every port in a pod's own network
 * namespace; a pod on the node's network gets the node's number.
 *
 * Fields: `securityContext.sysctls` (pod level only), `hostNetwork`. Not modelled yet: values of other sysctls, the ping range.
 */
import { citeUnprivilegedPorts, defaultPortStart } from '../../facts/containerd.ts';
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
  const set = written.find(({ name, fate }) => name === portStartName && fate === 'set');
  if (set === undefined) return resolved(defaultPortStart(node.runtime.version), byRuntime);
  return resolved(Number(set.value), set.origin, [byRuntime]);
}

/** The kubelet takes a name in dot or in slash form (Kubernetes pkg/kubelet/sysctl/util.go, NormalizeName); blanks around a value are cut. */
function readSysctls(view: ContainerView, world: World): Sysctls['written'] {
  return (view.pod.spec.securityContext?.sysctls ?? []).map((sysctl, index) => {
    const name = (sysctl.name ?? '').replaceAll('/', '.');
    const value = (sysctl.value ?? '').trim();
    return { name, value, fate: fateOf(name, value, world), origin: inPod(view, `securityContext.sysctls[${index}]`) };
  });
}

function fateOf(name: string, value: string, world: World): SysctlFate {
  if (!safeSysctls.includes(name) && !world.node.allowedUnsafeSysctls.includes(name)) return 'forbidden';
  if (name === portStartName && !isPortStart(value)) return 'bad-value';
  return 'set';
}

/** Linux net/ipv4/sysctl_net_ipv4.c, ipv4_privileged_ports: a decimal number from 0 to 65535. */
function isPortStart(value: string): boolean {
  return /^\d+$/.test(value) && Number(value) <= 65535;
}
