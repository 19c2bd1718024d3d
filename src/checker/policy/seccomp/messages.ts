import type { Messages } from '../../model/explanation.ts';
import type { NoFacts } from '../../model/fact.ts';

/** Why a profile is not loaded. */
export interface RefusalCodes {
  'seccomp-profile/not-json': { readonly words: string };
  'seccomp-profile/comment': NoFacts;
  'seccomp-profile/wrong-type': { readonly field: string; readonly found: string; readonly type: string };
  'seccomp-profile/missing-field': { readonly field: string };
  'seccomp-profile/unknown-action': { readonly name: string };
  'seccomp-profile/unknown-operator': { readonly name: string; readonly known: readonly string[] };
  'seccomp-profile/unknown-architecture': { readonly name: string };
  'seccomp-profile/byte-order': { readonly name: string };
  'seccomp-profile/flags': { readonly flag: string };
  'seccomp-profile/listener-path': NoFacts;
  'seccomp-profile/no-listener': NoFacts;
  'seccomp-profile/notify-everything': NoFacts;
  'seccomp-profile/errno-too-high': { readonly errno: number };
  'seccomp-profile/errno-beside-action': { readonly name: string };
  'seccomp-profile/empty-name': NoFacts;
  'seccomp-profile/no-such-argument': { readonly index: string };
  'seccomp-profile/clash': { readonly call: string; readonly entry: string };
}

/** What decided about a call. */
interface AnswerCodes {
  'seccomp-profile/rule': { readonly hasConditions: boolean; readonly through: string | null };
  'seccomp-profile/default': { readonly hasRules: boolean };
  'seccomp-profile/no-filter': NoFacts;
  'seccomp-profile/entry-not-listed': { readonly entry: string };
  'seccomp-profile/newer-than-profile': { readonly highest: number };
  'seccomp-profile/ambiguous': { readonly actions: readonly string[] };
  'seccomp-profile/misread': NoFacts;
  'seccomp-profile/number-not-read': { readonly hasRules: boolean };
}

/** A code with its facts: the why of an answer. */
export type Answering = {
  [C in keyof AnswerCodes]: { readonly code: C; readonly facts: AnswerCodes[C] };
}[keyof AnswerCodes];

export function answering<C extends keyof AnswerCodes>(code: C, facts: AnswerCodes[C]): Answering {
  return { code, facts } as Answering;
}

const notStarted = 'The runtime says so when it creates the container, which then does not start.';

export const refusalMessages: Messages<RefusalCodes> = {
  'seccomp-profile/not-json': ({ facts }) => ({
    what: `From here on the text is not JSON: ${facts.words}.`,
    why: notStarted,
    todo: 'Look at quotes, commas and brackets just before this place; the last entry of a list has no comma behind it.',
  }),
  'seccomp-profile/comment': () => ({
    what: 'JSON has no comments.',
    why: `Whoever reads the profile stops here. ${notStarted}`,
    todo: 'Take the comment out, or put it into a field `comment`, which nobody reads.',
  }),
  'seccomp-profile/wrong-type': ({ facts }) => ({
    what: `\`${facts.field === '' ? 'The profile' : facts.field}\` cannot be ${facts.found}: it is a ${facts.type}.`,
    why: `Nothing is converted, a number in quotes is text, and numbers are whole, from 0 to what the type holds. ${notStarted}`,
    todo: 'Change the value.',
  }),
  'seccomp-profile/missing-field': ({ facts }) => ({
    what: `\`${facts.field}\` is missing here.`,
    why: `crun wants it, spelt exactly so. ${notStarted}`,
    todo: 'Add it, with the letters of the OCI specification.',
  }),
  'seccomp-profile/unknown-action': ({ facts }) => ({
    what: facts.name === '' ? 'There is no action here.' : `There is no action \`${facts.name}\`.`,
    why: `Actions are compared letter by letter, with \`SCMP_ACT_\` in front. ${notStarted}`,
    todo: 'Write one of the actions of the OCI specification.',
  }),
  'seccomp-profile/unknown-operator': ({ facts }) => ({
    what: facts.name === '' ? 'This argument has no `op`.' : `There is no operator \`${facts.name}\`.`,
    why: `The operators are ${facts.known.map((name) => `\`${name}\``).join(', ')}. ${notStarted}`,
    todo: 'Write one of them.',
  }),
  'seccomp-profile/unknown-architecture': ({ facts }) => ({
    what: `There is no architecture \`${facts.name}\`.`,
    why: `Architectures are named as in \`SCMP_ARCH_X86_64\`. ${notStarted}`,
    todo: 'Correct the name, or take it out.',
  }),
  'seccomp-profile/byte-order': ({ facts }) => ({
    what: `\`${facts.name}\` cannot stand in a filter of x86.`,
    why: `It keeps its bytes in the other order, and libseccomp holds one order in a filter. ${notStarted}`,
    todo: 'Take it out; a profile for such a machine is a file of its own.',
  }),
  'seccomp-profile/flags': ({ facts }) => ({
    what: `The flag \`${facts.flag}\` is refused.`,
    why: `runc takes flags from 1.1.6 on, crun knows four of them. ${notStarted}`,
    todo: 'Take it out.',
  }),
  'seccomp-profile/listener-path': () => ({
    what: '`listenerPath` does not start at the root.',
    why: `The agent is found by an absolute path. ${notStarted}`,
    todo: 'Write the whole path.',
  }),
  'seccomp-profile/no-listener': () => ({
    what: 'This call is to be decided by an agent, and `listenerPath` does not say which.',
    why: `\`SCMP_ACT_NOTIFY\` hands a call to a program outside. ${notStarted}`,
    todo: 'Name the socket of the agent, or take another action.',
  }),
  'seccomp-profile/notify-everything': () => ({
    what: '`SCMP_ACT_NOTIFY` cannot stand here.',
    why: `The runtime itself needs calls of this kind to reach the agent; it refuses it as default and for \`write\`. ${notStarted}`,
    todo: 'Name single calls.',
  }),
  'seccomp-profile/errno-too-high': ({ facts }) => ({
    what: `There is no error number ${facts.errno}.`,
    why: `The highest one that libseccomp takes is 4094. ${notStarted}`,
    todo: 'Write the number of an error: errno(3) lists them.',
  }),
  'seccomp-profile/errno-beside-action': ({ facts }) => ({
    what: `\`${facts.name}\` answers with no error number.`,
    why: `Only \`SCMP_ACT_ERRNO\` and \`SCMP_ACT_TRACE\` do. crun refuses a number elsewhere, runc passes over it. ${notStarted}`,
    todo: 'Take the number out.',
  }),
  'seccomp-profile/empty-name': () => ({
    what: 'A name is empty.',
    why: `runc refuses it; any other text that names no call it passes over. ${notStarted}`,
    todo: 'Take it out.',
  }),
  'seccomp-profile/no-such-argument': ({ facts }) => ({
    what: `There is no argument ${facts.index}.`,
    why: `A call has at most six arguments, counted from 0. ${notStarted}`,
    todo: 'Count the argument in the manual page of the call.',
  }),
  'seccomp-profile/clash': ({ facts }) => ({
    what: `This rule for \`${facts.call}\` contradicts an earlier one.`,
    why: `${facts.entry === 'i386' ? 'i386 makes this call through one that stands for many, where both rules ask the same. ' : ''}libseccomp holds two answers to one question in no filter: "file exists". ${notStarted}`,
    todo: 'Keep one of the two.',
  }),
};

