/**
 * How runc 1.1.5 loads a profile, step by step, since the first thing that is wrong is what it says:
 * libcontainer/specconv/spec_linux.go (SetupSeccomp), libcontainer/seccomp/seccomp_linux.go (InitSeccomp, matchCall).
 */
import { actionNames, actionOf, isBeyondErrno, isSameAction, type Action } from './actions.ts';
import { architectures } from './architectures.ts';
import { conditionSets, mostArguments, operatorNames, operatorOf } from './conditions-of-rule.ts';
import { isKnownName } from './names.ts';
import type { OciProfile, OciRule, Word } from './oci.ts';
import { namesOnce, nameInC, type Addition, type Plan } from './plan.ts';
import { refusal, type Outcome, type ProfileRefusal } from './refusal.ts';
import { enosysStub } from './stub.ts';

const unableTo = 'unable to start container process: unable to init seccomp: ';

/** Answers what runc hands to libseccomp; null for no filter at all. */
export function planOfRunc(profile: OciProfile): Outcome<Plan | null> {
  const { defaultAction: written, rules, flags, architectures: listed, listenerPath } = profile;
  if (written.text === '' && rules.length === 0) return { value: null };
  const [flag] = flags;
  if (flag !== undefined) {
    const words = 'seccomp flags are not yet supported by runc';
    return { refusal: refusal({ code: 'seccomp-profile/flags', span: flag.span, facts: { flag: flag.text }, words }) };
  }
  const badName = firstOf(listed, badArchitecture) ?? badAction(written) ?? firstOf(rules, badRule);
  if (badName !== null) return { refusal: badName };

  const defaultAction = actionOf(written, profile.defaultErrnoRet);
  if (defaultAction === null) return { value: null };
  const refused = badNotify(profile, defaultAction) ?? badDefault(written, defaultAction) ?? firstOf(listed, bigEndian);
  if (refused !== null) return { refusal: refused };

  const additions: Addition[] = [];
  for (const rule of rules) {
    const action = actionOf(rule.action, rule.errnoRet);
    if (action === null) continue;
    for (const name of namesOnce(rule)) {
      const added = additionsOf({ rule, name, action, defaultAction });
      if ('refusal' in added) return added;
      additions.push(...added.value);
    }
  }
  const hasListener = listenerPath.text !== '';
  const unheard = hasListener ? null : notifiedName(rules);
  if (unheard !== null) {
    const words = 'unable to start container process: listenerPath is not set';
    return { refusal: refusal({ code: 'seccomp-profile/no-listener', span: unheard.span, facts: {}, words }) };
  }
  const entries = listed.flatMap(({ text }) => architectures[text.slice('SCMP_ARCH_'.length)]?.entry ?? []);
  return { value: { defaultAction, entries, additions, stub: enosysStub(profile, defaultAction), hasListener } };
}

function firstOf<T>(items: readonly T[], problem: (item: T) => ProfileRefusal | null): ProfileRefusal | null {
  for (const item of items) {
    const found = problem(item);
    if (found !== null) return found;
  }
  return null;
}

function badArchitecture({ text, span }: Word): ProfileRefusal | null {
  const name = text.startsWith('SCMP_ARCH_') ? text.slice('SCMP_ARCH_'.length) : '';
  if (Object.hasOwn(architectures, name) && architectures[name]?.onlyCrun !== true) return null;
  const words = `string ${text} is not a valid arch for seccomp`;
  return refusal({ code: 'seccomp-profile/unknown-architecture', span, facts: { name: text }, words });
}

function bigEndian({ text, span }: Word): ProfileRefusal | null {
  if (architectures[text.slice('SCMP_ARCH_'.length)]?.isBigEndian !== true) return null;
  const words = `${unableTo}error adding architecture to seccomp filter: numerical argument out of domain`;
  return refusal({ code: 'seccomp-profile/byte-order', span, facts: { name: text }, words });
}

