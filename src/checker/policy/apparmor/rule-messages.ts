import { findingsOf } from '../../model/diagnostic.ts';
import type { Messages } from '../../model/explanation.ts';
import type { NoFacts } from '../../model/fact.ts';

/** What loads and hardly means what it says. */
interface AppArmorRuleCodes {
  'apparmor-rule/unknown-include': { readonly name: string };
  'apparmor-rule/optional-include': { readonly name: string };
  'apparmor-rule/include-with-hash': { readonly name: string };
  'apparmor-rule/no-profile': NoFacts;
  'apparmor-rule/proc-self': { readonly path: string };
  'apparmor-rule/dots-in-path': { readonly path: string };
  'apparmor-rule/mount-point-without-slash': { readonly path: string };
  'apparmor-rule/options-cancel-out': { readonly option: string };
  'apparmor-rule/star-leaves-directories': { readonly path: string };
  'apparmor-rule/allow-behind-deny': { readonly path: string; readonly letters: string };
  'apparmor-rule/negated-class-takes-slash': { readonly path: string };
  'apparmor-rule/unix-without-address': NoFacts;
  'apparmor-rule/deny-unix-is-lost': NoFacts;
  'apparmor-rule/not-mediated': { readonly kind: string };
  'apparmor-rule/hat': { readonly name: string };
  'apparmor-rule/half-of-ptrace': { readonly there: string; readonly missing: string };
  'apparmor-rule/no-program-runs': { readonly name: string };
  'apparmor-rule/transition-to-nowhere': { readonly name: string };
  'apparmor-rule/comment-in-variable': { readonly name: string };
  'apparmor-rule/learns': { readonly name: string };
  'apparmor-rule/old-spelling': { readonly letters: string };
}

export const ruleFinding = /* @__PURE__ */ findingsOf<AppArmorRuleCodes>();

export const appArmorRuleMessages: Messages<AppArmorRuleCodes> = {
  'apparmor-rule/unknown-include': ({ facts }) => ({
    what: `What \`${facts.name}\` says is not known here, so nothing can be told about this text.`,
    why: 'Debian 12 ships no such file. On the node it may hold anything; where it is missing, the text does not load.',
    todo: 'Write its rules out, or take the include away.',
  }),
  'apparmor-rule/optional-include': ({ facts }) => ({
    what: `\`${facts.name}\` is read if the node has it; here it counts as missing.`,
    why: 'Debian 12 ships no such file, and `if exists` lets it be absent.',
  }),
  'apparmor-rule/include-with-hash': ({ facts }) => ({
    what: `This is no comment: \`${facts.name}\` is included.`,
    why: '`#include` is the old spelling of `include`. Only with a blank behind `#` is it a comment.',
  }),
  'apparmor-rule/no-profile': () => ({
    what: 'The text declares no profile.',
    why: 'It loads, and a pod that names a profile finds none.',
  }),
  'apparmor-rule/proc-self': ({ facts }) => ({
    what: `\`${facts.path}\` matches nothing.`,
    why: '`/proc/self` is a symlink. The kernel sees the number of the process in its place.',
    todo: 'Look at how `@{PROC}` and `@{pid}` are used, which mean any process.',
  }),
  'apparmor-rule/dots-in-path': ({ facts }) => ({
    what: `\`${facts.path}\` matches nothing.`,
    why: 'The kernel has resolved `.` and `..` before it asks, so no path holds them.',
    todo: 'Look at the path.',
  }),
  'apparmor-rule/mount-point-without-slash': ({ facts }) => ({
    what: `\`${facts.path}\` is no directory, and mounts are mostly on directories.`,
    why: 'A directory has `/` at the end of its name. Without it the rule covers a mount on a file only.',
    todo: 'Look at the end of the path.',
  }),
  'apparmor-rule/options-cancel-out': ({ facts }) => ({
    what: `With \`${facts.option}\` and its opposite the option may be there or not.`,
    why: 'The parser takes both and asks for neither.',
    todo: 'Look at `options`.',
  }),
  'apparmor-rule/star-leaves-directories': ({ facts }) => ({
    what: `\`${facts.path}\` covers files, and neither the directory itself nor directories in it.`,
    why: 'A directory has `/` at the end of its name, and `*` matches none. As a whole component it wants one character at least.',
    todo: 'Look at whether the directory is to be listed.',
  }),
  'apparmor-rule/allow-behind-deny': ({ facts: { path, letters } }) => ({
    what: `\`${letters}\` on \`${path}\` is written and has no effect.`,
    why: 'A `deny` that covers it wins, wherever it stands and however much wider it is.',
    todo: 'Look at the rule with `deny`.',
  }),
  'apparmor-rule/negated-class-takes-slash': ({ facts }) => ({
    what: `The \`[^…]\` in \`${facts.path}\` matches \`/\` too.`,
    why: 'Unlike `*` and `?` a negated class leaves out only what it names.',
    todo: 'Look at whether `/` belongs into the class.',
  }),
  'apparmor-rule/unix-without-address': () => ({
    what: 'Of this rule only the type of the socket is left.',
    why: 'Mainline kernels before 6.17 do not look at addresses and peers of unix sockets; the parser makes `network unix` of it.',
  }),
  'apparmor-rule/deny-unix-is-lost': () => ({
    what: 'This `deny` takes nothing away.',
    why: 'For a mainline kernel apparmor_parser 3.0.8 turns `unix` into `network unix`, and loses the `deny` on the way.',
    todo: 'Look at `deny network unix`.',
  }),
  'apparmor-rule/not-mediated': ({ facts }) => ({
    what: `Nobody asks about \`${facts.kind}\` rules here.`,
    why: 'They need a kernel with patches that mainline does not have.',
  }),
  'apparmor-rule/hat': ({ facts }) => ({
    what: `The hat \`${facts.name}\` is loaded, and changing into it is not modelled.`,
    why: 'A process gets there by change_hat(2) with a secret only.',
  }),
  'apparmor-rule/half-of-ptrace': ({ facts: { there, missing } }) => ({
    what: `Processes of this profile cannot do that to each other: \`${there}\` is there and \`${missing}\` is not.`,
    why: 'Both sides are asked: `trace` and `read` of the one that looks, `tracedby` and `readby` of the other one.',
    todo: 'Look at the words of the `ptrace` rules.',
  }),
  'apparmor-rule/no-program-runs': ({ facts }) => ({
    what: `Under \`${facts.name}\` no program can be started.`,
    why: 'No rule has an `x`. What the runtime starts runs, and nothing that it wants to run itself.',
    todo: 'Look at the programs that the container calls.',
  }),
  'apparmor-rule/transition-to-nowhere': ({ facts }) => ({
    what: `\`${facts.name}\` is no profile of this text.`,
    why: 'The parser does not mind. The program is refused when it is started, unless the node has such a profile.',
    todo: 'Look at the name behind `->`.',
  }),
  'apparmor-rule/comment-in-variable': ({ facts }) => ({
    what: `The comment is among the values of \`@{${facts.name}}\`.`,
    why: 'Behind `=` everything up to the end of the line is a value, `#` too.',
    todo: 'Put the comment on a line of its own.',
  }),
  'apparmor-rule/learns': ({ facts }) => ({
    what: `\`${facts.name}\` only complains: what it does not allow is logged and let through.`,
    why: '`complain` is for learning. Only a `deny` without `audit` holds there.',
    todo: 'Look at the flags.',
  }),
  'apparmor-rule/old-spelling': ({ facts }) => ({
    what: `\`${facts.letters}\` counts as small letters.`,
    why: 'Capital letters are an old spelling, but for those in front of `x`.',
  }),
};
