/** Files that a text includes: their rules count as rules of the line that includes them. */
import type { IncludedFile, IncludedFiles } from '../../model/apparmor-include.ts';
import type { Span } from '../../model/span.ts';
import { tokensOf } from './lexer.ts';
import { parseBlock, nameOfVariable } from './parse-rules.ts';
import type { Reading } from './reading.ts';
import type { Rule } from './syntax.ts';

interface Include {
  readonly name: string;
  readonly span: Span;
  readonly files: IncludedFiles;
  readonly reading: Reading;
}

/** Answers the rules of a file and of those that it includes, null where it is not known. */
export function includedRules({ name, span, files, reading }: Include): readonly Rule[] | null {
  const bare = name.replace(/^<|>$/g, '');
  const rules: Rule[] = [];
  const seen = new Set<string>();
  const add = (each: string): boolean => {
    if (seen.has(each)) return true;
    seen.add(each);
    const file = Object.hasOwn(files, each) ? files[each] : undefined;
    if (file === undefined) return false;
    assign(reading, file, span);
    const areKnown = (file.includes ?? []).map(add);
    for (const rule of rulesIn(file)) rules.push({ ...rule, span, from: each });
    return areKnown.every(Boolean);
  };
  return add(bare) ? rules : null;
}

function assign({ variables }: Reading, file: IncludedFile, span: Span): void {
  for (const [written, values] of Object.entries(file.variables ?? {})) {
    const name = nameOfVariable(written.replace(/^\+/, ''));
    const before = written.startsWith('+') ? (variables.get(name)?.values ?? []) : [];
    variables.set(name, { values: [...before, ...values], span });
  }
}

function rulesIn(file: IncludedFile): readonly Rule[] {
  const text = linesOf(file).join('\n');
  const reading: Reading = {
    file: '',
    text,
    tokens: tokensOf({ file: '', text }),
    refusals: [],
    included: () => [],
    unknown: [],
    optional: [],
    booleans: new Map(),
    variables: new Map(),
    at: 0,
  };
  return parseBlock(reading).rules;
}

/** Answers the rules of a file as a profile writes them. */
function linesOf({ files = {}, rules = [] }: IncludedFile): readonly string[] {
  const ofFiles = Object.entries(files).flatMap(([around, paths]) => {
    const [, before = '', letters = ''] = /^(.*?)([a-zA-Z]+)$/.exec(around) ?? [];
    return paths.map((path) => `${before}"${path}" ${letters},`);
  });
  return [...ofFiles, ...rules.map((rule) => `${rule},`)];
}

/** A profile that is a fact, as the runtimes' own are. */
export interface KnownProfile {
  readonly name: string;
  readonly flags: readonly string[];
  readonly above: readonly string[];
  readonly file: IncludedFile;
}

/** Answers the text of a known profile, as it would be loaded. */
export function textOfKnown({ name, flags, above, file }: KnownProfile): string {
  const includes = (names: readonly string[]): readonly string[] => names.map((each) => `include <${each}>`);
  const rules = [...includes(file.includes ?? []), ...linesOf(file)].map((line) => `  ${line}`);
  return [...includes(above), `profile ${name} flags=(${flags.join(', ')}) {`, ...rules, '}', ''].join('\n');
}