function badAction({ text, span }: Word): ProfileRefusal | null {
  if (actionNames.includes(text)) return null;
  const words = `string ${text} is not a valid action for seccomp`;
  return refusal({ code: 'seccomp-profile/unknown-action', span, facts: { name: text }, words });
}

/** The operators of a rule without names are not looked at. */
function badRule({ action, names, args }: OciRule): ProfileRefusal | null {
  const refused = badAction(action);
  const wrong = names.length === 0 ? undefined : args.find((argument) => operatorOf(argument) === null);
  if (refused !== null || wrong === undefined) return refused;
  const { text, span } = wrong.op;
  const words = `string ${text} is not a valid operator for seccomp`;
  const facts = { name: text, known: operatorNames };
  return refusal({ code: 'seccomp-profile/unknown-operator', span, facts, words });
}

function notifiedName(rules: readonly OciRule[], called?: string): Word | null {
  const names = rules.filter(({ action }) => action.text === 'SCMP_ACT_NOTIFY').flatMap((rule) => rule.names);
  return names.find(({ text }) => called === undefined || text === called) ?? null;
}

/** Told through write(2) that it is to be asked, the agent would wait for itself. */
function badNotify({ rules, defaultAction: { span } }: OciProfile, { kind }: Action): ProfileRefusal | null {
  const write = notifiedName(rules, 'write');
  const code = 'seccomp-profile/notify-everything';
  if (write !== null) {
    const words = `${unableTo}SCMP_ACT_NOTIFY cannot be used for the write syscall`;
    return refusal({ code, span: write.span, facts: {}, words });
  }
  const words = `${unableTo}SCMP_ACT_NOTIFY cannot be used as default action`;
  return kind === 'notify' ? refusal({ code, span, facts: {}, words }) : null;
}

function badDefault({ span }: Word, action: Action): ProfileRefusal | null {
  if (!isBeyondErrno(action)) return null;
  const words = `${unableTo}error creating filter: could not create filter`;
  return refusal({ code: 'seccomp-profile/errno-too-high', span, facts: { errno: action.data }, words });
}

interface Named {
  readonly rule: OciRule;
  readonly name: Word;
  readonly action: Action;
  readonly defaultAction: Action;
}

function additionsOf({ rule, name, action, defaultAction }: Named): Outcome<readonly Addition[]> {
  if (name.text === '') {
    const words = `${unableTo}empty string is not a valid syscall`;
    return { refusal: refusal({ code: 'seccomp-profile/empty-name', span: name.span, facts: {}, words }) };
  }
  if (isSameAction(action, defaultAction) || !isKnownName(nameInC(name))) return { value: [] };
  const beyond = rule.args.find(({ index }) => index >= BigInt(mostArguments));
  if (beyond !== undefined) {
    const words = `${unableTo}error creating seccomp syscall condition for syscall ${name.text}: syscalls only have up to 6 arguments (${beyond.index} given)`;
    const facts = { index: String(beyond.index) };
    return { refusal: refusal({ code: 'seccomp-profile/no-such-argument', span: beyond.span, facts, words }) };
  }
  if (isBeyondErrno(action)) {
    // What libseccomp-golang says for EINVAL, whatever it was.
    const words = `${unableTo}${couldNotAdd(rule, name)}two checks on same syscall argument`;
    const facts = { errno: action.data };
    return { refusal: refusal({ code: 'seccomp-profile/errno-too-high', span: rule.span, facts, words }) };
  }
  return { value: conditionSets(rule.args).map((conditions) => ({ name, action, conditions, rule })) };
}

/** Answers how runc begins to say that libseccomp did not take a rule. */
export function couldNotAdd({ args }: OciRule, { text }: Word): string {
  const rule = args.length === 0 ? 'seccomp filter rule' : 'seccomp rule';
  return `error adding ${rule} for syscall ${text}: `;
}

/** The words for two rules that libseccomp does not hold side by side. */
export function refusedByRunc({ rule, name }: Addition): string {
  return `${unableTo}${couldNotAdd(rule, name)}file exists`;
}
