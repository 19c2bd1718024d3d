/**
 * Which of the node's namespaces the pod shares. A shared network namespace brings the node's own port rule with it.
 *
 * Fields: `hostNetwork`, `hostPID`, `hostIPC`, `shareProcessNamespace` (pod level only). Not modelled yet: what a process can
 * do to the node's other processes.
 */
import { kubernetes } from '../../facts/sources.ts';
import { inPod } from '../../model/field.ts';
import type { ContainerView, Primitive } from '../../model/primitive.ts';
import { resolved, type Origin, type Resolved } from '../../model/resolved.ts';

const cite = kubernetes('pkg/kubelet/kuberuntime/util/util.go', 'NamespacesForPod');

export const hostNamespaces = {
  id: 'hostNamespaces',
  needs: [],
  resolve: (view) => ({
    network: shared(view, 'hostNetwork', 'pod'),
    pid: pidNamespace(view),
    ipc: shared(view, 'hostIPC', 'pod'),
  }),
  gates: {},
} satisfies Primitive<'hostNamespaces'>;

function shared<Own extends string>(
  view: ContainerView,
  field: 'hostNetwork' | 'hostPID' | 'hostIPC',
  own: Own,
): Resolved<Own | 'node'> {
  const written = view.pod.spec[field];
  if (written === undefined) return resolved(own, byDefault(field));
  return resolved(written ? 'node' : own, inPod(view, field));
}

/** One process namespace per container, unless the pod asks for one together or for the node's. */
function pidNamespace(view: ContainerView): Resolved<'container' | 'pod' | 'node'> {
  if (view.pod.spec.hostPID === true) return shared(view, 'hostPID', 'container');
  if (view.pod.spec.shareProcessNamespace === true) return resolved('pod', inPod(view, 'shareProcessNamespace'));
  return shared(view, 'hostPID', 'container');
}

function byDefault(field: string): Origin {
  return { from: 'default', of: 'kubernetes', field, cite };
}
