/** What becomes of a sysctl that a pod sets: whether the kubelet lets it, and whether the kernel takes the value. */
import { firstOutgoingPort, kernelPortStart, lastOutgoingPort } from '../../facts/containerd.ts';
import { idsPerPod } from '../../facts/user-namespaces.ts';
import type { SysctlFate, UserNamespace } from '../../model/container.ts';
import type { World } from '../../model/world.ts';
import { numbersIn } from './values.ts';

export const portStartName = 'net.ipv4.ip_unprivileged_port_start';
export const outgoingPortsName = 'net.ipv4.ip_local_port_range';

export interface Setting {
  readonly name: string;
  readonly value: string;
}

export interface Surroundings {
  readonly world: World;
  readonly userNamespace: UserNamespace;
  /** Where the free ports and the ports for outgoing connections begin when everything is written. */
  readonly portStart: number;
  readonly firstOutgoing: number;
}

/** Answers what becomes of one setting beside the others. */
export function fateOf(setting: Setting, around: Surroundings): SysctlFate {
  const { name } = setting;
  const rule = ruleOf(name, around.world);
  if (rule === undefined) return isAllowed(name, around.world) ? 'not-known' : 'forbidden';
  const numbers = numbersIn(setting.value, rule);
  // Both groups must be mapped where the runtime writes (net/ipv4/sysctl_net_ipv4.c, ipv4_ping_group_range).
  const most = name === 'net.ipv4.ping_group_range' && around.userNamespace === 'pod' ? idsPerPod - 1 : rule.most;
  const { least, mostAnywhere = most } = rule;
  if (numbers === null || numbers.some((number) => number < least || number > mostAnywhere)) return 'bad-value';
  if (numbers.some((number) => Math.abs(number) > most)) return 'not-known';
  return numbers.length === 0 ? 'set' : besidePorts(name, numbers, around);
}

/** Answers the first number of a setting, which is where its ports begin; undefined where the kernel reads none. */
export function firstNumberOf({ name, value }: Setting, world: World): number | undefined {
  const rule = ruleOf(name, world);
  return rule && numbersIn(value, rule)?.[0];
}

function ruleOf(wanted: string, { tables }: World) {
  return tables.sysctls.find(({ name }) => name === wanted);
}

/** The kubelet's list holds names, and beginnings of names with a star (Kubernetes pkg/kubelet/sysctl/allowlist.go). */
function isAllowed(name: string, { node }: World): boolean {
  return node.allowedUnsafeSysctls.some(
    (each) => each === name || (each.endsWith('*') && name.startsWith(each.slice(0, -1))),
  );
}

/**
 * Free ports may not reach into the ports for outgoing connections, at any moment (net/ipv4/sysctl_net_ipv4.c,
 * ipv4_privileged_ports and ipv4_local_port_range). crun writes the latter first, in the order of names that containerd leaves;
 * runc keeps no order.
 */
function besidePorts(
  name: string,
  [first = 0, last = lastOutgoingPort]: readonly number[],
  { world, portStart, firstOutgoing }: Surroundings,
): SysctlFate {
  const isRange = name === outgoingPortsName;
  if (!isRange && name !== portStartName) return 'set';
  if (portStart > firstOutgoing || (isRange && last < first)) return 'bad-value';
  if (isRange ? first >= kernelPortStart : first <= firstOutgoingPort) return 'set';
  if (world.node.ociRuntime === 'runc') return 'by-chance';
  return isRange ? 'bad-value' : 'set';
}
