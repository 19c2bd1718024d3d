/**
 * Words of YAML as kubectl understands them: sigs.k8s.io/yaml over go.yaml.in/yaml/v2, which is YAML 1.1 with three
 * differences (its resolve.go): no base-60 numbers (`12:30` is a string), dates reach Kubernetes as strings, and
 * `0o1750` is octal beside `01750`. Numbers are those of Go's ParseInt with base 0 and of a decimal float.
 */
import type { DocumentOptions, ParseOptions, ScalarTag, SchemaOptions, Tags } from 'yaml';

const boolean: ScalarTag = {
  default: true,
  tag: 'tag:yaml.org,2002:bool',
  test: /^(?:[Yy]|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON|[Nn]|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
  resolve: booleanOf,
};

const integer: ScalarTag = {
  default: true,
  tag: 'tag:yaml.org,2002:int',
  test: /^[-+]?(?:0[xX]_*[0-9a-fA-F][0-9a-fA-F_]*|0[bB]_*[01][01_]*|0[oO]_*[0-7][0-7_]*|[0-9][0-9_]*)$/,
  resolve: integerOf,
};

const real: ScalarTag = {
  default: true,
  tag: 'tag:yaml.org,2002:float',
  test: /^(?:[-+]?(?:\.[0-9][0-9_]*|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
  resolve: realOf,
};

/** As in YAML 1.1, and as the package has it. */
const nothing = /^(?:~|[Nn]ull|NULL)?$/;

/** Answers what a word without quotes means: the package's choice among the tags of `kubectlOptions`, for one word. */
export function plainWord(word: string): string | number | boolean | null {
  // Most words are text, and their first character says so.
  if (!/^[-+.\d~fnotyFNOTY]/.test(word)) return word;
  if (nothing.test(word)) return null;
  if (boolean.test?.test(word) === true) return booleanOf(word);
  if (integer.test?.test(word) === true) return integerOf(word);
  return real.test?.test(word) === true ? realOf(word) : word;
}

const kept = new Set(['map', 'seq', 'str', 'null'].map((name) => `tag:yaml.org,2002:${name}`));

/** The options under which the yaml package reads a text as kubectl does. */
export const kubectlOptions: ParseOptions & DocumentOptions & SchemaOptions = {
  version: '1.1',
  schema: 'yaml-1.1',
  merge: true,
  resolveKnownTags: false,
  customTags: (tags): Tags => [
    ...tags.filter((tag) => typeof tag !== 'string' && kept.has(tag.tag)),
    boolean,
    integer,
    real,
  ],
  // Duplicates are a finding of ours: the package compares every key with every other one.
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'silent',
};

function booleanOf(word: string): boolean {
  return /^(?:y|yes|true|on)$/i.test(word);
}

function integerOf(word: string): number {
  const sign = word.startsWith('-') ? -1 : 1;
  const digits = word.replace(/^[-+]/, '').replaceAll('_', '');
  if (/^0[xXbBoO]/.test(digits)) return sign * Number(digits);
  const isOctal = digits.length > 1 && /^0[0-7]+$/.test(digits);
  return sign * (isOctal ? Number.parseInt(digits, 8) : Number(digits));
}

function realOf(word: string): number {
  const plain = word.replaceAll('_', '');
  if (/nan$/i.test(plain)) return Number.NaN;
  if (/inf$/i.test(plain)) return plain.startsWith('-') ? -Infinity : Infinity;
  return Number(plain);
}
