import { man } from '../facts/sources.ts';
import type { Operation } from '../model/operation.ts';
import type { Requirement } from '../model/requirement.ts';
import { holds, syscall } from './questions/requirements.ts';

const AF_INET = 2;

const cite = man('raw(7)', 'Description');

const asked: readonly Requirement[] = [syscall('socket', AF_INET), holds('CAP_NET_RAW', { owner: 'network', cite })];

/** "Only processes with an effective user ID of 0 or the CAP_NET_RAW capability are allowed to open raw sockets" (raw(7)). */
export const rawSocket: Operation = {
  id: 'raw-socket',
  title: () => 'open a raw ICMP socket',
  parameters: {},
  requirements: () => asked,
};
