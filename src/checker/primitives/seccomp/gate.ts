import { containerd, linux } from '../../facts/sources.ts';
import type { Capability } from '../../model/capability.ts';
import { boundingOriginOf, type EffectiveContainer, type Seccomp } from '../../model/container.ts';
import type { Answer, Gate } from '../../model/primitive.ts';
import { beating, reasonsOf } from '../../model/reason.ts';
import type { ArgumentTest, RuntimeDefaultProfile } from '../../model/seccomp.ts';
import type { NoFilter, SeccompCodes } from './messages.ts';

const reason = reasonsOf<SeccompCodes>();

const citeFilter = linux('kernel/seccomp.c', '__seccomp_filter');
const citeDefault = containerd('contrib/seccomp/seccomp_default.go', 'DefaultProfile');

/** Does the filter let the call through? It is asked first, and sees the number and the registers, never what they point at. */
export const syscall: Gate<'syscall'> = ({ name: call, arguments: registers = [] }, container, { node, tables }) => {
  const { seccomp } = container;
  const origins = [seccomp.origin];
  if (seccomp.value.kind === 'none') {
    return {
      answer: 'passes',
      layer: 'seccomp',
      reason: beating(
        reason('seccomp/no-filter', { call, because: withoutFilterBy(seccomp) }, origins, citeFilter),
        seccomp,
      ),
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
  const { version } = node.runtime;
  const profile = tables.runtimeDefaults.find((row) => row.version === version);
  if (profile === undefined) {
    const known = tables.runtimeDefaults.map((row) => row.version).join(', ');
    const facts = { version, known: known === '' ? 'none' : known };
    return {
      answer: 'cannot-tell',
      layer: 'seccomp',
      reason: reason('seccomp/version-not-known', facts, origins, citeDefault),
    };
  }
  return judge(profile, { call, registers }, container);
};

function withoutFilterBy({ origin }: Pick<Seccomp, 'origin'>): NoFilter {
  if (origin.from === 'implied') return 'privileged';
  return origin.from === 'default' ? 'silence' : 'type';
}

interface Call {
  readonly call: string;
  readonly registers: readonly number[];
}

/** RuntimeDefault: the list for all, then the argument rules, then what a capability in the bounding set opens. */
function judge(
  profile: RuntimeDefaultProfile,
  { call, registers }: Call,
  { seccomp, capabilities }: EffectiveContainer,
): Answer {
  const origins = [seccomp.origin];
  if (profile.always.includes(call)) {
    return {
      answer: 'passes',
      layer: 'seccomp',
      reason: reason('seccomp/always-allowed', { call }, origins, citeDefault),
    };
  }
  const rules = profile.arguments.filter((rule) => rule.call === call);
  if (rules.some(({ tests, index }) => tests.some((test) => holds(test, registers[index] ?? 0)))) {
    return {
      answer: 'passes',
      layer: 'seccomp',
      reason: reason('seccomp/arguments-allowed', { call }, origins, citeDefault),
    };
  }
  const openers = capabilitiesThatOpen(profile, call);
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
  const enosys = profile.enosys.some((entry) => entry.call === call);
  return {
    answer: 'stops',
    layer: 'seccomp',
    stop: enosys ? 'ENOSYS' : profile.otherwise,
    reason: beating(reason('seccomp/refused', { call, opens: openers[0] ?? '' }, origins, citeDefault), seccomp),
  };
}

function capabilitiesThatOpen({ withCapability }: RuntimeDefaultProfile, call: string): readonly Capability[] {
  const names = Object.keys(withCapability) as readonly Capability[];
  return names.filter((name) => withCapability[name]?.includes(call));
}

/** The filter compares 64-bit registers without sign (include/uapi/linux/seccomp.h, struct seccomp_data). */
function holds({ is, value }: ArgumentTest, register: number): boolean {
  if (is === 'below') return register < value;
  if (is === 'above') return register > value;
  if (is === 'equal') return register === value;
  return (BigInt(register) & BigInt(value)) === 0n;
}
