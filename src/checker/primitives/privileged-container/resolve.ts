/**
 * A privileged container gets everything the container engine can give: all its capabilities, no seccomp filter, no masked
 * paths, the node's devices. The other primitives ask for it; this one only says whether it is so, and which line said it.
 *
 * Field: `securityContext.privileged`. Not modelled: device nodes, the writable /sys and cgroup file systems.
 */
import { kubernetesDocs } from '../../facts/sources.ts';
import { inContainer } from '../../model/field.ts';
import type { Primitive } from '../../model/primitive.ts';
import { resolved, type Origin } from '../../model/resolved.ts';

const byDefault: Origin = {
  from: 'default',
  of: 'kubernetes',
  field: 'privileged',
  cite: kubernetesDocs('concepts/security/linux-kernel-security-constraints/', 'Privileged containers'),
};

export const privilegedContainer = {
  id: 'privilegedContainer',
  needs: [],
  resolve(view) {
    const written = view.written.securityContext?.privileged;
    if (written === undefined) return resolved(false, byDefault);
    return resolved(written, inContainer(view, 'securityContext.privileged'));
  },
  gates: {},
} satisfies Primitive<'privilegedContainer'>;
