import { findingsOf } from '../model/diagnostic.ts';
import type { Messages } from '../model/explanation.ts';
import type { NoFacts } from '../model/fact.ts';

/** Why a text is not YAML yet: one closed set, whatever the package calls it. */
export interface SyntaxCodes {
  'yaml/tab-as-indent': NoFacts;
  'yaml/indentation': NoFacts;
  'yaml/half-written-line': NoFacts;
  'yaml/two-colons': NoFacts;
  'yaml/unclosed-bracket': NoFacts;
  'yaml/unclosed-quote': NoFacts;
  'yaml/missing-comma': NoFacts;
  'yaml/needs-quotes': NoFacts;
  'yaml/unknown-escape': NoFacts;
  'yaml/too-deep': NoFacts;
  'yaml/not-understood': NoFacts;
}
export type SyntaxCode = keyof SyntaxCodes;

export interface YamlCodes extends SyntaxCodes {
  'yaml/stepped-out': { readonly field: string; readonly below: string };
  'yaml/unknown-alias': NoFacts;
  'yaml/alias-of-itself': NoFacts;
  'yaml/too-many-aliases': NoFacts;
  'yaml/merge-needs-map': NoFacts;
  'yaml/key-not-a-word': NoFacts;
  'yaml/duplicate-key': { readonly key: string };
  'yaml/unknown-tag': NoFacts;
  'yaml/control-character': { readonly character: string };
  'yaml/reordered-text': { readonly character: string; readonly count: number };
  'yaml/no-document': NoFacts;
}

export const finding = findingsOf<YamlCodes>();

export const parseMessages: Messages<YamlCodes> = {
  'yaml/tab-as-indent': () => ({
    what: 'This line is indented with a tab.',
    why: 'YAML counts spaces to see what belongs to what, and forbids tabs there because nobody agrees on their width.',
    todo: 'Put spaces in its place: two for each level.',
  }),
  'yaml/indentation': () => ({
    what: 'This line starts at a column that fits none of the lines above it.',
    why: 'Fields of one object, and the dashes of one list, stand exactly below each other.',
    todo: 'Move it below the field or dash that it belongs to.',
  }),
  'yaml/stepped-out': ({ facts }) => ({
    what: `\`${facts.field}\` stands too far left: \`${facts.below}\` below it has lost its place.`,
    why: 'A line further left ends every object and list that is open above it, so what comes behind belongs to nothing.',
    todo: `Indent \`${facts.field}\`, with what is below it, like the lines around it. If it stands right, \`${facts.below}\` stands too deep.`,
  }),
  'yaml/half-written-line': () => ({
    what: 'This line is not finished: a field needs a colon and a space behind its name.',
    why: 'Without `: ` the whole line is one word, and a word alone says nothing about a pod.',
    todo: 'Write it as `name: value`, or end it with a colon and put its fields below, indented.',
  }),
  'yaml/two-colons': () => ({
    what: 'Two fields stand on one line.',
    why: 'A value on the line of its field cannot be an object written in lines; the second colon would start one.',
    todo: 'Move the inner field to a line of its own, indented, or put the value in quotes if it is text.',
  }),
  'yaml/unclosed-bracket': () => ({
    what: 'A bracket or brace is opened and not closed before this point.',
    why: 'Inside `[` or `{` line ends and indentation do not end a value; only the closing partner does.',
    todo: 'Close it where the list or object ends.',
  }),
  'yaml/unclosed-quote': () => ({
    what: 'A quote is opened and never closed.',
    why: 'The text runs on over the following lines until its partner comes.',
    todo: 'Close it at the end of the value.',
  }),
  'yaml/missing-comma': () => ({
    what: 'Two things stand side by side where a separator is needed.',
    why: 'Items between brackets are parted by commas, and a colon needs a space behind it.',
    todo: 'Put the comma or the space between them.',
  }),
  'yaml/needs-quotes': () => ({
    what: 'A value cannot start with this character unless it is quoted.',
    why: 'YAML keeps it for a meaning of its own.',
    todo: 'Put the value in quotes.',
  }),
  'yaml/unknown-escape': () => ({
    what: 'A backslash stands before a character that has no such meaning.',
    why: 'In double quotes a backslash starts an escape such as `\\n`; in single quotes it is a plain character.',
    todo: 'Double the backslash, or use single quotes.',
  }),
  'yaml/too-deep': () => ({
    what: 'The text nests deeper than can be read here.',
    why: 'A pod needs about a dozen levels; reading stops at 200 so that no text can hold the page up.',
    todo: 'Take levels away.',
  }),
  'yaml/not-understood': () => ({
    what: 'From here on the text is not YAML.',
    why: 'Something before this point ended the value, so there is no place for what follows.',
    todo: 'Look at the end of the line above and at the start of this one.',
  }),
  'yaml/unknown-alias': () => ({
    what: 'This alias stands for nothing: no anchor of that name comes before it.',
    why: '`*name` repeats what was marked with `&name` earlier in the same document.',
    todo: 'Mark the value with `&` and the same name, above this line.',
  }),
  'yaml/alias-of-itself': () => ({
    what: 'This alias stands inside the value that it stands for.',
    why: 'The value would contain itself without end, so kubectl refuses to read it.',
    todo: 'Write the value out here, or move the anchor.',
  }),
  'yaml/too-many-aliases': () => ({
    what: 'The aliases of this document repeat more than can be read.',
    why: 'A few lines of aliases to aliases can stand for billions of fields; kubectl refuses such a text as well.',
    todo: 'Write the repeated values out, or repeat fewer.',
  }),
  'yaml/merge-needs-map': () => ({
    what: 'A merge key brings in something that has no fields.',
    why: '`<<` copies the fields of an object, or of several in a list; a word or a number has none.',
    todo: 'Let the anchor stand at an object.',
  }),
  'yaml/key-not-a-word': () => ({
    what: 'The name of a field is not a word here.',
    why: 'Kubernetes reads objects as JSON, where the name of a field is text.',
    todo: 'Write the field as `name: value`.',
  }),
  'yaml/duplicate-key': ({ facts }) => ({
    what: `\`${facts.key}\` stands twice in the same object; only this last one counts.`,
    why: 'kubectl keeps the last of a repeated field and says nothing about those before it, with all that was below them.',
    todo: 'Put both together, or remove one.',
  }),
  'yaml/unknown-tag': () => ({
    what: 'The tag before this value is passed over.',
    why: 'Kubernetes knows no tags of its own: the value is read as if it stood alone.',
    todo: 'Remove it.',
  }),
  'yaml/control-character': ({ facts }) => ({
    what: `The text contains the control character \`${facts.character}\` and is not read.`,
    why: 'YAML is made of characters that can be seen, blanks and line ends; kubectl stops at anything else.',
    todo: 'Remove the character. It may have come with text copied from a terminal or a binary file.',
  }),
  'yaml/reordered-text': ({ facts }) => ({
    what: `The character \`${facts.character}\` makes this text look different from what it says.`,
    why:
      facts.count === 1
        ? 'It turns the direction of writing, so a line can show its words in another order than they are read.'
        : `It turns the direction of writing, so a line can show its words in another order. There are ${facts.count} such characters.`,
    todo: 'Remove it, unless the text is in a language that needs it.',
  }),
  'yaml/no-document': () => ({
    what: 'There is nothing here yet.',
    why: 'A manifest starts with `apiVersion`, `kind`, `metadata` and `spec`.',
    todo: 'Write a pod, or reset the file to get the start back.',
  }),
};
