/** The arguments of a rule as conditions, and how a rule falls apart whose arguments name one register twice. */
import { conditionOf, type Condition, type Operator } from './condition.ts';
import type { OciArgument } from './oci.ts';

const operators: Readonly<Record<string, Operator>> = {
  SCMP_CMP_NE: 'NE',
  SCMP_CMP_LT: 'LT',
  SCMP_CMP_LE: 'LE',
  SCMP_CMP_EQ: 'EQ',
  SCMP_CMP_GE: 'GE',
  SCMP_CMP_GT: 'GT',
  SCMP_CMP_MASKED_EQ: 'MASKED_EQ',
};

export const operatorNames: readonly string[] = Object.keys(operators);

/** System calls have at most six arguments. */
export const mostArguments = 6;

export function operatorOf({ op }: OciArgument): Operator | null {
  return Object.hasOwn(operators, op.text) ? (operators[op.text] ?? null) : null;
}

/**
 * Answers the conditions as libseccomp gets them: all together, or, where two are about one register, which it cannot
 * hold together, each as a rule of its own. The second is "or" where "and" was meant (runc libcontainer/seccomp/
 * seccomp_linux.go, matchCall; crun src/libcrun/seccomp.c, libcrun_generate_seccomp).
 */
export function conditionSets(args: readonly OciArgument[]): readonly (readonly Condition[])[] {
  const conditions = args.map((argument) =>
    conditionOf({
      index: Number(argument.index),
      operator: operatorOf(argument) ?? 'EQ',
      value: argument.value,
      valueTwo: argument.valueTwo,
    }),
  );
  return sharesRegister(args) ? conditions.map((condition) => [condition]) : [conditions];
}

/** Answers whether two arguments of a rule name the same register. */
export function sharesRegister(args: readonly OciArgument[]): boolean {
  return new Set(args.map(({ index }) => index)).size < args.length;
}
