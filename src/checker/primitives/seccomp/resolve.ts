/**
 * The seccomp filter: which system calls reach the kernel at all. Silence means no filter, unless the kubelet has
 * `seccompDefault`; `privileged` takes any filter away.
 *
 * Fields: `seccompProfile` (both levels). Not modelled yet: the content of Localhost profiles, other releases of containerd.
 */
import { containerd, kubernetes } from '../../facts/sources.ts';
import type { SeccompFilter } from '../../model/container.ts';
import { impliedBy, inherited } from '../../model/field.ts';
import type { Primitive } from '../../model/primitive.ts';
import { resolved, type Origin, type Resolved } from '../../model/resolved.ts';
import { syscall } from './gate.ts';
import { seccompProfilePresent } from './start-gate.ts';

const silence: Origin = {
  from: 'default',
  of: 'kubernetes',
  field: 'seccompProfile',
  cite: kubernetes('pkg/kubelet/kuberuntime/helpers.go', 'getSeccompProfile'),
};
const kubeletDefault: Origin = { from: 'node', fact: 'node.seccompDefault' };
const citePrivileged = containerd('internal/cri/sputil/seccomp_linux.go', 'GenerateSeccompSpecOpts');

export const seccomp = {
  id: 'seccomp',
  needs: ['privilegedContainer'],
  resolve(view, { privilegedContainer }, world): Resolved<SeccompFilter> {
    const written = inherited(view, 'seccompProfile');
    if (privilegedContainer.value) {
      const overrode = written === null ? [] : [written.origin];
      return resolved({ kind: 'none' }, impliedBy(view, 'securityContext.privileged', citePrivileged), overrode);
    }
    if (written === null) {
      return world.node.seccompDefault
        ? resolved({ kind: 'runtime-default' }, kubeletDefault)
        : resolved({ kind: 'none' }, silence);
    }
    return { ...written, value: filterOf(written.value) };
  },
  gates: { syscall, 'seccomp-profile-present': seccompProfilePresent },
} satisfies Primitive<'seccomp', 'privilegedContainer'>;

/** A type that the API server does not know never gets this far. */
function filterOf(profile: { readonly type?: string; readonly localhostProfile?: string }): SeccompFilter {
  if (profile.type === 'RuntimeDefault') return { kind: 'runtime-default' };
  if (profile.type === 'Localhost') return { kind: 'localhost', profile: profile.localhostProfile ?? '' };
  return { kind: 'none' };
}
