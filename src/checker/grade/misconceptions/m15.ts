/** "No privilege escalation means not root." The flag is about execve; a process that is root already loses nothing by it. */
import { editsOf, gotThrough, type Misconception } from '../attempt.ts';

export const m15: Misconception = {
  id: 'M15',
  showsIn(attempt) {
    const { noNewPrivs, user } = attempt.now;
    if (!noNewPrivs.value || user.uid.value !== 0 || gotThrough(attempt).length === 0) return null;
    return editsOf(attempt, 'capabilities').length > 0 ? null : [noNewPrivs.origin, user.uid.origin];
  },
};
