/**
 * Programs and the label they run under. Source: Linux security/apparmor/domain.c, read at 6.1, and measured there.
 */
import type { Answer, Asker } from './access.ts';
import { grants, judgeFile, tallyAt, filesAt } from './decide-file.ts';
import { lengthBeforeLoop, matches } from './matcher.ts';
import { bit, lettersOf } from './permissions.ts';
import type { File, Policy, Profile } from './policy.ts';
import { reason } from './reasons.ts';
import { unconfined } from './tally.ts';

export interface Exec {
  readonly policy: Policy;
  readonly profile: Profile;
  readonly path: string;
  readonly asker: Asker;
}

export function decideExec(exec: Exec): Answer {
  const { policy, profile, path, asker } = exec;
  const { text } = profile;
  if (text.mode === 'unconfined') return { ...unconfined(text), label: attachedTo(policy, path)?.name ?? profile.name };
  const isOwner = asker.uid === asker.owner;
  const asked = judgeFile(profile, { path, isOwner, asks: bit.x });
  if (asked.missing !== '') return text.mode === 'complain' ? learning(exec, asked) : asked;
  const deciding = decidingRule(filesAt(profile, { path, isOwner }));
  // What decides the mode stands first.
  const rules =
    deciding === null ? asked.rules : [deciding.rule, ...asked.rules.filter((rule) => rule !== deciding.rule)];
  const target = deciding === null ? null : targetOf(exec, deciding);
  if (target === null) return notFound(exec, { ...asked, rules });
  return enter(exec, { ...asked, rules }, target);
}

/** Without a right to run it, complain mode runs it in a profile of its own that learns; a silent deny too [measured]. */
function learning(exec: Exec, { rules, missing }: Answer): Answer {
  const { profile, path, asker } = exec;
  const label = `${profile.name}//null-${path}`;
  const answer = {
    ...unconfined(profile.text),
    missing,
    rules,
    logged: true,
    ...reason('apparmor-access/complain-exec', { label }),
  };
  return { ...answer, label: asker.noNewPrivs ? profile.name : label };
}

/** Of two modes that of a path without globs counts (accept_perms of the parser). */
export function decidingRule(files: readonly File[]): File | null {
  const execs = files.filter(({ rule }) => !rule.deny && rule.exec !== null);
  return execs.find(({ path }) => path.isLiteral) ?? execs[0] ?? null;
}

interface Target {
  readonly label: string;
  /** The profiles of the new label that were not there before. */
  readonly entered: readonly Profile[];
  readonly isFallback: boolean;
}

/** Answers what the program runs under, null where the profile that it needs is not there. */
function targetOf({ policy, profile, path }: Exec, { rule }: File): Target | null {
  const stay: Target = { label: profile.name, entered: [], isFallback: false };
  const free: Target = { label: 'unconfined', entered: [], isFallback: false };
  const { exec } = rule;
  if (exec === null || exec.goes === 'inherit') return stay;
  if (exec.goes === 'unconfined') return free;
  // Variables are not expanded in a target [3.0.8].
  const { target } = exec;
  const found =
    target === null
      ? attached(policy, { profile, path, goes: exec.goes })
      : named(policy, { profile, target, goes: exec.goes });
  if (found !== null) return found;
  if (exec.otherwise === null) return null;
  return { ...(exec.otherwise === 'inherit' ? stay : free), isFallback: true };
}

interface Wanted {
  readonly profile: Profile;
  readonly goes: string;
}

function attached(policy: Policy, { profile, path, goes }: Wanted & { readonly path: string }): Target | null {
  const found = goes === 'child' ? attachedTo(policy, path, `${profile.name}//`) : attachedTo(policy, path);
  return found === null ? null : entering(found, profile);
}

function entering(found: Profile, before: Profile): Target {
  return { label: found.name, entered: found.name === before.name ? [] : [found], isFallback: false };
}

