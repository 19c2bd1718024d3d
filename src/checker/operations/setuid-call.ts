import { man } from '../facts/sources.ts';
import type { Operation } from '../model/operation.ts';
import type { Requirement } from '../model/requirement.ts';
import { anyOf, holds, syscall, uidIs } from './questions/requirements.ts';

const cite = man('setresuid(2)', 'Description');
const targetUid = 12345;

const asked: readonly Requirement[] = [
  syscall('setresuid'),
  anyOf([uidIs(targetUid, cite), holds('CAP_SETUID', { owner: 'process', cite })], 'EPERM'),
];

/** setresuid(2) to uid 12345, as a daemon gives up root: an id the process already has, or CAP_SETUID. */
export const setuidCall: Operation = {
  id: 'setuid-call',
  parameters: {},
  requirements: () => asked,
};
