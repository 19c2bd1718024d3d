/**
 * How crun 1.8.1 loads a profile: src/libcrun/seccomp.c (libcrun_generate_seccomp, libcrun_apply_seccomp) and
 * src/libcrun/container.c (get_seccomp_receiver_fd), in their order.
 */
import { actionOf, isBeyondErrno, isSameAction, takesErrno, type Action } from './actions.ts';
import { architectures } from './architectures.ts';
import { conditionSets, mostArguments, operatorNames, operatorOf, sharesRegister } from './conditions-of-rule.ts';
import { isKnownName } from './names.ts';
import type { OciArgument, OciProfile, OciRule, Word } from './oci.ts';
import { namesOnce, nameInC, type Addition, type Plan } from './plan.ts';
import { refusal, type Outcome, type ProfileRefusal } from './refusal.ts';

const knownFlags = [
  'SECCOMP_FILTER_FLAG_TSYNC',
  'SECCOMP_FILTER_FLAG_SPEC_ALLOW',
  'SECCOMP_FILTER_FLAG_LOG',
  'SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV',
];

/** Answers what crun hands to libseccomp. */
export function planOfCrun(profile: OciProfile): Outcome<Plan | null> {
  const { defaultErrnoRet, listenerPath, flags } = profile;
  if (listenerPath.text !== '' && !listenerPath.text.startsWith('/')) {
    const words = `the seccomp receiver \`${listenerPath.text}\` is not an absolute path`;
    return { refusal: refusal({ code: 'seccomp-profile/listener-path', span: listenerPath.span, facts: {}, words }) };
  }
  const read = readAction(profile.defaultAction, defaultErrnoRet);
  if ('refusal' in read) return read;
  const defaultAction = read.value;
  if (isBeyondErrno(defaultAction)) {
    const facts = { errno: defaultAction.data };
    const { span } = profile.defaultAction;
    return { refusal: refusal({ code: 'seccomp-profile/errno-too-high', span, facts, words: 'error seccomp_init' }) };
  }
  const entries: Plan['entries'][number][] = [];
  for (const listed of profile.architectures) {
    const entry = entryOf(listed);
    if (entry !== null && typeof entry === 'object') return { refusal: entry };
    if (entry !== null) entries.push(entry);
  }
  const additions: Addition[] = [];
  for (const [number, rule] of profile.rules.entries()) {
    const added = additionsOf({ rule, number, defaultAction });
    if ('refusal' in added) return added;
    additions.push(...added.value);
  }
  const flag = flags.find(({ text }) => !knownFlags.includes(text));
  if (flag !== undefined) {
    const words = `unknown seccomp option ${flag.text}`;
    return { refusal: refusal({ code: 'seccomp-profile/flags', span: flag.span, facts: { flag: flag.text }, words }) };
  }
  return { value: { defaultAction, entries, additions, stub: {}, hasListener: listenerPath.text !== '' } };
}

function readAction(written: Word, errnoRet: bigint | null): Outcome<Action> {
  const { text, span } = written;
  const action = actionOf(written, errnoRet);
  if (errnoRet !== null && (action === null || !takesErrno(action.kind))) {
    const words = `errno value specified for action \`${text}\``;
    return { refusal: refusal({ code: 'seccomp-profile/errno-beside-action', span, facts: { name: text }, words }) };
  }
  if (action !== null) return { value: action };
  const words = `invalid seccomp action \`${text}\``;
  return { refusal: refusal({ code: 'seccomp-profile/unknown-action', span, facts: { name: text }, words }) };
}

/** The prefix may be missing, and what is behind it in small letters. */
function entryOf({ text, span }: Word): Plan['entries'][number] | ProfileRefusal | null {
  const name = text.startsWith('SCMP_ARCH_') ? text.slice('SCMP_ARCH_'.length) : text;
  const architecture = Object.hasOwn(architectures, name.toUpperCase()) ? architectures[name.toUpperCase()] : undefined;
  if (architecture === undefined) {
    const words = `seccomp unknown architecture ${name}`;
    return refusal({ code: 'seccomp-profile/unknown-architecture', span, facts: { name: text }, words });
  }
  if (architecture.isBigEndian !== true) return architecture.entry ?? null;
  const words = 'seccomp adding architecture: Numerical argument out of domain';
  return refusal({ code: 'seccomp-profile/byte-order', span, facts: { name: text }, words });
}

interface Numbered {
  readonly rule: OciRule;
  readonly number: number;
  readonly defaultAction: Action;
}

function additionsOf({ rule, number, defaultAction }: Numbered): Outcome<readonly Addition[]> {
  const read = readAction(rule.action, rule.errnoRet);
  if ('refusal' in read) return read;
  const action = read.value;
  if (isSameAction(action, defaultAction)) return { value: [] };
  const additions: Addition[] = [];
  for (const name of namesOnce(rule)) {
    if (!isKnownName(nameInC(name))) continue;
    // What stands behind the sixth is not read.
    const args = rule.args.slice(0, mostArguments);
    const refused = badArgument(args, number) ?? badErrno(rule, { name, action });
    if (refused !== null) return { refusal: refused };
    additions.push(...conditionSets(args).map((conditions) => ({ name, action, conditions, rule })));
  }
  return { value: additions };
}

function badArgument(args: readonly OciArgument[], number: number): ProfileRefusal | null {
  const beyond = args.find(({ index }) => index >= BigInt(mostArguments));
  if (beyond !== undefined) {
    const words = sharesRegister(args) ? 'seccomp_rule_add_array: Invalid argument' : `invalid seccomp index ${number}`;
    const facts = { index: String(beyond.index) };
    return refusal({ code: 'seccomp-profile/no-such-argument', span: beyond.span, facts, words });
  }
  const wrong = args.find((argument) => operatorOf(argument) === null);
  if (wrong === undefined) return null;
  const { text, span } = wrong.op;
  const facts = { name: text, known: operatorNames };
  return refusal({ code: 'seccomp-profile/unknown-operator', span, facts, words: 'get_seccomp_operator' });
}

function badErrno(rule: OciRule, { name, action }: Pick<Addition, 'name' | 'action'>): ProfileRefusal | null {
  if (!isBeyondErrno(action)) return null;
  const words = `${couldNotAdd(rule, name)}: Invalid argument`;
  return refusal({ code: 'seccomp-profile/errno-too-high', span: rule.span, facts: { errno: action.data }, words });
}

function couldNotAdd({ args }: OciRule, { text }: Word): string {
  return args.length === 0 ? `seccomp_rule_add \`${text}\`` : 'seccomp_rule_add_array';
}

/** The words for two rules that libseccomp does not hold side by side. */
export function refusedByCrun({ rule, name }: Addition): string {
  return `${couldNotAdd(rule, name)}: File exists`;
}
