import type { Messages } from '../../model/explanation.ts';
import type { NoFacts } from '../../model/fact.ts';

/** What an answer rests on. */
export interface AppArmorAccessCodes {
  'apparmor-access/granted': NoFacts;
  'apparmor-access/unconfined': NoFacts;
  'apparmor-access/not-mediated': NoFacts;
  'apparmor-access/inherited': NoFacts;
  'apparmor-access/complain': { readonly missing: string };
  'apparmor-access/complain-exec': { readonly label: string };
  'apparmor-access/denied-by-rule': { readonly missing: string };
  'apparmor-access/no-rule': { readonly missing: string };
  'apparmor-access/only-for-the-owner': { readonly missing: string };
  'apparmor-access/directory-needs-slash': { readonly missing: string; readonly path: string };
  'apparmor-access/file-has-no-slash': { readonly missing: string; readonly path: string };
  'apparmor-access/disconnected': NoFacts;
  'apparmor-access/link-of-another-file': { readonly from: string };
  'apparmor-access/link-with-more-rights': { readonly from: string; readonly to: string; readonly missing: string };
  'apparmor-access/runs-under': { readonly label: string; readonly isSame: boolean };
  'apparmor-access/fallback': { readonly label: string };
  'apparmor-access/no-profile-to-enter': {
    readonly path: string;
    readonly target: string | null;
    readonly isChild: boolean;
  };
  'apparmor-access/no-new-privs': { readonly label: string };
  'apparmor-access/killed-at-mapping': { readonly label: string; readonly missing: string };
  'apparmor-access/other-side': { readonly peer: string; readonly missing: string };
  'apparmor-access/other-side-unknown': { readonly peer: string };
  'apparmor-access/no-write-to-attr': NoFacts;
  'apparmor-access/not-loaded': { readonly name: string };
  'apparmor-access/above-limit': { readonly resource: string; readonly limit: number };
  'apparmor-access/include-unknown': { readonly name: string };
}

