import { linux, man } from '../../facts/sources.ts';
import { idsPerPod } from '../../facts/user-namespaces.ts';
import { boundingOriginOf } from '../../model/container.ts';
import type { Gate } from '../../model/primitive.ts';
import { reasonsOf } from '../../model/reason.ts';
import type { CapabilitiesCodes } from './messages.ts';

const reason = reasonsOf<CapabilitiesCodes>();

const citeRoot = man('capabilities(7)', 'Capabilities and execution of programs by root');
const citeBounding = man('capabilities(7)', 'Capability bounding set');
const citeOwner = linux('kernel/capability.c', 'privileged_wrt_inode_uidgid');
const citeNamespace = man('user_namespaces(7)', 'Capabilities');

/**
 * Does the process hold the capability, in the user namespace that counts? "A process has a capability inside a user
 * namespace if it is a member of that namespace and it has the capability in its effective capability set"
 * (user_namespaces(7)); for an object of the node no set of the pod's namespace is enough.
 */
export const capability: Gate<'capability'> = ({ capability: name, owner, file }, container) => {
  const { capabilities, user, userNamespace } = container;
  const inBounding = capabilities.bounding.includes(name);
  const listed = boundingOriginOf(capabilities, name);
  if (!capabilities.effectiveSet.includes(name)) {
    const uid = user.uid.value;
    return {
      answer: 'stops',
      layer: 'capabilities',
      reason:
        uid === 0
          ? reason('capabilities/not-in-bounding-set', { capability: name }, [listed], citeBounding)
          : reason(
              'capabilities/non-root-holds-none',
              { capability: name, uid, inBounding },
              inBounding ? [user.uid.origin] : [user.uid.origin, listed],
              citeRoot,
            ),
    };
  }
  if (owner === 'initial' && userNamespace.value === 'pod') {
    return {
      answer: 'stops',
      layer: 'user-namespace',
      reason: reason('capabilities/wrong-user-namespace', { capability: name }, [userNamespace.origin], citeNamespace),
    };
  }
  if (userNamespace.value === 'pod' && file !== undefined && Math.max(file.uid, file.gid) >= idsPerPod) {
    const facts = { capability: name, path: file.path };
    return {
      answer: 'stops',
      layer: 'user-namespace',
      reason: reason('capabilities/owner-not-mapped', facts, [userNamespace.origin], citeOwner),
    };
  }
  return {
    answer: 'passes',
    layer: 'capabilities',
    reason: reason('capabilities/in-effective-set', { capability: name }, [listed], citeRoot),
  };
};

/**
 * Can the runtime give what the lists say? It may not put into a bounding set what it does not hold: "unable to apply caps:
 * operation not permitted". Whoever makes a user namespace holds everything in it.
 */
export const capabilitiesGiven: Gate<'capabilities-given'> = ({ cite }, { capabilities, userNamespace }, { node }) => {
  const held = userNamespace.value === 'pod' ? capabilities.bounding : node.engineCapabilities;
  const lacked = capabilities.bounding.find((name) => !held.includes(name));
  if (lacked === undefined) {
    return { answer: 'passes', layer: 'runtime', reason: reason('capabilities/given', {}, [], cite) };
  }
  const origins = [boundingOriginOf(capabilities, lacked)];
  const lacks = reason('capabilities/engine-lacks', { capability: lacked }, origins, cite);
  return { answer: 'stops', layer: 'runtime', reason: lacks };
};
