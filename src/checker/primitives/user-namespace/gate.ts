import { kubernetes } from '../../facts/sources.ts';
import type { Gate } from '../../model/primitive.ts';
import { reasonsOf } from '../../model/reason.ts';
import type { UserNamespaceCodes } from './messages.ts';

const reason = reasonsOf<UserNamespaceCodes>();

/** Ids of a pod's user namespace: the kubelet's `userNamespaces.idsPerPod` by default. */
export const idsPerPod = 65536;
const cite = kubernetes('pkg/kubelet/userns/userns_manager.go', 'userNsLength');

/** Is the uid of the process one that the pod's user namespace maps? An id outside the map cannot be taken (user_namespaces(7)). */
export const uidMapped: Gate<'uid-mapped'> = (_asked, { user, userNamespace }) => {
  const uid = user.uid.value;
  if (userNamespace.value === 'node') {
    return {
      answer: 'passes',
      layer: 'runtime',
      reason: reason('user-namespace/not-used', { uid }, [userNamespace.origin], cite),
    };
  }
  const code = uid < idsPerPod ? 'user-namespace/uid-mapped' : 'user-namespace/uid-not-mapped';
  return {
    answer: uid < idsPerPod ? 'passes' : 'stops',
    layer: 'runtime',
    reason: reason(code, { uid, mapped: idsPerPod }, [user.uid.origin, userNamespace.origin], cite),
  };
};
