import type { JudgedContainer, JudgedPod } from '../check.ts';
import { objection } from '../messages.ts';
import type { Objection } from '../violation.ts';

export function hostPorts(pod: JudgedPod): readonly Objection[] {
  return pod.containers.flatMap((container) => portsOf(container, sharesPorts(pod, container)));
}

/** `SetDefaults_Pod` fills `hostPort` in, of pods and not of templates, of ephemeral containers never. */
function sharesPorts({ kind, spec }: JudgedPod, { list }: JudgedContainer): Defaulting {
  return kind === 'Pod' && spec.hostNetwork === true && list !== 'ephemeralContainers' ? 'fills-in' : 'leaves';
}

type Defaulting = 'fills-in' | 'leaves';

function portsOf({ name: container, path, written }: JudgedContainer, defaulting: Defaulting): readonly Objection[] {
  return (written.ports ?? []).flatMap(({ hostPort = 0, containerPort = 0 }, index) => {
    const at = { path: `${path}.ports[${index}].hostPort`, container };
    if (hostPort !== 0) return [objection({ code: 'pod-security/host-port', facts: { port: hostPort }, ...at })];
    if (defaulting === 'leaves' || containerPort === 0) return [];
    return [objection({ code: 'pod-security/host-port-by-network', facts: { port: containerPort }, ...at })];
  });
}
