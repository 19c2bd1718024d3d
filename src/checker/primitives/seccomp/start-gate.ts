import { kubernetes } from '../../facts/sources.ts';
import type { Gate } from '../../model/primitive.ts';
import { reasonsOf } from '../../model/reason.ts';
import type { SeccompCodes } from './messages.ts';

const reason = reasonsOf<SeccompCodes>();
const citeKubelet = kubernetes('pkg/kubelet/kuberuntime/helpers.go', 'fieldSeccompProfile');

const codes = {
  passes: 'seccomp/profile-present',
  stops: 'seccomp/profile-missing',
  'cannot-tell': 'seccomp/profile-unknown',
} as const;

/** Is the file of a Localhost profile on the node? It is read when the container is created. */
export const seccompProfilePresent: Gate<'seccomp-profile-present'> = ({ cite }, { seccomp }, { node }) => {
  const { value: filter, origin, unnamed } = seccomp;
  if (unnamed !== null)
    return { answer: 'stops', layer: 'kubelet', reason: reason('seccomp/profile-unnamed', {}, [unnamed], citeKubelet) };
  if (filter.kind !== 'localhost')
    return { answer: 'passes', layer: 'runtime', reason: reason('seccomp/no-file-needed', {}, [origin], cite) };
  const { profile } = filter;
  const answer =
    node.seccompProfiles === undefined ? 'cannot-tell' : node.seccompProfiles.includes(profile) ? 'passes' : 'stops';
  return { answer, layer: 'runtime', reason: reason(codes[answer], { profile }, [origin], cite) };
};
