import { linux } from '../../facts/sources.ts';
import type { Sysctls, SysctlFate } from '../../model/container.ts';
import type { Gate } from '../../model/primitive.ts';
import { beating, reasonsOf } from '../../model/reason.ts';
import type { SysctlsCodes } from './messages.ts';

const reason = reasonsOf<SysctlsCodes>();

const citePorts = linux('net/ipv4/af_inet.c', '__inet_bind');
const citeWrite = linux('kernel/sysctl.c', 'proc_get_long');

/** Kubelet admission: a sysctl that is neither safe nor allowed on the node ends in SysctlForbidden. */
export const sysctlsAllowed: Gate<'sysctls-allowed'> = ({ cite }, { sysctls }) => {
  const forbidden = firstWith(sysctls, 'forbidden');
  if (forbidden === undefined) {
    return { answer: 'passes', layer: 'kubelet', reason: reason('sysctls/allowed', {}, [], cite) };
  }
  const facts = { name: forbidden.name };
  return {
    answer: 'stops',
    layer: 'kubelet',
    reason: reason('sysctls/forbidden', facts, [forbidden.origin], cite),
  };
};

/** The runtime writes the values before the container starts; the kernel may refuse one. */
export const sysctlValuesAccepted: Gate<'sysctl-values-accepted'> = (_asked, { sysctls }) => {
  const layer = 'runtime';
  for (const fate of ['bad-value', 'by-chance', 'not-known'] as const) {
    const found = firstWith(sysctls, fate);
    if (found === undefined) continue;
    const { name, value, origin } = found;
    const answer = fate === 'bad-value' ? 'stops' : 'cannot-tell';
    return { answer, layer, reason: reason(`sysctls/${fate}`, { name, value }, [origin], citeWrite) };
  }
  return { answer: 'passes', layer, reason: reason('sysctls/accepted', {}, [], citeWrite) };
};

/** Is the port at or above the start of the ports that are free for everybody? */
export const unprivilegedPort: Gate<'unprivileged-port'> = ({ port }, { sysctls }) => {
  const { value: start, origin } = sysctls.unprivilegedPortStart;
  const open = port >= start;
  const code = open ? 'sysctls/port-is-open' : 'sysctls/port-is-privileged';
  // An empty value writes nothing (kernel/sysctl.c, proc_get_long reads no number).
  const isEmpty = sysctls.written.some((setting) => setting.origin === origin && setting.value === '');
  return {
    answer: open ? 'passes' : 'stops',
    layer: 'dac',
    reason: beating(reason(code, { port, start, isEmpty }, [origin], citePorts), sysctls.unprivilegedPortStart),
  };
};

function firstWith(sysctls: Sysctls, fate: SysctlFate) {
  return sysctls.written.find((sysctl) => sysctl.fate === fate);
}
