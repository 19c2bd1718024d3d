import { containerd, kubernetes } from '../../facts/sources.ts';
import type { Gate } from '../../model/primitive.ts';
import { reasonsOf } from '../../model/reason.ts';
import type { SeccompCodes } from './messages.ts';

const reason = reasonsOf<SeccompCodes>();
const cite = containerd('internal/cri/sputil/seccomp_linux.go', 'GenerateSeccompSpecOpts');
const citeKubelet = kubernetes('pkg/kubelet/kuberuntime/helpers.go', 'fieldSeccompProfile');

/** Is the file of a Localhost profile on the node? It is read when the container is created. */
export const seccompProfilePresent: Gate<'seccomp-profile-present'> = (_asked, { seccomp }, { node }) => {
  const filter = seccomp.value;
  if (filter.kind !== 'localhost') {
    return {
      answer: 'passes',
      layer: 'runtime',
      reason: reason('seccomp/profile-present', {}, [seccomp.origin], cite),
    };
  }
  const { profile } = filter;
  if (profile === '') {
    const unnamed = reason('seccomp/profile-unnamed', {}, [seccomp.origin], citeKubelet);
    return { answer: 'stops', layer: 'kubelet', reason: unnamed };
  }
  if (node.seccompProfiles === undefined) {
    return {
      answer: 'cannot-tell',
      layer: 'runtime',
      reason: reason('seccomp/profile-unknown', { profile }, [seccomp.origin], cite),
    };
  }
  const present = node.seccompProfiles.includes(profile);
  return {
    answer: present ? 'passes' : 'stops',
    layer: 'runtime',
    reason: present
      ? reason('seccomp/profile-present', {}, [seccomp.origin], cite)
      : reason('seccomp/profile-missing', { profile }, [seccomp.origin], cite),
  };
};
