import type { EffectiveContainer } from '../checker/index.ts';
import type { OciDeviceRule } from './configuration.ts';

/** Answers the rules of a container's device cgroup. Which device nodes a privileged container sees is the node's to say, not the pod's. */
export function deviceRules({ privilegedContainer }: EffectiveContainer): readonly OciDeviceRule[] {
  return privilegedContainer.value ? [{ allow: true, access: 'rwm' }] : ordinaryRules;
}

/** Memory devices (major 1: null, zero, full, random, urandom) and terminals (major 5: tty, console, ptmx). */
const memory = [3, 5, 7, 8, 9];
const terminals = [0, 1, 2];

/** Source: containerd v2.3.4, pkg/oci/spec_opts.go, WithDefaultUnixDevices. */
const ordinaryRules: readonly OciDeviceRule[] = [
  { allow: false, access: 'rwm' },
  ...memory.map((minor) => characterDevice({ major: 1, minor })),
  ...terminals.map((minor) => characterDevice({ major: 5, minor })),
  characterDevice({ major: 136 }),
];

function characterDevice(numbers: { readonly major: number; readonly minor?: number }): OciDeviceRule {
  return { allow: true, type: 'c', ...numbers, access: 'rwm' };
}
