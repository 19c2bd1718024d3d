import { linux } from '../facts/sources.ts';
import type { Operation } from '../model/operation.ts';
import { anyOf, holds, syscall, uidIs } from './questions/requirements.ts';

const cite = linux('kernel/signal.c', 'kill_ok_by_cred');

/**
 * kill(2) with signal 0 to somebody else's process in the same container, of uid 3000, or of 2000 where the container is 3000
 * itself: the same uid, or CAP_KILL (kernel/signal.c, kill_ok_by_cred).
 */
export const killOtherUid: Operation = {
  id: 'kill-other-uid',
  parameters: {},
  requirements(_parameters, { container }) {
    const otherUid = container.user.uid.value === 3000 ? 2000 : 3000;
    return [syscall('kill'), anyOf([uidIs(otherUid, cite), holds('CAP_KILL', { owner: 'process', cite })], 'EPERM')];
  },
};
