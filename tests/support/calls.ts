import {
  operationIds,
  operationNamed,
  type OperationCall,
  type ParameterKind,
  type ParameterValue,
} from '../../src/checker/index.ts';

const sample: Readonly<Record<ParameterKind, ParameterValue>> = {
  port: 80,
  path: '/usr/libexec/su-helper',
  volume: 'data',
  signal: 'HUP',
};

/** One call of every operation there is, optional parameters left out: the default image has what they are tried on. */
export const everyCall: readonly OperationCall[] = operationIds.map((id) => {
  const named = operationNamed(id);
  if (named === null) throw new Error(`The registry lists \`${id}\` and does not know it.`);
  const needed = Object.entries(named.operation.parameters).filter(([, { optional }]) => optional !== true);
  const parameters = Object.fromEntries(needed.map(([name, { kind }]) => [name, sample[kind]]));
  return { id: named.operation.id, parameters: { ...parameters, ...named.parameters } };
});

/** The calls whose answer hardening may only narrow (settled for `start` and installing a filter: they are left out). */
export const everyNarrowingCall = everyCall.filter(({ id }) => id !== 'start' && id !== 'seccomp-install-filter');