export const appArmorAccessMessages: Messages<AppArmorAccessCodes> = {
  'apparmor-access/granted': ({ decidedBy }) => ({
    what: decidedBy === '' ? 'The profile allows it.' : `The profile allows it (${decidedBy}).`,
    why: 'What all matching rules allow adds up.',
  }),
  'apparmor-access/unconfined': () => ({
    what: 'The profile judges nothing.',
    why: 'With the flag `unconfined` it is a name and no more.',
  }),
  'apparmor-access/not-mediated': () => ({
    what: 'AppArmor is not asked about this.',
    why: 'Nothing of it needs a rule.',
  }),
  'apparmor-access/inherited': () => ({
    what: 'AppArmor does not ask again.',
    why: 'The file was opened by an unconfined process and handed over open.',
  }),
  'apparmor-access/complain': ({ facts }) => ({
    what: `\`${facts.missing}\` is not allowed, and complain mode lets it through.`,
    why: 'It is logged as ALLOWED, so that a profile can be written from the log.',
  }),
  'apparmor-access/complain-exec': ({ facts }) => ({
    what: `No rule lets it run; in complain mode it runs under \`${facts.label}\`.`,
    why: 'Such a profile is made on the spot and learns what the program does.',
  }),
  'apparmor-access/denied-by-rule': ({ facts, decidedBy }) => ({
    what: `\`${facts.missing}\` is denied${decidedBy === '' ? '' : ` (${decidedBy})`}.`,
    why: 'A `deny` takes its part from all that is allowed, wherever it stands.',
  }),
  'apparmor-access/no-rule': ({ facts }) => ({
    what: `No rule allows \`${facts.missing}\`.`,
    why: 'A profile refuses what it does not mention.',
  }),
  'apparmor-access/only-for-the-owner': ({ facts }) => ({
    what: `\`${facts.missing}\` is allowed to the owner of the file only.`,
    why: 'An `owner` rule compares the uid of the process with that of the file; root is no exception.',
  }),
  'apparmor-access/directory-needs-slash': ({ facts }) => ({
    what: `No rule allows \`${facts.missing}\` on \`${facts.path}\`; one names it without the slash.`,
    why: 'The name of a directory ends with `/`, so that rule is about a file.',
  }),
  'apparmor-access/file-has-no-slash': ({ facts }) => ({
    what: `No rule allows \`${facts.missing}\` on \`${facts.path}\`; one names it with a slash.`,
    why: 'Only the name of a directory ends with `/`.',
  }),
  'apparmor-access/disconnected': () => ({
    what: 'The file hangs under no root that the process has, so it has no name.',
    why: 'Without `attach_disconnected` that is refused whatever the rules say, in complain mode too.',
  }),
  'apparmor-access/link-of-another-file': ({ facts }) => ({
    what: `No rule allows a link to \`${facts.from}\`.`,
    why: 'A rule with `->` is about that one pair of names.',
  }),
  'apparmor-access/link-with-more-rights': ({ facts }) => ({
    what: `The new name would carry \`${facts.missing}\`, which \`${facts.from}\` does not have.`,
    why: 'Else a link would be a way to rights that the rules do not give.',
  }),
  'apparmor-access/runs-under': ({ facts: { label, isSame } }) => ({
    what: isSame ? `It runs, under \`${label}\` as before.` : `It runs, under \`${label}\`.`,
    why: 'The letter in front of `x` chooses the profile.',
  }),
  'apparmor-access/fallback': ({ facts }) => ({
    what: `It runs under \`${facts.label}\`, since the profile that it should have is not there.`,
    why: 'The second letter of the mode says what happens then.',
  }),
  'apparmor-access/no-profile-to-enter': ({ facts: { path, target, isChild } }) => ({
    what:
      target === null
        ? `No ${isChild ? 'child profile' : 'profile'} of this text attaches to \`${path}\`.`
        : `There is no ${isChild ? 'child profile' : 'profile'} \`${target}\` in this text.`,
    why: 'A change of profile to nowhere is refused, and not inherited: "profile transition not found".',
  }),
  'apparmor-access/no-new-privs': ({ facts }) => ({
    what: `no_new_privs keeps the process from changing to \`${facts.label}\`.`,
    why: 'Another profile may allow more. Only a further one on top of the old one is let through.',
  }),
  'apparmor-access/killed-at-mapping': ({ facts }) => ({
    what: `execve succeeds, and the program is killed: \`${facts.label}\` does not allow \`${facts.missing}\` on it.`,
    why: 'The new profile is asked for `r` and `m` when the program is mapped, and then there is nothing to go back to.',
  }),
  'apparmor-access/other-side': ({ facts }) => ({
    what: `The other side refuses: \`${facts.peer}\` does not allow \`${facts.missing}\`.`,
    why: 'Both profiles are asked.',
  }),
  'apparmor-access/other-side-unknown': ({ facts }) => ({
    what: `This side allows it; \`${facts.peer}\` is no profile of this text and could refuse.`,
    why: 'Both profiles are asked.',
  }),
  'apparmor-access/no-write-to-attr': () => ({
    what: 'The process cannot ask for another profile.',
    why: 'It would write to `/proc/<pid>/attr/`, and no rule allows that.',
  }),
  'apparmor-access/not-loaded': ({ facts }) => ({
    what: `There is no profile \`${facts.name}\` in this text.`,
    why: 'A change to a profile that is not loaded fails before any rule is asked.',
  }),
  'apparmor-access/above-limit': ({ facts, decidedBy }) => ({
    what: `The profile keeps \`${facts.resource}\` at ${facts.limit} (${decidedBy}).`,
    why: 'A hard limit above it is refused, with CAP_SYS_RESOURCE too.',
  }),
  'apparmor-access/include-unknown': ({ facts }) => ({
    what: `\`${facts.name}\` may hold any rule, so this is open.`,
    why: 'It is no file that Debian 12 ships, and what the node has is not known here.',
  }),
};
