/** "runAsNonRoot makes the process non-root." The kubelet checks the user, it does not choose one. */
import { stopsOf, type Misconception } from '../attempt.ts';

export const m29: Misconception = {
  id: 'M29',
  showsIn(attempt) {
    const isStopped = attempt.outcomes
      .flatMap(stopsOf)
      .some(({ requirement }) => requirement.kind === 'non-root-verified');
    return isStopped ? [attempt.now.user.nonRootRequired.origin] : null;
  },
};
