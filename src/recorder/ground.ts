/** This machine as a node, and as the place where a recording was made. */
import { readFileSync, realpathSync } from 'node:fs';
import { release } from 'node:os';
import { capabilities, type Capability, type NodeFacts } from '../checker/index.ts';
import { run } from './commands.ts';
import type { Circumstances } from './recording.ts';

/** Answers what only this machine can say of a node: its kernel, and the capabilities that a container engine has here. */
export function nodeHere(
  ociRuntime: NodeFacts['ociRuntime'],
): Pick<NodeFacts, 'ociRuntime' | 'kernel' | 'engineCapabilities'> {
  const kernel = release().split('.').slice(0, 2).join('.');
  return { ociRuntime, kernel, engineCapabilities: heldCapabilities() };
}

/** Answers under what circumstances a recording is made. */
export function circumstances(ociRuntime: NodeFacts['ociRuntime']): Omit<Circumstances, 'notes'> {
  const [, version = 'unknown'] = /version (\S+)/.exec(run(ociRuntime, '--version')) ?? [];
  return {
    date: new Date().toISOString().slice(0, 10),
    kernel: release(),
    runtime: `${ociRuntime} ${version}`,
    libseccomp: libseccompVersion(),
  };
}

/** Answers which capabilities a mask of /proc/self/status names. */
export function capabilitiesOf(mask: string): readonly Capability[] {
  const bits = BigInt(`0x${mask}`);
  return capabilities.filter((_name, number) => (bits >> BigInt(number)) & 1n);
}

function heldCapabilities(): readonly Capability[] {
  const [, mask = '0'] = /^CapPrm:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return capabilitiesOf(mask);
}

function libseccompVersion(): string {
  const [, link] = /libseccomp\.so\.2 .* => (\S+)/.exec(run('ldconfig', '-p')) ?? [];
  return link === undefined ? 'unknown' : (/so\.(.+)$/.exec(realpathSync(link))?.[1] ?? 'unknown');
}
