/** "A user namespace takes root's capabilities." They count inside it, for everything that belongs to the pod. */
import { editsOf, gotThrough, type Misconception } from '../attempt.ts';

export const m17: Misconception = {
  id: 'M17',
  showsIn(attempt) {
    const { start, now } = attempt;
    const isNew = now.userNamespace.value === 'pod' && start.userNamespace.value === 'node';
    if (!isNew || now.user.uid.value !== 0 || gotThrough(attempt).length === 0) return null;
    return editsOf(attempt, 'capabilities').length > 0 ? null : [now.userNamespace.origin];
  },
};
