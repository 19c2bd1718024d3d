import { idsPerPod, type EffectiveContainer } from '../checker/index.ts';
import type { OciLinux, OciNamespace } from './configuration.ts';
import type { Placement } from './placement.ts';

/** Answers the namespaces that are made for a container; one that is not listed is the node's. */
export function namespacesOf(container: EffectiveContainer): readonly { readonly type: OciNamespace }[] {
  const { network, pid, ipc } = container.hostNamespaces;
  const made: Readonly<Record<OciNamespace, boolean>> = {
    mount: true,
    cgroup: !container.privilegedContainer.value,
    ipc: ipc.value !== 'node',
    network: network.value !== 'node',
    pid: pid.value !== 'node',
    user: container.userNamespace.value === 'pod',
    // containerd shares the node's UTS namespace with a pod that shares its network (sandbox_run_linux.go).
    uts: network.value !== 'node',
  };
  return (Object.keys(made) as OciNamespace[]).filter((type) => made[type]).map((type) => ({ type }));
}

/** Answers the id maps of a pod with a user namespace of its own: the same for users and groups. */
export function idMappings(
  container: EffectiveContainer,
  { userNamespaceStart }: Placement,
): Pick<OciLinux, 'uidMappings' | 'gidMappings'> {
  if (container.userNamespace.value === 'node') return {};
  const mappings = [{ containerID: 0, hostID: userNamespaceStart, size: idsPerPod }];
  return { uidMappings: mappings, gidMappings: mappings };
}
