import { runtimeDefault, type ArgumentTest } from '../../facts/seccomp-runtime-default.ts';
import { containerd, linux } from '../../facts/sources.ts';
import type { Capability } from '../../model/capability.ts';
import { boundingOriginOf, type EffectiveContainer } from '../../model/container.ts';
import type { Answer, Gate } from '../../model/primitive.ts';
import { beating, reasonsOf } from '../../model/reason.ts';
import type { SeccompCodes } from './messages.ts';

const reason = reasonsOf<SeccompCodes>();

const citeFilter = linux('kernel/seccomp.c', '__seccomp_filter');
const citeDefault = containerd('contrib/seccomp/seccomp_default.go', 'DefaultProfile');

/** Does the filter let the call through? It is asked first, and sees the number and the registers, never what they point at. */
export const syscall: Gate<'syscall'> = ({ name: call, arguments: registers }, container, { node }) => {
  const { seccomp } = container;
  const origins = [seccomp.origin];
  if (seccomp.value.kind === 'none') {
    return {
      answer: 'passes',
      layer: 'seccomp',
      reason: beating(reason('seccomp/no-filter', { call }, origins, citeFilter), seccomp),
    };
  }
  if (seccomp.value.kind === 'localhost') {
    const facts = { profile: seccomp.value.profile, call };
    return {
      answer: 'cannot-tell',
      layer: 'seccomp',
      reason: reason('seccomp/profile-not-seen', facts, origins, citeFilter),
    };
  }
  if (node.runtime.version !== runtimeDefault.version) {
    const facts = { version: node.runtime.version, known: runtimeDefault.version };
    return {
      answer: 'cannot-tell',
      layer: 'seccomp',
      reason: reason('seccomp/version-not-known', facts, origins, citeDefault),
    };
  }
  return judgeByDefault(call, registers ?? [], container);
};

const always: ReadonlySet<string> = new Set(runtimeDefault.always);

/** RuntimeDefault: the list for all, then the argument rules, then what a capability in the bounding set opens. */
function judgeByDefault(
  call: string,
  registers: readonly number[],
  { seccomp, capabilities }: EffectiveContainer,
): Answer {
  const origins = [seccomp.origin];
  if (always.has(call)) {
    return {
      answer: 'passes',
      layer: 'seccomp',
      reason: reason('seccomp/always-allowed', { call }, origins, citeDefault),
    };
  }
  if (
    runtimeDefault.arguments.some(
      (rule) => rule.call === call && rule.tests.some((test) => holds(test, registers[rule.index] ?? 0)),
    )
  ) {
    return {
      answer: 'passes',
      layer: 'seccomp',
      reason: reason('seccomp/arguments-allowed', { call }, origins, citeDefault),
    };
  }
  const openers = capabilitiesThatOpen(call);
  const opener = openers.find((name) => capabilities.bounding.includes(name));
  if (opener !== undefined) {
    const by = [boundingOriginOf(capabilities, opener), ...origins];
    const facts = { call, capability: opener };
    return {
      answer: 'passes',
      layer: 'seccomp',
      reason: reason('seccomp/opened-by-capability', facts, by, citeDefault),
    };
  }
  const enosys = runtimeDefault.enosys.some((entry) => entry.call === call);
  return {
    answer: 'stops',
    layer: 'seccomp',
    stop: enosys ? 'ENOSYS' : runtimeDefault.otherwise,
    reason: beating(reason('seccomp/refused', { call, opens: openers[0] ?? '' }, origins, citeDefault), seccomp),
  };
}

function capabilitiesThatOpen(call: string): readonly Capability[] {
  const entries = Object.entries(runtimeDefault.withCapability) as readonly [Capability, readonly string[]][];
  return entries.filter(([, calls]) => calls.includes(call)).map(([name]) => name);
}

/** The filter compares 64-bit registers without sign (include/uapi/linux/seccomp.h, struct seccomp_data). */
function holds({ is, value }: ArgumentTest, register: number): boolean {
  const [actual, wanted] = [BigInt(register), BigInt(value)];
  if (is === 'below') return actual < wanted;
  if (is === 'above') return actual > wanted;
  if (is === 'equal') return actual === wanted;
  return (actual & wanted) === 0n;
}
