import { kubernetes } from '../../facts/sources.ts';
import { idsPerPod } from '../../facts/user-namespaces.ts';
import type { User } from '../../model/container.ts';
import type { Gate } from '../../model/primitive.ts';
import { reasonsOf } from '../../model/reason.ts';
import type { Origin } from '../../model/resolved.ts';
import type { UserNamespaceCodes } from './messages.ts';

const reason = reasonsOf<UserNamespaceCodes>();

const cite = kubernetes('pkg/kubelet/userns/userns_manager.go', 'GetOrCreateUserNamespaceMappings');

/** Are uid and groups of the process ids that the pod's user namespace maps? One outside the map cannot be taken (user_namespaces(7)). */
export const idsMapped: Gate<'ids-mapped'> = (_asked, { user, userNamespace }) => {
  const uid = user.uid.value;
  if (userNamespace.value === 'node') {
    return {
      answer: 'passes',
      layer: 'runtime',
      reason: reason('user-namespace/not-used', { uid }, [userNamespace.origin], cite),
    };
  }
  if (uid >= idsPerPod) {
    const facts = { uid, mapped: idsPerPod };
    const origins = [user.uid.origin, userNamespace.origin];
    return { answer: 'stops', layer: 'runtime', reason: reason('user-namespace/uid-not-mapped', facts, origins, cite) };
  }
  const group = unmappedGroup(user);
  if (group !== null) {
    const facts = { gid: group.value, mapped: idsPerPod };
    const origins = [group.origin, userNamespace.origin];
    return { answer: 'stops', layer: 'runtime', reason: reason('user-namespace/gid-not-mapped', facts, origins, cite) };
  }
  const facts = { uid, mapped: idsPerPod };
  const origins = [user.uid.origin, userNamespace.origin];
  return { answer: 'passes', layer: 'runtime', reason: reason('user-namespace/ids-mapped', facts, origins, cite) };
};

function unmappedGroup({
  gid,
  groups,
  groupOrigins,
}: User): { readonly value: number; readonly origin: Origin } | null {
  if (gid.value >= idsPerPod) return gid;
  const value = groups.value.find((group) => group >= idsPerPod);
  return value === undefined ? null : { value, origin: groupOrigins[value] ?? groups.origin };
}
