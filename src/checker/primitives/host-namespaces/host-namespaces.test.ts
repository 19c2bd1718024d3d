import { expect, it } from 'vitest';
import { containerOf } from '../../../../tests/support/container.ts';

it.each([
  ['silence', {}, ['pod', 'container', 'pod']],
  ['all of the node', { hostNetwork: true, hostPID: true, hostIPC: true }, ['node', 'node', 'node']],
  ['one process namespace for the pod', { shareProcessNamespace: true }, ['pod', 'pod', 'pod']],
  ['false is silence', { hostNetwork: false, hostPID: false }, ['pod', 'container', 'pod']],
])('%s', (_name, spec, expected) => {
  const { network, pid, ipc } = containerOf({ spec }).hostNamespaces;
  expect([network.value, pid.value, ipc.value]).toEqual(expected);
});
