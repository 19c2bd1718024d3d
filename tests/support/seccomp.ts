/** Profiles and calls for tests, written as briefly as they can be read. */
import {
  compileSeccomp,
  decideSeccomp,
  readSeccompCall,
  readSeccompProfile,
  type SeccompAnswer,
  type SeccompRuntime,
} from '../../src/checker/policy/seccomp/index.ts';

export const allow = 'SCMP_ACT_ALLOW';
export const errno = 'SCMP_ACT_ERRNO';

export interface TestRule {
  readonly names: readonly string[];
  readonly action: string;
  readonly errnoRet?: number;
  readonly args?: readonly TestArgument[];
}

interface TestArgument {
  readonly index: number;
  readonly op: string;
  readonly value: number | bigint;
  readonly valueTwo?: number | bigint;
}

/** `[0, 'EQ', 2]`: register 0 is compared with 2; a fourth is `valueTwo`. */
export type Comparison = readonly [number, string, number | bigint, (number | bigint)?];

/** A rule for a call, or for several with blanks between. */
export function rule(action: string, names: string, ...args: readonly Comparison[]): TestRule {
  const [kind = '', errnoRet] = action.split(' ');
  return {
    names: names.split(' '),
    action: `SCMP_ACT_${kind}`,
    ...(errnoRet !== undefined && { errnoRet: Number(errnoRet) }),
    ...(args.length > 0 && {
      args: args.map(([index, op, value, valueTwo]) => ({
        index,
        op: `SCMP_CMP_${op}`,
        value,
        ...(valueTwo !== undefined && { valueTwo }),
      })),
    }),
  };
}

interface TestProfile {
  readonly defaultAction?: string;
  readonly defaultErrnoRet?: number;
  readonly architectures?: readonly string[];
  readonly [key: string]: unknown;
}

/** A profile as JSON, one rule a line: the first rule stands on line 3. */
export function profileText(rules: readonly TestRule[], head: TestProfile = {}): string {
  const { defaultAction = errno, ...rest } = head;
  const members = Object.entries({ defaultAction, ...rest }).map(([key, value]) => `"${key}": ${json(value)}`);
  return `{ ${members.join(', ')},\n"syscalls": [\n${rules.map(json).join(',\n')}\n] }`;
}

/** JSON.stringify knows no bigint. */
function json(value: unknown): string {
  const marked = JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'bigint' ? `bigint ${member}` : member,
  );
  return marked.replace(/"bigint (\d+)"/g, '$1');
}

export function compiled(text: string, runtime: SeccompRuntime = 'runc') {
  return compileSeccomp(readSeccompProfile({ file: 'profile.json', text, language: 'seccomp' }).profile, runtime);
}

/** Answers what a profile says to a call; throws where either is none. */
export function asked(text: string, call: string, runtime: SeccompRuntime = 'runc'): SeccompAnswer {
  const loaded = compiled(text, runtime);
  if ('refusal' in loaded) throw new Error(loaded.refusal.words);
  const read = readSeccompCall(call);
  if ('problem' in read) throw new Error(`${call}: ${read.problem.is}`);
  return decideSeccomp(loaded.value, read.call);
}

/** An answer in a word: `allowed`, `unknown`, `killed`, or the error number. */
export function answerWord({ decision, errno: number, signal }: SeccompAnswer): string {
  if (decision !== 'denied') return decision;
  return signal === null ? String(number) : 'killed';
}
