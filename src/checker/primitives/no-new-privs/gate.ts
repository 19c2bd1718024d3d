import { man } from '../../facts/sources.ts';
import { uidAfterExec } from '../../model/container.ts';
import type { Gate } from '../../model/primitive.ts';
import { reasonsOf } from '../../model/reason.ts';
import type { NoNewPrivsCodes } from './messages.ts';

const reason = reasonsOf<NoNewPrivsCodes>();

const citeExec = man('execve(2)', 'Effect on credentials');
const citeFlag = man('prctl(2)', 'PR_SET_NO_NEW_PRIVS');

/**
 * Does the program run as root? "If the set-user-ID bit is set … the effective user ID is changed", also root's to another, unless
 * "the no_new_privs attribute is set" (execve(2)).
 */
export const setuidHonoured: Gate<'setuid-honoured'> = ({ program: { file } }, container) => {
  const { noNewPrivs, user } = container;
  const { path } = file;
  const before = user.uid.value;
  const uid = uidAfterExec(file, container);
  const isSetuid = (file.mode & 0o4000) !== 0;
  if (uid === 0) {
    const isChange = isSetuid && !noNewPrivs.value;
    const code = isChange ? 'no-new-privs/setuid-honoured' : 'no-new-privs/stays-root';
    const origin = isChange ? noNewPrivs.origin : user.uid.origin;
    return { answer: 'passes', layer: 'dac', reason: reason(code, { path }, [origin], citeExec) };
  }
  const stopped = !isSetuid
    ? reason('no-new-privs/not-setuid-root', { path }, [], citeExec)
    : file.uid !== 0
      ? reason('no-new-privs/setuid-to-another', { path, uid }, [], citeExec)
      : reason('no-new-privs/setuid-ignored', { path, uid: before }, [noNewPrivs.origin], citeExec);
  return { answer: 'stops', layer: 'dac', reason: stopped };
};

/** Did the container start with the flag? Any process may set it on itself, so this is about the raw call only. */
export const noNewPrivsSet: Gate<'no-new-privs-set'> = (_asked, { noNewPrivs }) => ({
  answer: noNewPrivs.value ? 'passes' : 'stops',
  layer: 'dac',
  reason: reason(noNewPrivs.value ? 'no-new-privs/set' : 'no-new-privs/not-set', {}, [noNewPrivs.origin], citeFlag),
});
