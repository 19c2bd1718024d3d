/** Words of the command line to what is asked for. Whether the files and labs exist is not asked here. */
import { parseArgs } from 'node:util';
import { newestPodSecurityVersion, readPodSecurityVersion } from '../checker/index.ts';
import type { PodSecurityVersion, PolicyLevel } from '../checker/index.ts';
import { appArmorArguments, type AppArmorArguments } from './apparmor-arguments.ts';
import { readOperations, type AskedOperation } from './operations.ts';
import { seccompArguments, type SeccompArguments } from './seccomp-arguments.ts';
import { Unusable } from './unusable.ts';
import { usage } from './usage.ts';

const formats = ['text', 'json', 'sarif'] as const;
type Format = (typeof formats)[number];

export interface AskedPolicy {
  readonly level: PolicyLevel | 'privileged';
  /** Null: that of the world. */
  readonly version: PodSecurityVersion | null;
}

export interface CheckArguments {
  readonly command: 'check';
  readonly files: readonly string[];
  readonly format: Format;
  readonly lab: string | null;
  readonly world: string | null;
  readonly operations: readonly AskedOperation[];
  readonly podSecurity: AskedPolicy | null;
}

export interface ExplainArguments {
  readonly command: 'explain';
  readonly file: string;
  readonly world: string | null;
  readonly operations: readonly AskedOperation[];
}

interface ConformanceArguments {
  readonly command: 'conformance';
  readonly folder: string;
}

export type Arguments =
  | CheckArguments
  | ExplainArguments
  | ConformanceArguments
  | AppArmorArguments
  | SeccompArguments
  | { readonly command: 'help' };

const commands: Readonly<Record<string, (words: readonly string[]) => Arguments>> = {
  check: checkArguments,
  explain: explainArguments,
  conformance: conformanceArguments,
  apparmor: (words) => appArmorArguments(words, parsed),
  seccomp: (words) => seccompArguments(words, parsed),
};

/** Answers what is asked for, or throws what is unusable in it. */
export function readArguments([name, ...words]: readonly string[]): Arguments {
  const all = name === undefined ? [] : [name, ...words];
  if (all.includes('--help') || all.includes('-h') || name === 'help') return { command: 'help' };
  if (name === undefined) throw new Unusable(`Say what to do.\n\n${usage}`);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new Unusable(`There is no command \`${name}\`.\n\n${usage}`);
  return command(words);
}

const ofAsking = { world: { type: 'string' }, operations: { type: 'string' } } as const;

function checkArguments(words: readonly string[]): CheckArguments {
  const options = {
    ...ofAsking,
    lab: { type: 'string' },
    format: { type: 'string' },
    'pod-security': { type: 'string' },
  } as const;
  const { values, positionals } = parsed(() => parseArgs({ args: [...words], options, allowPositionals: true }));
  if (positionals.length === 0) throw new Unusable('Name the files to check, or `-` for the standard input.');
  if (values.lab !== undefined && values.world !== undefined)
    throw new Unusable('A lab has its own world: `--lab` and `--world` do not go together.');
  if (values.lab !== undefined && positionals.length > 1)
    throw new Unusable('A lab is answered with one file; several documents may stand in it.');
  return {
    command: 'check',
    files: [...new Set(positionals)],
    format: formatOf(values.format ?? 'text'),
    lab: values.lab ?? null,
    world: values.world ?? null,
    operations: values.operations === undefined ? [] : readOperations(values.operations),
    podSecurity: values['pod-security'] === undefined ? null : policyOf(values['pod-security']),
  };
}

function explainArguments(words: readonly string[]): ExplainArguments {
  const { values, positionals } = parsed(() =>
    parseArgs({ args: [...words], options: ofAsking, allowPositionals: true }),
  );
  const { world = null, operations = 'all' } = values;
  return { command: 'explain', file: only(positionals, 'file'), world, operations: readOperations(operations) };
}

function conformanceArguments(words: readonly string[]): ConformanceArguments {
  const { positionals } = parsed(() => parseArgs({ args: [...words], options: {}, allowPositionals: true }));
  return { command: 'conformance', folder: only(positionals, 'folder') };
}

/** Node's own first sentence names the option, and that is what counts; a bug of ours is let through. */
function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const isAboutWords = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    throw isAboutWords ? new Unusable(`${error.message.split('. ')[0]}.`) : error;
  }
}

function only(positionals: readonly string[], what: 'file' | 'folder'): string {
  const [first, second] = positionals;
  if (first === undefined) throw new Unusable(`Name the ${what}.`);
  if (second !== undefined) throw new Unusable(`One ${what} at a time: \`${second}\` is too many.`);
  return first;
}

function formatOf(written: string): Format {
  const format = formats.find((each) => each === written);
  if (format === undefined) throw new Unusable(`There is no format \`${written}\`: ${formats.join(', ')}.`);
  return format;
}

function policyOf(written: string): AskedPolicy {
  const [name = '', version = 'latest', ...more] = written.split(':');
  const level = (['privileged', 'baseline', 'restricted'] as const).find((each) => each === name);
  if (level === undefined || more.length > 0)
    throw new Unusable(
      `\`${written}\` is no level: privileged, baseline, restricted, with a version as in \`:v1.35\`.`,
    );
  if (version === 'latest') return { level, version: null };
  const known = readPodSecurityVersion(version);
  if (known === null)
    throw new Unusable(
      `\`${version}\` is no policy version known here: v1.0 to ${newestPodSecurityVersion}, or latest.`,
    );
  return { level, version: known };
}
