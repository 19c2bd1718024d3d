import type { Messages } from '../../model/explanation.ts';

export interface SysctlsCodes {
  'sysctls/allowed': Record<never, never>;
  'sysctls/forbidden': { name: string };
  'sysctls/accepted': Record<never, never>;
  'sysctls/bad-value': { name: string; value: string };
  'sysctls/port-is-open': { port: number; start: number };
  'sysctls/port-is-privileged': { port: number; start: number };
}

export const sysctlsMessages: Messages<SysctlsCodes> = {
  'sysctls/allowed': () => ({
    what: 'The kubelet lets the pod set its sysctls.',
    why: 'They are on the list of safe ones, or the node allows them.',
  }),
  'sysctls/forbidden': ({ facts, decidedBy }) => ({
    what: `The kubelet refuses the pod: \`${facts.name}\` (${decidedBy}) is not on its list.`,
    why: 'Its word is SysctlForbidden. The API server accepts the pod, the node does not.',
    todo: 'Take the sysctl out, or use one of the safe ones.',
  }),
  'sysctls/accepted': () => ({
    what: 'The kernel takes the values.',
    why: "The runtime writes them into the pod's own namespaces.",
  }),
  'sysctls/bad-value': ({ facts, decidedBy }) => ({
    what: `The kernel does not take \`${facts.value}\` for \`${facts.name}\` (${decidedBy}), so the pod does not start.`,
    why: 'It wants a whole number from 0 to 32768, where the ports for outgoing connections begin.',
    todo: 'Look at the value.',
  }),
  'sysctls/port-is-open': ({ facts, decidedBy }) => ({
    what: `Port ${facts.port} is free for everybody: the first such port here is ${facts.start} (${decidedBy}).`,
    why: '`net.ipv4.ip_unprivileged_port_start` says from which port on no capability is asked.',
  }),
  'sysctls/port-is-privileged': ({ facts, decidedBy }) => ({
    what: `Port ${facts.port} is below ${facts.start}, the first port that is free for everybody (${decidedBy}).`,
    why: 'Below `net.ipv4.ip_unprivileged_port_start` the kernel asks for `CAP_NET_BIND_SERVICE`.',
    todo: 'Look at what decides that number.',
  }),
};
