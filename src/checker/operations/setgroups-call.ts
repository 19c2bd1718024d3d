import { man } from '../facts/sources.ts';
import type { Operation } from '../model/operation.ts';
import type { Requirement } from '../model/requirement.ts';
import { holds, syscall } from './questions/requirements.ts';

const cite = man('setgroups(2)', 'Description');

const asked: readonly Requirement[] = [syscall('setgroups'), holds('CAP_SETGID', { owner: 'process', cite })];

/** setgroups(2): "A process must have the CAP_SETGID capability in the user namespace in which it resides". */
export const setgroupsCall: Operation = {
  id: 'setgroups-call',
  parameters: {},
  requirements: () => asked,
};