function ruleHolds({ hasConditions, through }: AnswerCodes['seccomp-profile/rule']): string {
  if (through !== null)
    return `i386 makes the call that it names through \`${through}\`, whose first argument says which; what the rule asks of argument 0 is not asked here.`;
  return hasConditions
    ? 'All its conditions hold for these arguments.'
    : 'It names this call, whatever its arguments are.';
}

export const answerMessages: Messages<AnswerCodes> = {
  'seccomp-profile/rule': ({ facts, decidedBy }) => ({
    what: `The rule at ${decidedBy} decides.`,
    why: ruleHolds(facts),
  }),
  'seccomp-profile/default': ({ facts }) => ({
    what: 'No rule holds, so the default action counts.',
    why: facts.hasRules
      ? 'There are rules for this call, and the conditions of none hold for these arguments.'
      : 'No rule that counts names this call. One that says the same as the default is left out.',
  }),
  'seccomp-profile/no-filter': () => ({
    what: 'The profile says nothing, so there is no filter at all.',
    why: 'Without a default action and rules the runtime takes seccomp for switched off.',
  }),
  'seccomp-profile/entry-not-listed': ({ facts }) => ({
    what: `Calls that enter as ${facts.entry} are killed: \`architectures\` does not list it.`,
    why: 'What counts is how a call enters the kernel, not what the program was built for. The default action is not asked.',
  }),
  'seccomp-profile/newer-than-profile': ({ facts }) => ({
    what: `The number is above ${facts.highest}, the highest that the profile names, so the call "is not there".`,
    why: 'runc answers ENOSYS for such calls in place of a default that denies, so that a C library takes an older call.',
  }),
  'seccomp-profile/ambiguous': ({ facts }) => ({
    what: `Rules with different actions hold for these arguments: ${facts.actions.map((name) => `\`${name}\``).join(', ')}.`,
    why: 'Which of them counts follows an order inside libseccomp, not that of the list.',
    todo: 'Write conditions that do not overlap.',
  }),
  'seccomp-profile/misread': () => ({
    what: 'What libseccomp makes of the rules for this call does not follow from them.',
    why: 'Rules with ranges, or with several arguments, share tests inside libseccomp 2.5.4, and some are lost or compare another argument.',
    todo: 'Write one exact condition for each value.',
  }),
  'seccomp-profile/number-not-read': ({ facts }) => ({
    what: `No rule works on this entry, so the default action counts${facts.hasRules ? ', although there are rules for the call' : ''}.`,
    why: 'A slip of libseccomp 2.5.4: it asks first for a call that this entry does not have, leaves that test out, and with it the look at the number.',
    todo: 'Add a rule without conditions for a call that every entry has, or leave x32 out of `architectures`.',
  }),
};
