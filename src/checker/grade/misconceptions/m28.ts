/** "A seccomp profile does what dropping capabilities does." It decides about calls, and lets through what a program may need. */
import { editsOf, gotThrough, type Misconception } from '../attempt.ts';

export const m28: Misconception = {
  id: 'M28',
  showsIn(attempt) {
    const { start, now } = attempt;
    const isNew = now.seccomp.value.kind !== 'none' && start.seccomp.value.kind === 'none';
    if (!isNew || gotThrough(attempt).length === 0 || editsOf(attempt, 'capabilities').length > 0) return null;
    return [now.seccomp.origin];
  },
};
