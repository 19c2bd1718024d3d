import type { Answer, Gate } from '../../model/primitive.ts';
import { reasonsOf } from '../../model/reason.ts';
import { imageOf } from '../../model/world.ts';
import type { UserCodes } from './messages.ts';

const reason = reasonsOf<UserCodes>();

/** The kubelet's check before the start: `runAsNonRoot` looks at the uid that is already decided, and chooses none. */
export const nonRootVerified: Gate<'non-root-verified'> = ({ cite }, { user, name }, world) => {
  const required = user.nonRootRequired;
  const uid = user.uid.value;
  const passes = (code: 'user/non-root-not-asked' | 'user/non-root-verified'): Answer => ({
    answer: 'passes',
    layer: 'kubelet',
    reason: reason(code, { uid }, [required.origin], cite),
  });
  if (!required.value) return passes('user/non-root-not-asked');
  if (user.decidedBy === 'image-name') {
    const facts = { user: String(imageOf(world, name).user) };
    return {
      answer: 'stops',
      layer: 'kubelet',
      reason: reason('user/image-user-not-numeric', facts, [required.origin], cite),
    };
  }
  if (uid !== 0) return passes('user/non-root-verified');
  const stopped =
    user.decidedBy === 'spec'
      ? reason('user/root-against-rule', { uid }, [user.uid.origin, required.origin], cite)
      : reason('user/image-runs-as-root', {}, [required.origin], cite);
  return { answer: 'stops', layer: 'kubelet', reason: stopped };
};

/** Can containerd make the pod's sandbox? It takes the pod level alone. */
export const sandboxUserGiven: Gate<'sandbox-user-given'> = ({ cite }, { user }) => {
  if (user.groupWithoutUser === null) {
    return { answer: 'passes', layer: 'runtime', reason: reason('user/sandbox-user-given', {}, [], cite) };
  }
  return {
    answer: 'stops',
    layer: 'runtime',
    reason: reason(
      'user/group-without-user',
      { gid: user.groupWithoutUser.value },
      [user.groupWithoutUser.origin],
      cite,
    ),
  };
};