/** `&name` puts a profile on top of the one that is there. */
function named(policy: Policy, { profile, target, goes }: Wanted & { readonly target: string }): Target | null {
  const isStacked = target.startsWith('&');
  const bare = isStacked ? target.slice(1) : target;
  if (bare === 'unconfined') return { label: isStacked ? profile.name : bare, entered: [], isFallback: false };
  const found = profileNamed(policy, goes === 'child' ? `${profile.name}//${bare}` : bare);
  if (found === null) return null;
  const { label, entered } = entering(found, profile);
  return { label: isStacked ? `${profile.name}//&${label}` : label, entered, isFallback: false };
}

export function profileNamed({ profiles }: Policy, name: string): Profile | null {
  return profiles.find((profile) => profile.name === name) ?? null;
}

/**
 * Answers the profile that attaches to a path: by the name itself, else by the glob that is longest before it repeats. Two
 * that are equal cancel each other (find_attach).
 */
export function attachedTo({ profiles }: Policy, path: string, below = ''): Profile | null {
  const near = profiles.filter(({ name }) => name.startsWith(below) && !name.slice(below.length).includes('//'));
  const exact = near.find(({ name, text }) => text.attachment === null && name.slice(below.length) === path);
  if (exact !== undefined) return exact;
  let best: Profile | null = null;
  let longest = -1;
  for (const profile of near) {
    const lengths = profile.attachments
      .filter((glob) => matches(glob, path))
      .map((glob) => lengthBeforeLoop(glob, path));
    if (lengths.length === 0) continue;
    const length = Math.max(...lengths);
    if (length === longest) best = null;
    if (length <= longest) continue;
    best = profile;
    longest = length;
  }
  return best;
}

/** Not inherited: a transition to nowhere is an error, in complain mode too. */
function notFound({ profile, path }: Exec, answer: Answer): Answer {
  const exec = decisiveExec(answer);
  const facts = { path, target: exec?.target ?? null, isChild: exec?.goes === 'child' };
  const signal = profile.text.mode === 'kill' ? 'SIGKILL' : null;
  return {
    ...answer,
    decision: 'denied',
    errno: 'EACCES',
    signal,
    logged: true,
    missing: 'x',
    ...reason('apparmor-access/no-profile-to-enter', facts),
  };
}

function decisiveExec({ rules }: Answer) {
  const [rule] = rules;
  return rule?.kind === 'file' ? rule.exec : null;
}

function enter(exec: Exec, answer: Answer, target: Target): Answer {
  const { profile, asker } = exec;
  const isStacked = target.label.startsWith(`${profile.name}//&`);
  if (asker.noNewPrivs && target.label !== profile.name && !isStacked) return keptByNoNewPrivs(exec, answer, target);
  const dead = target.entered.map((entered) => killedAtMapping(exec, entered)).find((each) => each !== null);
  if (dead !== undefined)
    return { ...answer, label: target.label, decision: 'denied', signal: 'SIGSEGV', logged: true, ...dead };
  const told = target.isFallback
    ? reason('apparmor-access/fallback', { label: target.label })
    : reason('apparmor-access/runs-under', { label: target.label, isSame: target.label === profile.name });
  return { ...answer, label: target.label, ...told };
}

/** A transition would leave the profile, which no_new_privs forbids; complain mode lets it run where it is [measured]. */
function keptByNoNewPrivs({ profile }: Exec, answer: Answer, target: Target): Answer {
  const told = reason('apparmor-access/no-new-privs', { label: target.label });
  if (profile.text.mode === 'complain') return { ...answer, label: profile.name, logged: true, ...told };
  return { ...answer, decision: 'denied', errno: 'EPERM', logged: true, missing: 'x', ...told };
}

/** The new profile must let the program be read and mapped; execve has succeeded by then, so it dies [measured]. */
function killedAtMapping({ path, asker }: Exec, entered: Profile) {
  const place = { path, isOwner: asker.uid === asker.owner };
  const asked = bit.r | bit.m;
  if (entered.text.mode !== 'enforce' && entered.text.mode !== 'kill') return null;
  if (grants(entered, place, asked)) return null;
  const missing = lettersOf(asked & ~tallyAt(entered, place).allowed);
  return { missing, ...reason('apparmor-access/killed-at-mapping', { label: entered.name, missing }) };
}
