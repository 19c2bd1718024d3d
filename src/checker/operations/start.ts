/**
 * Every question that stands between the text and a running container. All other operations begin with them. Where each is asked
 * stands here alone: its gate cites the question.
 */
import { containerd, kubernetes, runc } from '../facts/sources.ts';
import type { Citation } from '../model/citation.ts';
import type { Operation } from '../model/operation.ts';
import type { Asker, HeldInitContainer, Question, Requirement } from '../model/requirement.ts';

/** Asked of the pod: a container for which the answer is no keeps all of them from starting. */
export const podRequirements: readonly Requirement[] = [
  asks('api-server', { kind: 'admitted' }, kubernetes('pkg/apis/core/validation/validation.go', 'ValidatePodCreate')),
  asks('kubelet', { kind: 'sysctls-allowed' }, kubernetes('pkg/kubelet/sysctl/allowlist.go', 'Admit')),
  asks('kubelet', { kind: 'apparmor-available' }, kubernetes('pkg/security/apparmor/validate.go', 'Validate')),
  asks(
    'kubelet',
    { kind: 'node-os-fits' },
    kubernetes('pkg/kubelet/lifecycle/predicate.go', 'rejectPodAdmissionBasedOnOSField'),
  ),
  asks(
    'kubelet',
    { kind: 'runtime-class-known' },
    kubernetes('pkg/kubelet/runtimeclass/runtimeclass_manager.go', 'LookupRuntimeHandler'),
  ),
  asks('runtime', { kind: 'sandbox-user-given' }, containerd('internal/cri/util/util.go', 'GenerateUserString')),
  asks('runtime', { kind: 'sysctl-values-accepted' }, runc('libcontainer/rootfs_linux.go', 'writeSystemProperty')),
];

/** Asked of each container when its turn comes. */
export const containerRequirements: readonly Requirement[] = [
  asks(
    'kubelet',
    { kind: 'non-root-verified' },
    kubernetes('pkg/kubelet/kuberuntime/security_context_others.go', 'verifyRunAsNonRoot'),
  ),
  asks(
    'runtime',
    { kind: 'seccomp-profile-present' },
    containerd('internal/cri/sputil/seccomp_linux.go', 'GenerateSeccompSpecOpts'),
  ),
  asks(
    'runtime',
    { kind: 'apparmor-profile-present' },
    containerd('internal/cri/sputil/apparmor_linux.go', 'GenerateApparmorSpecOpts'),
  ),
  asks('runtime', { kind: 'mount-points-made' }, runc('libcontainer/rootfs_linux.go', 'createMountpoint')),
  asks('runtime', { kind: 'capabilities-given' }, runc('libcontainer/capabilities/capabilities.go', 'ApplyCaps')),
  asks('runtime', { kind: 'ids-mapped' }, runc('libcontainer/init_linux.go', 'setupUser')),
  // The program is looked for before it is executed.
  asks('runtime', { kind: 'entry-program-visible' }, runc('libcontainer/standard_init_linux.go', 'Init')),
];

/** Answers the question of a container that stands behind an init container which does not, or may not, start. */
export function initContainersRan(held: HeldInitContainer): Requirement {
  return asks(
    'kubelet',
    { kind: 'init-containers-ran', held },
    kubernetes('pkg/kubelet/kuberuntime/kuberuntime_manager.go', 'computePodActions'),
  );
}

function asks(asker: Asker, question: Question, cite: Citation): Requirement {
  return { asker, stop: 'refused', cite, ...question };
}

export const start: Operation = {
  id: 'start',
  parameters: {},
  requirements: () => [],
};
