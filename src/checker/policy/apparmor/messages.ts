import { findingsOf } from '../../model/diagnostic.ts';
import type { Messages } from '../../model/explanation.ts';
import type { NoFacts } from '../../model/fact.ts';

/** Why a text does not load. */
interface AppArmorProfileCodes {
  'apparmor-profile/unexpected': {
    readonly found: string | null;
    readonly wanted: string | null;
    readonly meant: string | null;
  };
  'apparmor-profile/newer-rule': { readonly word: string; readonly since: string };
  'apparmor-profile/unreadable': { readonly character: string };
  'apparmor-profile/semicolon': NoFacts;
  'apparmor-profile/variable-with-comma': NoFacts;
  'apparmor-profile/refused': { readonly said: string };
  'apparmor-profile/missing-comma': NoFacts;
  'apparmor-profile/comma-in-list': { readonly before: string; readonly behind: string };
  'apparmor-profile/unknown-capability': { readonly name: string; readonly meant: string | null };
  'apparmor-profile/unknown-mount-option': { readonly option: string; readonly hasComma: boolean };
  'apparmor-profile/exec-mode-in-deny': NoFacts;
  'apparmor-profile/exec-without-mode': NoFacts;
  'apparmor-profile/variable-twice': { readonly name: string };
  'apparmor-profile/variable-undefined': { readonly name: string };
  'apparmor-profile/variable-of-itself': { readonly name: string };
  'apparmor-profile/glob': { readonly glob: string; readonly said: string };
  'apparmor-profile/two-exec-modes': { readonly path: string; readonly other: string };
  'apparmor-profile/profile-twice': { readonly name: string };
  'apparmor-profile/mount-of-nothing': NoFacts;
  'apparmor-profile/name-without-word': { readonly name: string };
  'apparmor-profile/flags-without-brackets': { readonly flags: string };
}

export const refusalFinding = /* @__PURE__ */ findingsOf<AppArmorProfileCodes>();

const parserSays = 'apparmor_parser 3.0.8 refuses the whole text, so none of its profiles is loaded.';

