/** "No privilege escalation is about setuid, not about setcap." no_new_privs shuts both, and without it both are open. */
import { gotThrough, lost, pathOf, stopsOf, type Attempt, type Misconception } from '../attempt.ts';

export const m16: Misconception = {
  id: 'M16',
  showsIn(attempt) {
    const { noNewPrivs } = attempt.now;
    return shutsTheProgram(attempt) || isTheOnlyChange(attempt) ? [noNewPrivs.origin] : null;
  },
};

/** Something was changed, the flag was not, and the flag is what stops the program. */
function shutsTheProgram(attempt: Attempt): boolean {
  const flag = pathOf(attempt.now.noNewPrivs.origin);
  if (!attempt.now.noNewPrivs.value || flag === null) return false;
  return lost(attempt)
    .flatMap(stopsOf)
    .some(({ reason }) => reason.origins.some((origin) => pathOf(origin) === flag));
}

/** The flag was all that held the setuid program, and it is all that was taken away. */
function isTheOnlyChange(attempt: Attempt): boolean {
  const { start, now } = attempt;
  if (!start.noNewPrivs.value || now.noNewPrivs.value || gotThrough(attempt).length === 0) return false;
  return (
    start.user.uid.value === now.user.uid.value &&
    start.capabilities.bounding.length === now.capabilities.bounding.length &&
    start.seccomp.value.kind === now.seccomp.value.kind &&
    start.userNamespace.value === now.userNamespace.value
  );
}
