/**
 * Files by path. Source: Linux security/apparmor/file.c and lsm.c, read at 6.1; which call asks for what was measured there.
 */
import type { Answer, Asker, FileAccess } from './access.ts';
import { matches } from './matcher.ts';
import { bit, lettersOf } from './permissions.ts';
import type { File, Profile } from './policy.ts';
import { reason } from './reasons.ts';
import { judge, notMediated, tallyOf, type Matched, type Tally } from './tally.ts';
import type { FileRule } from './syntax.ts';

export interface Place {
  readonly path: string;
  readonly isOwner: boolean;
}

/** Answers the rules that are about a path, for its owner or for others. */
export function filesAt({ files }: Profile, { path, isOwner }: Place): readonly File[] {
  return files.filter(({ rule, path: glob }) => isFor(rule, isOwner) && matches(glob, path));
}

function isFor({ ownership }: FileRule, isOwner: boolean): boolean {
  return ownership === null || (ownership === 'owner') === isOwner;
}

export function matchedBy(files: readonly File[]): readonly Matched<FileRule>[] {
  // Who may link what is asked of pairs: a denied `l` is not taken from the first of them.
  return files.map(({ rule }) => ({ rule, bits: rule.deny ? rule.permissions & ~bit.l : rule.permissions }));
}

export function tallyAt(profile: Profile, place: Place): Tally {
  return tallyOf(matchedBy(filesAt(profile, place)));
}

/** Answers whether a profile grants bits on a path, whatever its mode makes of it. */
export function grants(profile: Profile, place: Place, asked: number): boolean {
  return (asked & ~tallyAt(profile, place).allowed) === 0;
}

interface FileQuestion extends Place {
  readonly asks: number;
}

export function judgeFile(profile: Profile, { asks, ...place }: FileQuestion): Answer {
  const otherwise = whyNothing(profile, { asks, ...place });
  return judge(tallyAt(profile, place), {
    profile: profile.text,
    asked: asks,
    errno: 'EACCES',
    inWords: lettersOf,
    otherwise,
  });
}

/** What is near: a rule for the owner only, the same path as a directory or as a file, one path behind a symlink of /proc. */
function whyNothing(profile: Profile, { path, isOwner, asks }: FileQuestion) {
  const missing = lettersOf(asks & ~tallyAt(profile, { path, isOwner }).allowed);
  if (!isOwner && grants(profile, { path, isOwner: true }, asks))
    return { code: 'apparmor-access/only-for-the-owner', facts: { missing } } as const;
  const sibling = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
  if (sibling !== '' && grants(profile, { path: sibling, isOwner }, asks))
    return path.endsWith('/')
      ? ({ code: 'apparmor-access/directory-needs-slash', facts: { missing, path } } as const)
      : ({ code: 'apparmor-access/file-has-no-slash', facts: { missing, path } } as const);
  return undefined;
}

export function decideFile(profile: Profile, access: FileAccess, asker: Asker): Answer {
  const isOwner = access.isNew || asker.uid === asker.owner;
  if (access.by === 'inherited') return notMediated(profile.text, 'apparmor-access/inherited');
  if (access.by === 'disconnected' && !profile.text.flags.includes('attach_disconnected'))
    return disconnected(profile, access);
  return judgeFile(profile, { path: access.path, isOwner, asks: access.asks });
}

/** No name, no rule that could match; complain mode does not help either [measured on 6.1]. */
function disconnected({ text }: Profile, { asks }: FileAccess): Answer {
  if (text.mode === 'unconfined') return notMediated(text, 'apparmor-access/unconfined');
  return {
    decision: 'denied',
    errno: 'EACCES',
    signal: text.mode === 'kill' ? 'SIGKILL' : null,
    label: null,
    mode: text.mode,
    logged: true,
    missing: lettersOf(asks),
    rules: [],
    ...reason('apparmor-access/disconnected', {}),
  };
}

/** The old name first, then the new one; an exchange asks both of both (apparmor_path_rename). */
export function decideRename(
  profile: Profile,
  { from, to, kind }: { readonly from: string; readonly to: string; readonly kind: 'rename' | 'exchange' },
  asker: Asker,
): Answer {
  const isOwner = asker.uid === asker.owner;
  const both = bit.r | bit.w;
  const old = judgeFile(profile, { path: from, isOwner, asks: both });
  if (old.decision !== 'allowed') return old;
  return together(old, judgeFile(profile, { path: to, isOwner, asks: kind === 'exchange' ? both : bit.w }));
}

/** Answers the second of two questions, with the rules of both where both are granted. */
export function together(first: Answer, second: Answer): Answer {
  if (second.decision !== 'allowed') return second;
  const told = first.missing === '' ? second : first;
  return { ...told, logged: first.logged || second.logged, rules: [...new Set([...first.rules, ...second.rules])] };
}

/**
 * A hard link: `l` on the new name, a pair of rules that joins both, and no right on the new name that the old one does not
 * have, unless the pair says otherwise (profile_path_link).
 */
export function decideLink(
  profile: Profile,
  { from, to }: { readonly from: string; readonly to: string },
  asker: Asker,
): Answer {
  const isOwner = asker.uid === asker.owner;
  const atNew = filesAt(profile, { path: to, isOwner });
  const links = judgeFile(profile, { path: to, isOwner, asks: bit.l });
  if (links.missing !== '') return links;
  const pairs = atNew.filter(({ rule, link }) => (rule.permissions & bit.l) !== 0 && isPair(link, from));
  const joined = judge(tallyOf(pairs.map(({ rule }) => ({ rule, bits: bit.l }))), {
    profile: profile.text,
    asked: bit.l,
    errno: 'EACCES',
    inWords: lettersOf,
    otherwise: { code: 'apparmor-access/link-of-another-file', facts: { from } },
  });
  if (joined.missing !== '') return joined;
  const isSubset = pairs.some(({ rule }) => !rule.deny && (rule.link === null || rule.link.isSubset));
  return isSubset ? together(joined, judgeSubset(profile, { from, to, isOwner })) : joined;
}

/** Without a named target every path but `/` and those with two slashes in front will do. */
function isPair(link: File['link'], from: string): boolean {
  return link === null ? /^\/[^/]/.test(from) : matches(link, from);
}

interface Linked {
  readonly from: string;
  readonly to: string;
  readonly isOwner: boolean;
}

function judgeSubset(profile: Profile, { from, to, isOwner }: Linked): Answer {
  const wanted = tallyAt(profile, { path: to, isOwner }).allowed & ~bit.l;
  const old = tallyAt(profile, { path: from, isOwner });
  return judge(old, {
    profile: profile.text,
    asked: wanted,
    errno: 'EACCES',
    inWords: lettersOf,
    otherwise: {
      code: 'apparmor-access/link-with-more-rights',
      facts: { from, to, missing: lettersOf(wanted & ~old.allowed) },
    },
  });
}
