/**
 * Another profile by the process's own wish. Source: Linux security/apparmor/domain.c (aa_change_profile), read at 6.1.
 */
import type { Answer, Asker } from './access.ts';
import { grants } from './decide-file.ts';
import { profileNamed } from './decide-exec.ts';
import { matches } from './matcher.ts';
import { bit } from './permissions.ts';
import type { Policy, Profile } from './policy.ts';
import { reason } from './reasons.ts';
import { judge, tallyOf, unconfined } from './tally.ts';

interface ChangeProfile {
  readonly policy: Policy;
  readonly profile: Profile;
  readonly asker: Asker;
  readonly name: string;
}

export function decideChangeProfile({ policy, profile, asker, name }: ChangeProfile): Answer {
  const { text } = profile;
  const isLoaded = name === 'unconfined' || profileNamed(policy, name) !== null;
  if (text.mode === 'unconfined') return isLoaded ? { ...unconfined(text), label: name } : notLoaded(profile, name);
  const attr = writesAttr(profile);
  if (!attr && text.mode !== 'complain') return noAttr(profile);
  if (!isLoaded && text.mode !== 'complain') return notLoaded(profile, name);
  const asked = judgeChange(profile, name);
  if (asked.decision !== 'allowed') return asked;
  if (asker.noNewPrivs && name !== profile.name)
    return {
      ...asked,
      decision: 'denied',
      errno: 'EPERM',
      logged: false,
      ...reason('apparmor-access/no-new-privs', { label: name }),
    };
  // What is not loaded is made up on the spot by a profile that learns.
  return { ...asked, label: isLoaded ? name : `${profile.name}//null-${name}` };
}

export function judgeChange({ changes, text }: Profile, name: string): Answer {
  const matched = changes.filter(({ target }) => matches(target, name)).map(({ rule }) => ({ rule, bits: 1 }));
  return judge(tallyOf(matched), { profile: text, asked: 1, errno: 'EACCES', inWords: () => 'change_profile' });
}

/** The wish is written to a file of the process, by one of these names [measured on 6.1]. */
function writesAttr(profile: Profile): boolean {
  const places = ['/proc/1234/attr/current', '/proc/1234/attr/apparmor/current', '/proc/1234/attr/exec'];
  const byThread = places.map((place) => place.replace('/attr', '/task/1234/attr'));
  return [...places, ...byThread].some((path) => grants(profile, { path, isOwner: true }, bit.w));
}

function noAttr({ text }: Profile): Answer {
  return {
    ...unconfined(text),
    decision: 'denied',
    errno: 'EACCES',
    logged: true,
    missing: 'w',
    ...reason('apparmor-access/no-write-to-attr', {}),
  };
}

function notLoaded({ text }: Profile, name: string): Answer {
  return {
    ...unconfined(text),
    decision: 'denied',
    errno: 'ENOENT',
    logged: true,
    missing: 'change_profile',
    ...reason('apparmor-access/not-loaded', { name }),
  };
}
