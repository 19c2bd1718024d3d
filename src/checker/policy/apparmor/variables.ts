/**
 * `@{NAME}` in rules. A variable with several values stands for `{a,b}`. Source: apparmor 3.0, parser/parser_variable.c and
 * parser_symtab.c; tried on 3.0.8.
 */
import type { Variables } from './syntax.ts';

/** Why a word with variables has no value. */
export interface VariableProblem {
  /** Variables of variables grow without end; no policy needs what is too large. */
  readonly problem: 'undefined' | 'recursive' | 'too-large';
  readonly name: string;
}

export function isProblem(read: string | readonly string[] | VariableProblem): read is VariableProblem {
  return typeof read === 'object' && 'problem' in read;
}

const mostValues = 4096;
const longest = 65_536;
const deepest = 100;

/** A backslash takes the meaning of what follows. */
const reference = /\\[^]|@\{([A-Za-z][A-Za-z0-9_]*)\}/g;

/** What stands before each variable of a word, and behind the last. */
interface Parts {
  readonly references: readonly { readonly before: string; readonly name: string }[];
  readonly rest: string;
}

function partsOf(word: string): Parts {
  const references: { before: string; name: string }[] = [];
  let from = 0;
  for (const { index, 0: whole, 1: name } of word.matchAll(reference)) {
    if (name === undefined) continue;
    references.push({ before: word.slice(from, index), name });
    from = index + whole.length;
  }
  return { references, rest: word.slice(from) };
}

/** Answers a word with the values in place of its variables. */
export function expanded(word: string, variables: Variables): string | VariableProblem {
  const { references, rest } = partsOf(word);
  let text = '';
  for (const [index, { before, name }] of references.entries()) {
    const values = valuesOf(name, variables, []);
    if (isProblem(values)) return values;
    text += before;
    const behind = references[index + 1]?.before ?? rest;
    text += alternation(values, { opens: text.endsWith('/'), closes: behind.startsWith('/') });
    if (text.length > longest) return { problem: 'too-large', name };
  }
  text += rest;
  return text.length > longest ? { problem: 'too-large', name: word.slice(0, 20) } : text;
}

interface Slashes {
  readonly opens: boolean;
  readonly closes: boolean;
}

/** Between slashes the values lose theirs, but only where there are several. */
function alternation(values: readonly string[], { opens, closes }: Slashes): string {
  const [only = ''] = values;
  if (values.length === 1) return only;
  const bare = values.map((value) => {
    const start = opens ? value.replace(/^\/+/, '') : value;
    return closes ? start.replace(/(?<!\/)\/+$/, '') : start;
  });
  return `{${bare.join(',')}}`;
}

/** Answers the values of a variable with no variable left in them. */
function valuesOf(name: string, variables: Variables, above: readonly string[]): readonly string[] | VariableProblem {
  if (above.includes(name)) return { problem: 'recursive', name };
  const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (variable === undefined) return { problem: 'undefined', name };
  if (above.length > deepest) return { problem: 'too-large', name };
  const flat = new Set<string>();
  for (const value of variable.values) {
    const read = combinations(value, variables, [...above, name]);
    if (isProblem(read)) return read;
    read.forEach((each) => flat.add(each));
    if (flat.size > mostValues) return { problem: 'too-large', name };
  }
  return [...flat];
}

/** Answers a value once for each combination of the values in it. */
function combinations(
  value: string,
  variables: Variables,
  above: readonly string[],
): readonly string[] | VariableProblem {
  const { references, rest } = partsOf(value);
  let made: readonly string[] = [''];
  let size = value.length;
  for (const { before, name } of references) {
    const values = valuesOf(name, variables, above);
    if (isProblem(values)) return values;
    size += Math.max(0, ...values.map(({ length }) => length));
    if (made.length * values.length > mostValues || made.length * values.length * size > longest * 16)
      return { problem: 'too-large', name };
    made = made.flatMap((start) => values.map((each) => start + before + each));
  }
  return made.map((start) => start + rest);
}
