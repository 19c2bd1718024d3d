/**
 * Whether the pod has a user namespace of its own (`hostUsers: false`): uid 0 inside is an unprivileged uid of the node, and
 * capabilities count only for what that namespace owns.
 *
 * Field: `hostUsers` (pod level only). Not modelled: id-mapped volumes as the node sees them, nodes too old for it.
 */
import { kubernetes } from '../../facts/sources.ts';
import { inPod } from '../../model/field.ts';
import type { Primitive } from '../../model/primitive.ts';
import { resolved, type Origin } from '../../model/resolved.ts';
import { idsMapped } from './gate.ts';

const byDefault: Origin = {
  from: 'default',
  of: 'kubernetes',
  field: 'hostUsers',
  cite: kubernetes('pkg/kubelet/userns/userns_manager.go', 'GetOrCreateUserNamespaceMappings'),
};

export const userNamespace = {
  id: 'userNamespace',
  needs: [],
  resolve(view) {
    const written = view.pod.spec.hostUsers;
    if (written === undefined) return resolved('node', byDefault);
    return resolved(written ? 'node' : 'pod', inPod(view, 'hostUsers'));
  },
  gates: { 'ids-mapped': idsMapped },
} satisfies Primitive<'userNamespace'>;
