import { linux } from '../facts/sources.ts';
import type { Operation } from '../model/operation.ts';
import { anyOf, holds, syscall, uidIs } from './questions/requirements.ts';

const cite = linux('kernel/signal.c', 'kill_ok_by_cred');
const otherUid = 3000;

/** kill(2) with signal 0 to a process of uid 3000 in the same container: the same uid, or CAP_KILL (kernel/signal.c, kill_ok_by_cred). */
export const killOtherUid: Operation = {
  id: 'kill-other-uid',
  title: () => "signal another user's process",
  parameters: {},
  requirements: () => [
    syscall('kill'),
    anyOf('EPERM', uidIs(otherUid, cite), holds('CAP_KILL', { owner: 'process', cite })),
  ],
};
