import { AF_PACKET } from '../facts/socket-families.ts';
import { man } from '../facts/sources.ts';
import type { Operation } from '../model/operation.ts';
import type { Requirement } from '../model/requirement.ts';
import { holds, syscall } from './questions/requirements.ts';

const cite = man('packet(7)', 'Description');

const asked: readonly Requirement[] = [syscall('socket', AF_PACKET), holds('CAP_NET_RAW', { owner: 'network', cite })];

/** "In order to create a packet socket, a process must have the CAP_NET_RAW capability in the user namespace that governs its network namespace" (packet(7)). */
export const packetSocket: Operation = {
  id: 'packet-socket',
  parameters: {},
  requirements: () => asked,
};
