import { AF_INET } from '../facts/socket-families.ts';
import { linux } from '../facts/sources.ts';
import type { Operation } from '../model/operation.ts';
import { anyOf, holds, syscall } from './questions/requirements.ts';

const cite = linux('net/ipv4/af_inet.c', '__inet_bind');

/**
 * bind(2) on a TCP port: below `net.ipv4.ip_unprivileged_port_start` the kernel wants CAP_NET_BIND_SERVICE in the user
 * namespace that owns the network namespace (net/ipv4/af_inet.c, __inet_bind). EACCES, not EPERM.
 */
export const bindPort: Operation<{ readonly port: number }> = {
  id: 'bind-port',
  parameters: { port: { kind: 'port' } },
  requirements: ({ port }) => [
    syscall('socket', AF_INET),
    syscall('bind'),
    anyOf(
      [
        { asker: 'kernel', kind: 'unprivileged-port', port, stop: 'EACCES', cite },
        holds('CAP_NET_BIND_SERVICE', { owner: 'network', stop: 'EACCES', cite }),
      ],
      'EACCES',
    ),
  ],
};
