/**
 * The seccomp filter: which system calls reach the kernel at all. Silence means no filter, unless the kubelet has
 * `seccompDefault`; `privileged` takes any filter away.
 *
 * Fields: `seccompProfile` (both levels). Not modelled yet: the content of Localhost profiles, other releases of containerd.
 */
import { containerd, kubernetes } from '../../facts/sources.ts';
import type { Seccomp, SeccompFilter } from '../../model/container.ts';
import { impliedBy, inherited } from '../../model/field.ts';
import type { Primitive } from '../../model/primitive.ts';
import { resolved, type Origin } from '../../model/resolved.ts';
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
  resolve(view, { privilegedContainer }, world): Seccomp {
    const written = inherited(view, 'seccompProfile');
    const unnamed = written !== null && isUnnamed(written.value) ? written.origin : null;
    if (privilegedContainer.value) {
      const overrode = written === null ? [] : [written.origin];
      const origin = impliedBy(view, 'securityContext.privileged', citePrivileged);
      return { ...resolved({ kind: 'none' }, origin, overrode), unnamed };
    }
    if (written !== null) return { ...written, value: filterOf(written.value), unnamed };
    return world.node.seccompDefault
      ? { ...resolved({ kind: 'runtime-default' }, kubeletDefault), unnamed }
      : { ...resolved({ kind: 'none' }, silence), unnamed };
  },
  gates: { syscall, 'seccomp-profile-present': seccompProfilePresent },
} satisfies Primitive<'seccomp', 'privilegedContainer'>;

interface WrittenProfile {
  readonly type?: string;
  readonly localhostProfile?: string;
}

/** The kubelet looks before the runtime knows that the container is privileged (fieldSeccompProfile). */
function isUnnamed({ type, localhostProfile = '' }: WrittenProfile): boolean {
  return type === 'Localhost' && localhostProfile === '';
}

/** A type that the API server does not know never gets this far. */
function filterOf(profile: WrittenProfile): SeccompFilter {
  if (profile.type === 'RuntimeDefault') return { kind: 'runtime-default' };
  if (profile.type === 'Localhost') return { kind: 'localhost', profile: profile.localhostProfile ?? '' };
  return { kind: 'none' };
}
