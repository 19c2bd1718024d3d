/**
 * Whether the runtime hides parts of /proc and /sys: `procMount: Unmasked` and `privileged` both ask for no masks at all.
 *
 * Field: `securityContext.procMount`. Not modelled yet: the paths themselves.
 */
import { containerd, kubernetes } from '../../facts/sources.ts';
import { impliedBy, inContainer } from '../../model/field.ts';
import type { Primitive } from '../../model/primitive.ts';
import { resolved, type Origin } from '../../model/resolved.ts';

const byDefault: Origin = {
  from: 'default',
  of: 'kubernetes',
  field: 'procMount',
  cite: kubernetes('pkg/securitycontext/util.go', 'ConvertToRuntimeMaskedPaths'),
};
const citePrivileged = containerd('pkg/oci/spec_opts.go', 'WithPrivileged');

export const procMount = {
  id: 'procMount',
  needs: ['privilegedContainer'],
  resolve(view, { privilegedContainer }) {
    if (privilegedContainer.value)
      return resolved('unmasked', impliedBy(view, 'securityContext.privileged', citePrivileged));
    const written = view.written.securityContext?.procMount;
    if (written === undefined) return resolved('default', byDefault);
    return resolved(written === 'Unmasked' ? 'unmasked' : 'default', inContainer(view, 'securityContext.procMount'));
  },
  gates: {},
} satisfies Primitive<'procMount', 'privilegedContainer'>;
