import type { Messages } from '../../model/explanation.ts';

export interface SysctlsCodes {
  'sysctls/allowed': Record<never, never>;
  'sysctls/forbidden': { name: string };
  'sysctls/accepted': Record<never, never>;
  'sysctls/bad-value': { name: string; value: string };
  'sysctls/by-chance': { name: string; value: string };
  'sysctls/not-known': { name: string; value: string };
  'sysctls/port-is-open': { port: number; start: number; isEmpty: boolean };
  'sysctls/port-is-privileged': { port: number; start: number; isEmpty: boolean };
}

const seconds = 'one whole number of seconds, at most 2147483 on every kernel';
const byte = 'one whole number from 0 to 255';
const sizes = 'up to three whole numbers of bytes, each at least 1';

const wanted: ReadonlyMap<string, string> = new Map([
  ['kernel.shm_rmid_forced', '0 or 1'],
  [
    'net.ipv4.ip_local_port_range',
    'two ports, the lower first, and not below the first port that is free for everybody; that is 1024 at the moment of writing, unless the runtime has written another one before',
  ],
  ['net.ipv4.tcp_syncookies', byte],
  ['net.ipv4.ping_group_range', "two groups that the pod's user namespace maps"],
  [
    'net.ipv4.ip_unprivileged_port_start',
    'one port, not above the ports for outgoing connections, which begin at 32768 where `net.ipv4.ip_local_port_range` does not say otherwise',
  ],
  [
    'net.ipv4.ip_local_reserved_ports',
    'ports and ranges of ports with commas between them and no blanks: `8080,9000-9100`',
  ],
  ['net.ipv4.tcp_keepalive_time', seconds],
  ['net.ipv4.tcp_fin_timeout', seconds],
  ['net.ipv4.tcp_keepalive_intvl', seconds],
  ['net.ipv4.tcp_keepalive_probes', byte],
  ['net.ipv4.tcp_rmem', sizes],
  ['net.ipv4.tcp_wmem', sizes],
]);

/** A sysctl with an empty value stands in the text without the number that counts. */
const whence = ({ isEmpty }: { readonly isEmpty: boolean }, decidedBy: string): string =>
  isEmpty ? `${decidedBy} writes no value, so the kernel's own stays` : decidedBy;

export const sysctlsMessages: Messages<SysctlsCodes> = {
  'sysctls/allowed': () => ({
    what: 'The kubelet lets the pod set its sysctls.',
    why: 'They are on the list of safe ones, or the node allows them.',
  }),
  'sysctls/forbidden': ({ facts, decidedBy }) => ({
    what: `The kubelet refuses the pod: \`${facts.name}\` (${decidedBy}) is not on its list.`,
    why: 'Its word is SysctlForbidden. The API server accepts the pod, the node does not.',
    todo: 'Look at `sysctls`: some are safe, others the node must allow.',
  }),
  'sysctls/accepted': () => ({
    what: 'The kernel takes the values.',
    why: "The runtime writes them into the pod's own namespaces.",
  }),
  'sysctls/bad-value': ({ facts, decidedBy }) => ({
    what: `The kernel does not take \`${facts.value}\` for \`${facts.name}\` (${decidedBy}), so the pod does not start.`,
    why: `It wants ${wanted.get(facts.name) ?? 'another value'}.`,
    todo: 'Look at `value`.',
  }),
  'sysctls/by-chance': ({ facts, decidedBy }) => ({
    what: `Whether the pod starts depends on chance: the kernel takes \`${facts.value}\` for \`${facts.name}\` (${decidedBy}) only in one order of writing.`,
    why: 'The free ports may not reach into the ports for outgoing connections at any moment, and runc writes sysctls in no order of its own.',
    todo: 'Look at `value`: it has to fit beside 1024 and 32768 too, which the kernel starts from.',
  }),
  'sysctls/not-known': ({ facts, decidedBy }) => ({
    what: `Nobody here knows whether the kernel of the node takes \`${facts.value}\` for \`${facts.name}\` (${decidedBy}).`,
    why: 'Only the values of sysctls on the list of safe ones are known here, and of times only those that every kernel takes.',
  }),
  'sysctls/port-is-open': ({ facts, decidedBy }) => ({
    what: `Port ${facts.port} is free for everybody: the first such port here is ${facts.start} (${whence(facts, decidedBy)}).`,
    why: '`net.ipv4.ip_unprivileged_port_start` says from which port on no capability is asked.',
    todo: 'Look at `sysctls`.',
  }),
  'sysctls/port-is-privileged': ({ facts, decidedBy }) => ({
    what: `Port ${facts.port} is below ${facts.start}, the first port that is free for everybody (${whence(facts, decidedBy)}).`,
    why: 'Below `net.ipv4.ip_unprivileged_port_start` the kernel asks for `CAP_NET_BIND_SERVICE`.',
    todo: 'Look at what decides that number: `sysctls`, or `hostNetwork`.',
  }),
};
