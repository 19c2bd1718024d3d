/**
 * Sysctls of the pod's namespaces, and the one that decides about ports. containerd 2 opens every port in a pod's own network
 * namespace; a pod on the node's network gets the node's number.
 *
 * Fields: `securityContext.sysctls` (pod level only), `hostNetwork`. Not modelled: what the kernel takes for a sysctl that is not
 * on the kubelet's list, the ping range.
 */
import { citeUnprivilegedPorts, defaultPortStart, firstOutgoingPort, kernelPortStart } from '../../facts/containerd.ts';
import type { Sysctls } from '../../model/container.ts';
import { inPod } from '../../model/field.ts';
import type { ContainerView, Primitive } from '../../model/primitive.ts';
import { resolved, type Origin } from '../../model/resolved.ts';
import { fateOf, firstNumberOf, outgoingPortsName, portStartName, type Setting } from './fate.ts';
import { sysctlsAllowed, sysctlValuesAccepted, unprivilegedPort } from './gate.ts';

const byRuntime: Origin = { from: 'default', of: 'runtime', field: portStartName, cite: citeUnprivilegedPorts };

export const sysctls = {
  id: 'sysctls',
  needs: ['hostNamespaces', 'userNamespace'],
  resolve(view, { hostNamespaces, userNamespace }, world): Sysctls {
    const { node } = world;
    const settings = readSettings(view);
    const start = settings.find(({ name }) => name === portStartName);
    const range = settings.find(({ name }) => name === outgoingPortsName);
    const portStart = start ? (firstNumberOf(start, world) ?? kernelPortStart) : defaultPortStart(node.runtime.version);
    const firstOutgoing = (range && firstNumberOf(range, world)) ?? firstOutgoingPort;
    const around = { world, userNamespace: userNamespace.value, portStart, firstOutgoing };
    const [origin = byRuntime, ...beaten] = start ? [start.origin, byRuntime] : [byRuntime];
    const { network } = hostNamespaces;
    return {
      written: settings.map((setting) => ({ ...setting, fate: fateOf(setting, around) })),
      unprivilegedPortStart:
        network.value === 'node'
          ? resolved(node.unprivilegedPortStart, network.origin, [origin, ...beaten])
          : resolved(portStart, origin, beaten),
    };
  },
  gates: {
    'sysctls-allowed': sysctlsAllowed,
    'sysctl-values-accepted': sysctlValuesAccepted,
    'unprivileged-port': unprivilegedPort,
  },
} satisfies Primitive<'sysctls', 'hostNamespaces' | 'userNamespace'>;

/** One setting a name, however it is spelt: the last one counts (Kubernetes pkg/kubelet/kuberuntime, generatePodSandboxLinuxConfig). */
function readSettings(view: ContainerView): readonly (Setting & { readonly origin: Origin })[] {
  const settings = (view.pod.spec.securityContext?.sysctls ?? []).map(({ name = '', value = '' }, index) => ({
    name: inDots(name),
    value,
    origin: inPod(view, `securityContext.sysctls[${index}]`),
  }));
  return [...new Map(settings.map((setting) => [setting.name, setting])).values()];
}

/**
 * The first separator says which form a name is in: `net/ipv4/conf/eth0.1/x` is `net.ipv4.conf.eth0/1.x` (Kubernetes
 * component-helpers, node/util/sysctl/sysctl.go, NormalizeName).
 */
function inDots(name: string): string {
  if (!/^[^./]*\//.test(name)) return name;
  return name.replace(/[./]/g, (separator) => (separator === '/' ? '.' : '/'));
}
