/** Files that a text includes: their rules count as rules of the line that includes them. */
import type { IncludedFile, IncludedFiles } from '../../model/apparmor-include.ts';
import type { Span } from '../../model/span.ts';
import { parseBlock } from './parse-rules.ts';
import { readingOf, type Reading } from './reading.ts';
import type { Rule } from './syntax.ts';
import { nameOfVariable } from './token.ts';

interface Include {
  readonly name: string;
  readonly span: Span;
}

/** What all includes of a text may come to; nobody's profiles do. */
const mostRules = 100_000;

/** Answers the rules of a file and of those that it includes, null where it is not known. */
type Includer = (reading: Reading, include: Include) => readonly Rule[] | null;

/** Answers how a text follows its includes: each file is read once, however often it is named. */
export function includer(files: IncludedFiles): Includer {
  const parsed = new Map<string, readonly Rule[]>();
  let count = 0;
  const rulesOf = (name: string, file: IncludedFile): readonly Rule[] => {
    const rules = parsed.get(name) ?? rulesIn(file);
    parsed.set(name, rules);
    return rules;
  };
  return (reading, { name, span }) => {
    const rules: Rule[] = [];
    const add = (each: string): boolean => {
      if (reading.seen.has(each)) return true;
      const file = Object.hasOwn(files, each) ? files[each] : undefined;
      if (file === undefined || count > mostRules) return false;
      reading.seen.add(each);
      assign(reading, file, span);
      const areKnown = (file.includes ?? []).map(add);
      for (const rule of rulesOf(each, file)) rules.push({ ...rule, span, from: each });
      return areKnown.every(Boolean);
    };
    const isKnown = add(name.replace(/^<|>$/g, ''));
    count += rules.length;
    return isKnown ? rules : null;
  };
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
  return parseBlock(readingOf({ file: '', text }, () => [])).rules;
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
interface KnownProfile {
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
