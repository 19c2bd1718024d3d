/**
 * The filter that the runtime loads. containerd renders RuntimeDefault from the BOUNDING set, whatever the user is
 * (contrib/seccomp/seccomp_default.go, DefaultProfile), and hands a Localhost file on as it is.
 */
import { runtimeDefault } from '../checker/facts/seccomp-runtime-default.ts';
import type { ArgumentRule, ArgumentTest, Capability, SeccompFilter } from '../checker/index.ts';
import type { OciSeccomp, OciSeccompRule } from './configuration.ts';

const allow = 'SCMP_ACT_ALLOW';
/** include/uapi/asm-generic/errno.h */
const ENOSYS = 38;

const architectureNames = { x86_64: 'SCMP_ARCH_X86_64', i386: 'SCMP_ARCH_X86', x32: 'SCMP_ARCH_X32' } as const;
const operators = { below: 'SCMP_CMP_LT', equal: 'SCMP_CMP_EQ', above: 'SCMP_CMP_GT' } as const;

interface SeccompChoice {
  readonly filter: SeccompFilter;
  readonly bounding: readonly Capability[];
  readonly profiles: Readonly<Record<string, OciSeccomp>>;
}

/** Answers the filter of a container, or undefined for none. */
export function seccompOf({ filter, bounding, profiles }: SeccompChoice): OciSeccomp | undefined {
  if (filter.kind === 'none') return undefined;
  if (filter.kind === 'runtime-default') return renderRuntimeDefault(bounding);
  const profile = profiles[filter.profile];
  if (profile === undefined) throw new Error(`The profile ${filter.profile} was not handed over.`);
  return profile;
}

/** Answers RuntimeDefault as containerd renders it for a bounding set. */
export function renderRuntimeDefault(bounding: readonly Capability[]): OciSeccomp {
  const has = (capability: Capability | undefined) => capability !== undefined && bounding.includes(capability);
  const byCapability = bounding.flatMap((capability) => runtimeDefault.withCapability[capability] ?? []);
  return {
    defaultAction: 'SCMP_ACT_ERRNO',
    architectures: runtimeDefault.architectures.map((name) => architectureNames[name]),
    syscalls: [
      { names: runtimeDefault.always, action: allow },
      ...runtimeDefault.arguments.filter((rule) => !has(rule.unless)).flatMap(rulesOf),
      ...byCapability.map((name) => ({ names: [name], action: allow })),
      ...runtimeDefault.enosys
        .filter(({ unless }) => !has(unless))
        .map(({ call }) => ({ names: [call], action: 'SCMP_ACT_ERRNO', errnoRet: ENOSYS })),
    ],
  };
}

/** One rule for each test: tests of one rule would have to hold together (libseccomp, seccomp_rule_add(3)). */
function rulesOf(rule: ArgumentRule): readonly OciSeccompRule[] {
  return rule.tests.map((test) => ({ names: [rule.call], action: allow, args: [comparisonOf(rule.index, test)] }));
}

function comparisonOf(index: number, { is, value }: ArgumentTest) {
  if (is === 'bits-clear') return { index, value, valueTwo: 0, op: 'SCMP_CMP_MASKED_EQ' };
  return { index, value, op: operators[is] };
}