export const appArmorProfileMessages: Messages<AppArmorProfileCodes> = {
  'apparmor-profile/unexpected': ({ facts: { found, wanted, meant } }) => ({
    what: found === null ? 'The text ends inside a profile.' : `\`${found}\` has no place here.`,
    why:
      wanted === 'END_OF_RULE'
        ? `Each rule ends with a comma, the last one too. ${parserSays}`
        : `The parser wanted something else to go on. ${parserSays}`,
    ...(meant === null ? {} : { todo: `Did you mean \`${meant}\`?` }),
  }),
  'apparmor-profile/newer-rule': ({ facts: { word, since } }) => ({
    what: `\`${word}\` rules are newer than this parser.`,
    why: `AppArmor ${since} brought them. ${parserSays}`,
    todo: 'Leave the rule out on nodes with AppArmor 3.0, or look at the parser of the node.',
  }),
  'apparmor-profile/unreadable': ({ facts }) => ({
    what: `The character \`${facts.character.trim() === '' ? 'line end' : facts.character}\` fits nowhere here.`,
    why: `Paths start with \`/\` or a variable, and a comment needs the end of its line. ${parserSays}`,
    todo: 'Look at the start of the rule, or end the last line.',
  }),
  'apparmor-profile/semicolon': () => ({
    what: 'A rule ends with a comma, not with a semicolon.',
    why: `The semicolon is read as part of the word before it. ${parserSays}`,
    todo: 'Look at the end of the rule.',
  }),
  'apparmor-profile/variable-with-comma': () => ({
    what: 'A variable ends with its line, not with a comma.',
    why: `Only rules end with a comma. ${parserSays}`,
    todo: 'Look at the end of the line.',
  }),
  'apparmor-profile/refused': ({ facts }) => ({
    what: `The parser refuses this: ${facts.said.replace(/\.$/, '')}.`,
    why: parserSays,
  }),
  'apparmor-profile/missing-comma': () => ({
    what: 'This rule has no comma at its end.',
    why: `The parser reads on into the next rule. ${parserSays}`,
    todo: 'Look at the end of the line.',
  }),
  'apparmor-profile/comma-in-list': ({ facts: { before, behind } }) => ({
    what: `The comma behind \`${before}\` ends the rule; \`${behind}\` starts another one.`,
    why: `Names in a list are parted by blanks, and commas may stand between brackets only. ${parserSays}`,
    todo: 'Look at what stands between the names.',
  }),
  'apparmor-profile/unknown-capability': ({ facts: { name, meant } }) => ({
    what: `There is no capability \`${name}\` in a profile.`,
    why: `AppArmor writes them in small letters and without \`CAP_\`. ${parserSays}`,
    ...(meant === null ? {} : { todo: `Did you mean \`${meant}\`?` }),
  }),
  'apparmor-profile/unknown-mount-option': ({ facts: { option, hasComma } }) => ({
    what: `\`${option}\` is no option of a mount.`,
    why: hasComma
      ? `Without brackets it is one word, comma and all. ${parserSays}`
      : `Options of one file system are not known here, only those that every mount has. ${parserSays}`,
    todo: hasComma ? 'Put several options into brackets.' : 'Look at `options`.',
  }),
  'apparmor-profile/exec-mode-in-deny': () => ({
    what: 'A `deny` rule takes a plain `x`.',
    why: `What is denied has no way to go on, so there is none to choose. ${parserSays}`,
    todo: 'Look at the letters in front of `x`.',
  }),
  'apparmor-profile/exec-without-mode': () => ({
    what: 'An `x` has to say under which profile the program runs.',
    why: `\`ix\` keeps the profile, \`px\` and \`cx\` change it, \`ux\` drops it. ${parserSays}`,
    todo: 'Look at the letter in front of `x`.',
  }),
  'apparmor-profile/variable-twice': ({ facts }) => ({
    what: `\`@{${facts.name}}\` is given its values twice.`,
    why: `\`=\` declares and \`+=\` adds. ${parserSays}`,
    todo: 'Look at the sign.',
  }),
  'apparmor-profile/variable-undefined': ({ facts }) => ({
    what: `\`@{${facts.name}}\` has no value.`,
    why: `Variables are declared above the profiles, mostly by \`include <tunables/global>\`. ${parserSays}`,
    todo: 'Look at what stands above the first profile.',
  }),
  'apparmor-profile/variable-of-itself': ({ facts }) => ({
    what: `\`@{${facts.name}}\` stands in its own value.`,
    why: `It would grow without end. ${parserSays}`,
    todo: 'Look at its values.',
  }),
  'apparmor-profile/glob': ({ facts: { glob, said } }) => ({
    what: `\`${glob}\` is no pattern: ${said}.`,
    why: `Braces hold two or more items, parted by commas, and every bracket needs its partner. ${parserSays}`,
    todo: 'Look at the brackets of the path.',
  }),
  'apparmor-profile/two-exec-modes': ({ facts: { path, other } }) => ({
    what: `Programs that match \`${path}\` and \`${other}\` would run in two modes at once.`,
    why: `Of exec modes only one can be, and a pattern does not beat another one; a path without a pattern would. ${parserSays}`,
    todo: 'Look at the letters in front of `x` in both rules.',
  }),
  'apparmor-profile/profile-twice': ({ facts }) => ({
    what: `Two profiles are called \`${facts.name}\`.`,
    why: `A name is all by which a pod finds its profile. ${parserSays}`,
    todo: 'Look at the name.',
  }),
  'apparmor-profile/mount-of-nothing': () => ({
    what: 'No mount can be what this rule says.',
    why: `A bind or a remount has no type, and a change of propagation has no source. ${parserSays}`,
    todo: 'Look at `fstype`, and at what stands before `->`.',
  }),
  'apparmor-profile/name-without-word': ({ facts }) => ({
    what: `\`${facts.name}\` needs the word \`profile\` before it.`,
    why: `Only a name that is a path can stand without it. ${parserSays}`,
    todo: 'Look at the line of the name.',
  }),
  'apparmor-profile/flags-without-brackets': ({ facts }) => ({
    what: `\`flags\` are a list: \`${facts.flags}\` stands without brackets.`,
    why: parserSays,
    todo: 'Put it into brackets.',
  }),
};
