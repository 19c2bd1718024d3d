import { man } from '../../facts/sources.ts';
import type { Gate } from '../../model/primitive.ts';
import { reasonsOf } from '../../model/reason.ts';
import { isSetuidRoot } from '../../model/world.ts';
import type { NoNewPrivsCodes } from './messages.ts';

const reason = reasonsOf<NoNewPrivsCodes>();

const citeExec = man('execve(2)', 'Effect on credentials');
const citeFlag = man('prctl(2)', 'PR_SET_NO_NEW_PRIVS');

/** "If the set-user-ID bit is set … the effective user ID is changed", unless "the no_new_privs attribute is set" (execve(2)). */
export const setuidHonoured: Gate<'setuid-honoured'> = ({ program }, { noNewPrivs, user }) => {
  const path = program.file.path;
  if (!isSetuidRoot(program.file)) {
    return { answer: 'stops', layer: 'dac', reason: reason('no-new-privs/not-setuid-root', { path }, [], citeExec) };
  }
  if (!noNewPrivs.value) {
    return {
      answer: 'passes',
      layer: 'dac',
      reason: reason('no-new-privs/setuid-honoured', { path }, [noNewPrivs.origin], citeExec),
    };
  }
  return {
    answer: 'stops',
    layer: 'dac',
    reason: reason('no-new-privs/setuid-ignored', { path, uid: user.uid.value }, [noNewPrivs.origin], citeExec),
  };
};

/** Did the container start with the flag? Any process may set it on itself, so this is about the raw call only. */
export const noNewPrivsSet: Gate<'no-new-privs-set'> = (_asked, { noNewPrivs }) => ({
  answer: noNewPrivs.value ? 'passes' : 'stops',
  layer: 'dac',
  reason: reason(noNewPrivs.value ? 'no-new-privs/set' : 'no-new-privs/not-set', {}, [noNewPrivs.origin], citeFlag),
});
