import { capabilityHelp } from '../checker/schema/capability-help.ts';
import { securityFields, type SecurityField } from '../checker/schema/security-fields.ts';
import { placeAt, podPath, type WritingPlace } from './position.ts';

type Word = WritingPlace['word'];

/** What is said about the word under the pointer, as Markdown paragraphs. */
interface Help {
  readonly paragraphs: readonly string[];
  readonly word: Word;
}

/** Something that could be written here. */
export interface Suggestion {
  readonly name: string;
  readonly is: 'field' | 'value' | 'capability';
  /** A few words beside the name. */
  readonly detail: string;
  readonly help: string;
  readonly insert: string;
  readonly word: Word;
}

/** Answers what there is to say about the word at the offset: a field of a security context, or a capability. */
export function helpAt(text: string, offset: number): Help | null {
  const place = placeAt(text, offset);
  if (place === null) return null;
  const { word } = place;
  const written = text.slice(word.start, word.end);
  const capability = takesCapabilities(place) ? capabilityNamed(written) : null;
  if (capability !== null) return { paragraphs: [`**${capability.name}**`, capability.help], word };
  const field = fieldAt(place.path, place.key ?? written);
  return field === null ? null : { paragraphs: told(field, place.key ?? written), word };
}

/** Answers what could be written at the offset: fields that are not there yet by name, or values of the field. */
export function suggestionsAt(text: string, offset: number): readonly Suggestion[] {
  const place = placeAt(text, offset);
  if (place === null) return [];
  const { word } = place;
  if (takesCapabilities(place)) return capabilitySuggestions(word);
  if (place.at === 'value') return valueSuggestions(fieldAt(place.path, place.key ?? ''), word);
  const hasColon = /^\s*:/.test(text.slice(word.end));
  return fieldsIn(place.path).map(([name, field]) => ({
    name,
    is: 'field',
    detail: field.type,
    help: [field.help, `Not written: ${field.unset}`].join('\n\n'),
    insert: hasColon ? name : `${name}:${field.type === 'object' || field.type === 'list' ? '' : ' '}`,
    word,
  }));
}

function takesCapabilities({ path, key, at }: WritingPlace): boolean {
  return (key === 'add' || key === 'drop') && at !== 'key' && podPath(path).includes('.capabilities');
}

function capabilitySuggestions(word: Word): readonly Suggestion[] {
  const all = { name: 'ALL', help: 'Every capability that the container engine has to give.' };
  const names = Object.keys(capabilityHelp).map((name) => capabilityNamed(name));
  return [all, ...names.filter((named) => named !== null)].map(({ name, help }) => ({
    name,
    is: 'capability',
    detail: '',
    help,
    insert: name,
    word,
  }));
}

function valueSuggestions(field: SecurityField | null, word: Word): readonly Suggestion[] {
  return (field?.values ?? []).map((name) => ({
    name,
    is: 'value',
    detail: '',
    help: field?.help ?? '',
    insert: name,
    word,
  }));
}

/** Kubernetes writes capabilities without the kernel's `CAP_`. */
function capabilityNamed(written: string): { readonly name: string; readonly help: string } | null {
  const name = written.toUpperCase().replace(/^CAP_/, '');
  const help = (capabilityHelp as Readonly<Record<string, string>>)[`CAP_${name}`];
  return help === undefined ? null : { name, help };
}

function told(field: SecurityField, name: string): readonly string[] {
  const values = field.values.length === 0 ? field.type : field.values.map((value) => `\`${value}\``).join(', ');
  return [
    `**${name}**: ${values}`,
    field.help,
    `Not written: ${field.unset}`,
    `[Kubernetes documentation](${field.url})`,
  ];
}

function fieldAt(path: readonly string[], name: string): SecurityField | null {
  return fieldsIn(path).find(([known]) => known === name)?.[1] ?? null;
}

/** The fields that stand directly under a path. */
function fieldsIn(path: readonly string[]): readonly (readonly [string, SecurityField])[] {
  const parent = podPath(path)
    .replace(/^spec\.(?:initC|ephemeralC)ontainers\[\]/, 'spec.containers[]')
    .replaceAll('[]', '[*]');
  return securityFields.flatMap((field) =>
    field.paths
      .filter((known) => known.slice(0, known.lastIndexOf('.')) === parent)
      .map((known) => [known.slice(known.lastIndexOf('.') + 1), field] as const),
  );
}
