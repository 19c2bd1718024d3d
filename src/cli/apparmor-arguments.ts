import { parseArgs } from 'node:util';
import { Unusable } from './unusable.ts';

export interface AppArmorArguments {
  readonly command: 'apparmor';
  readonly file: string;
  readonly accesses: readonly string[];
  /** Null: the first one of the text. */
  readonly profile: string | null;
  readonly uid: number;
  readonly owner: number;
  readonly noNewPrivs: boolean;
  readonly format: 'text' | 'json';
}

const options = {
  name: { type: 'string' },
  uid: { type: 'string' },
  owner: { type: 'string' },
  'no-new-privs': { type: 'boolean' },
  format: { type: 'string' },
} as const;

/** Answers what is asked for. `parsed` turns complaints of Node about the words into our own. */
export function appArmorArguments(words: readonly string[], parsed: <T>(parse: () => T) => T): AppArmorArguments {
  const { values, positionals } = parsed(() => parseArgs({ args: [...words], options, allowPositionals: true }));
  const [file, ...accesses] = positionals;
  if (file === undefined) throw new Unusable('Name the profile, or `-` for the standard input, and then each access.');
  const { name = null, format = 'text' } = values;
  if (format !== 'text' && format !== 'json') throw new Unusable(`There is no format \`${format}\`: text, json.`);
  return {
    command: 'apparmor',
    file,
    accesses,
    profile: name,
    uid: idOf('uid', values.uid),
    owner: idOf('owner', values.owner),
    noNewPrivs: values['no-new-privs'] ?? false,
    format,
  };
}

function idOf(option: string, written = '0'): number {
  if (!/^\d{1,10}$/.test(written)) throw new Unusable(`\`--${option} ${written}\` is no id.`);
  return Number(written);
}
