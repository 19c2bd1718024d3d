import { findingsOf, refusalsOf } from '../model/diagnostic.ts';
import type { Messages } from '../model/explanation.ts';
import type { NoFacts } from '../model/fact.ts';

export interface SchemaCodes {
  'schema/unknown-field': {
    readonly field: string;
    readonly owner: string;
    readonly nearest: string | null;
    readonly refused: boolean;
  };
  'schema/misplaced-field': { readonly field: string; readonly homes: readonly string[]; readonly refused: boolean };
  'schema/wrong-type': { readonly field: string; readonly wants: string; readonly found: string };
  /** `word` ends in a colon where the blank behind it is missing; `near`: the fields it may become. */
  'schema/half-written-field': { readonly field: string; readonly word: string; readonly near: readonly string[] };
  'schema/half-written-value': { readonly field: string; readonly begun: string; readonly whole: string };
  'schema/missing-field': { readonly field: string; readonly owner: string };
  'schema/not-an-object': NoFacts;
  'schema/no-kind': NoFacts;
  'schema/part-of-a-pod': { readonly homes: readonly string[] };
  'schema/misspelt-kind': { readonly kind: string; readonly nearest: string };
  'schema/not-a-workload': { readonly kind: string };
  'schema/wrong-api-version': { readonly kind: string; readonly apiVersion: string; readonly wants: string };
  'capabilities/cap-prefix': { readonly name: string; readonly bare: string; readonly field: 'add' | 'drop' };
  'capabilities/unknown-name': {
    readonly name: string;
    readonly nearest: string | null;
    readonly field: 'add' | 'drop';
  };
  'capabilities/small-letters': { readonly name: string; readonly capitals: string };
}

export const finding = findingsOf<SchemaCodes>();
export const refusal = refusalsOf<SchemaCodes>();

const dropped =
  "With this cluster's field validation the API server drops it without a word, and the pod runs as if the line were not there.";
const refused =
  'The API server does not guess: kubectl asks for strict field validation, so the whole object is turned away.';

function either(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(' or ');
}

export const schemaMessages: Messages<SchemaCodes> = {
  'schema/unknown-field': ({ facts }) => ({
    what:
      facts.nearest === null
        ? `\`${facts.owner}\` has no field \`${facts.field}\`.`
        : `\`${facts.owner}\` has no field \`${facts.field}\`; \`${facts.nearest}\` comes near.`,
    why: facts.refused ? refused : dropped,
    todo: 'Check the spelling, upper and lower case too, and whether the line is indented under the right object.',
  }),
  'schema/misplaced-field': ({ facts }) => ({
    what: `\`${facts.field}\` does not exist here; it belongs under ${either(facts.homes)}.`,
    why: facts.refused ? refused : dropped,
    todo: 'Move the line there.',
  }),
  'schema/wrong-type': ({ facts }) => ({
    what: `\`${facts.field}\` wants ${facts.wants}, and here stands ${facts.found}.`,
    why: 'Kubernetes reads each field with one type and converts nothing: a quoted number is text, an unquoted `no` is false.',
    todo: 'Change the value, not the field: look at quotes, brackets and dashes.',
  }),
  'schema/half-written-field': ({ facts }) => ({
    what: `A ${facts.word.endsWith(':') ? 'space' : 'colon'} is missing after \`${facts.word}\`.${facts.near.length === 0 ? '' : ` It may become ${either(facts.near)}.`}`,
    why: `What belongs to \`${facts.field}\` is written as fields, and a word alone is none yet: a colon and a space make it one.`,
    todo: 'Write it as `name: value`, or end it with a colon and put its fields below, indented.',
  }),
  'schema/half-written-value': ({ facts }) => ({
    what: `\`${facts.begun}\` is only the beginning of \`${facts.whole}\`.`,
    why: `\`${facts.field}\` is either \`true\` or \`false\`, written in full and without quotes.`,
    todo: 'Write the word to its end.',
  }),
  'schema/missing-field': ({ facts }) => ({
    what: `\`${facts.field}\` is missing: \`${facts.owner}\` cannot do without it.`,
    why: 'The API server has no default for this field.',
    todo: 'Add the field.',
  }),
  'schema/not-an-object': () => ({
    what: 'This document is not an object with fields.',
    why: 'A manifest is one object: `apiVersion`, `kind`, `metadata` and `spec` start at the left edge, each with a colon.',
    todo: 'Write it as fields.',
  }),
  'schema/no-kind': () => ({
    what: 'This document does not say what it is: `kind` is missing.',
    why: 'kubectl chooses the type by `kind` and `apiVersion` before it looks at anything else.',
    todo: 'Add both at the top.',
  }),
  'schema/part-of-a-pod': ({ facts }) => ({
    what: `This is a part of a pod: it belongs under ${either(facts.homes)}.`,
    why: 'kubectl takes whole objects only, and `kind` and `apiVersion` say which; what stands here are fields from inside of one.',
    todo: 'Put it at its place in the whole pod. If it came in over your pod, undo brings the pod back.',
  }),
  'schema/misspelt-kind': ({ facts }) => ({
    what: `There is no kind \`${facts.kind}\`; \`${facts.nearest}\` comes near.`,
    why: 'Kinds are compared letter by letter, upper and lower case too.',
    todo: 'Write `kind` as Kubernetes spells it.',
  }),
  'schema/not-a-workload': ({ facts }) => ({
    what: `A \`${facts.kind}\` makes no pods, so there is nothing to judge in it.`,
    why: 'Only what becomes a container has a security state.',
  }),
  'schema/wrong-api-version': ({ facts }) => ({
    what: `\`${facts.kind}\` is not in \`${facts.apiVersion}\`, but in \`${facts.wants}\`.`,
    why: 'The API server finds the type by both words together.',
    todo: 'Change `apiVersion`.',
  }),
  'capabilities/cap-prefix': ({ facts }) => ({
    what:
      facts.field === 'add'
        ? `\`${facts.name}\` adds nothing.`
        : `\`${facts.name}\` drops nothing: the container keeps \`${facts.bare}\`.`,
    why: 'Kubernetes names capabilities without `CAP_`. containerd puts it in front once more, and runc passes over a name that the kernel does not know.',
    todo: 'Write the name without `CAP_`.',
  }),
  'capabilities/unknown-name': ({ facts }) => ({
    what: `The kernel knows no capability \`${facts.name}\`${facts.nearest === null ? '' : `; \`${facts.nearest}\` comes near`}.`,
    why: `The API server takes any text here, and the runtime passes over what it does not know: the line ${facts.field === 'add' ? 'adds' : 'drops'} nothing.`,
    todo: 'Check the name against capabilities(7).',
  }),
  'capabilities/small-letters': ({ facts }) => ({
    what: `\`${facts.name}\` works at run time; Pod Security only knows \`${facts.capitals}\`.`,
    why: 'containerd turns the name into capitals, while the Pod Security Standards compare it letter by letter.',
    todo: 'Write it in capitals.',
  }),
};
