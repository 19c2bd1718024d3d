/**
 * What matching rules come to. Allows add up, denies add up, and what is denied is taken from what is allowed; order and
 * exactness do not matter. Source: Linux security/apparmor/lib.c (aa_check_perms), file.c (aa_audit_file), read at 6.1.
 */
import type { Facts } from '../../model/fact.ts';
import type { Answer } from './access.ts';
import { reason, type AccessCode } from './reasons.ts';
import type { ProfileText, Rule } from './syntax.ts';

export interface Matched<R extends Rule = Rule> {
  readonly rule: R;
  /** The part of what can be asked that the rule is about. */
  readonly bits: number;
}

export interface Tally {
  readonly allowed: number;
  /** Denied without `audit`: nothing is logged. */
  readonly quiet: number;
  readonly audited: number;
  readonly matched: readonly Matched[];
}

export function tallyOf(matched: readonly Matched[]): Tally {
  const bitsOf = (test: (rule: Rule) => boolean): number =>
    matched.reduce((all, { rule, bits }) => (test(rule) ? all | bits : all), 0);
  const denied = bitsOf(({ deny }) => deny);
  return {
    allowed: bitsOf(({ deny }) => !deny) & ~denied,
    quiet: bitsOf(({ deny, audit }) => deny && !audit),
    audited: bitsOf(({ deny, audit }) => !deny && audit),
    matched,
  };
}

/** What is asked of a profile, and how it is named. */
export interface Question {
  readonly profile: ProfileText;
  readonly asked: number;
  /** EPERM for a capability, EACCES for all else. */
  readonly errno: 'EACCES' | 'EPERM';
  readonly inWords: (bits: number) => string;
  /** What to say where no rule speaks. */
  readonly otherwise?: { readonly code: AccessCode; readonly facts: Facts } | undefined;
}

/** Answers what the kernel makes of it in the mode of the profile. */
export function judge(tally: Tally, question: Question): Answer {
  const { profile, asked } = question;
  const missing = asked & ~tally.allowed;
  if (profile.mode === 'unconfined') return unconfined(profile);
  if (missing === 0) return granted(tally, question);
  const auditsAll = profile.flags.includes('audit');
  const loud = auditsAll ? missing : missing & ~tally.quiet;
  const { code, facts, rules } = whyMissing(tally, missing, question);
  const base = { mode: profile.mode, missing: question.inWords(missing), label: null, rules } as const;
  if (profile.mode === 'complain' && loud !== 0)
    return {
      ...base,
      decision: 'allowed',
      errno: null,
      signal: null,
      logged: true,
      ...reason('apparmor-access/complain', { missing: base.missing }),
    };
  const signal = profile.mode === 'kill' && loud !== 0 ? 'SIGKILL' : null;
  return { ...base, decision: 'denied', errno: question.errno, signal, logged: loud !== 0, ...reason(code, facts) };
}

function granted({ matched, audited }: Tally, { profile, asked }: Question): Answer {
  const rules = matched.filter(({ rule, bits }) => !rule.deny && (bits & asked) !== 0).map(({ rule }) => rule);
  const logged = profile.flags.includes('audit') || (audited & asked) !== 0;
  return {
    decision: 'allowed',
    errno: null,
    signal: null,
    label: null,
    mode: profile.mode,
    logged,
    missing: '',
    rules: [...new Set(rules)],
    ...reason('apparmor-access/granted', {}),
  };
}

function whyMissing({ matched }: Tally, missing: number, { inWords, otherwise }: Question) {
  const denying = matched.filter(({ rule, bits }) => rule.deny && (bits & missing) !== 0).map(({ rule }) => rule);
  const hidden = matched.filter(({ rule, bits }) => !rule.deny && (bits & missing) !== 0).map(({ rule }) => rule);
  const rules = [...new Set([...denying, ...(denying.length > 0 ? hidden : [])])];
  if (denying.length > 0)
    return { code: 'apparmor-access/denied-by-rule', facts: { missing: inWords(missing) }, rules } as const;
  const said = otherwise ?? { code: 'apparmor-access/no-rule', facts: { missing: inWords(missing) } };
  return { ...said, rules };
}

/** A profile with this flag has a name and judges nothing. */
export function unconfined({ mode }: Pick<ProfileText, 'mode'>): Answer {
  return {
    decision: 'allowed',
    errno: null,
    signal: null,
    label: null,
    mode,
    logged: false,
    missing: '',
    rules: [],
    ...reason('apparmor-access/unconfined', {}),
  };
}

/** Answers what every layer above it does: nothing is asked. */
export function notMediated(
  { mode }: Pick<ProfileText, 'mode'>,
  code: AccessCode = 'apparmor-access/not-mediated',
): Answer {
  return { ...unconfined({ mode }), ...reason(code, {}) };
}
