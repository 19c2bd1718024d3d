/**
 * `@{NAME}` in rules. A variable with several values stands for `{a,b}`. Source: apparmor 3.0, parser/parser_variable.c and
 * parser_symtab.c; tried on 3.0.8.
 */
import type { Variables } from './syntax.ts';

/** Why a word with variables has no value. */
export type VariableProblem =
  | { readonly problem: 'undefined' | 'recursive'; readonly name: string }
  /** Variables of variables grow without end; no policy needs it. */
  | { readonly problem: 'too-large'; readonly name: string };

export function isProblem(read: string | readonly string[] | VariableProblem): read is VariableProblem {
  return typeof read === 'object' && 'problem' in read;
}

const mostValues = 4096;
const longest = 65_536;

/** A backslash takes the meaning of what follows. */
const reference = /\\[^]|@\{([A-Za-z][A-Za-z0-9_]*)\}/g;

interface Found {
  readonly name: string;
  readonly before: string;
  readonly behind: string;
}

function firstReference(word: string): Found | null {
  for (const match of word.matchAll(reference)) {
    const name = match[1];
    if (name !== undefined)
      return { name, before: word.slice(0, match.index), behind: word.slice(match.index + match[0].length) };
  }
  return null;
}

/** Answers a word with the values in place of its variables. */
export function expanded(word: string, variables: Variables): string | VariableProblem {
  let text = word;
  for (let found = firstReference(text); found !== null; found = firstReference(text)) {
    const values = valuesOf(found.name, variables, []);
    if (isProblem(values)) return values;
    text = found.before + alternation(values, found) + found.behind;
    if (text.length > longest) return { problem: 'too-large', name: found.name };
  }
  return text;
}

/** Between slashes the values lose theirs, but only where there are several. */
function alternation(values: readonly string[], { before, behind }: Found): string {
  const [only = ''] = values;
  if (values.length === 1) return only;
  const bare = values.map((value) => {
    const open = before.endsWith('/') ? value.replace(/^\/+/, '') : value;
    return behind.startsWith('/') ? open.replace(/\/+$/, '') : open;
  });
  return `{${bare.join(',')}}`;
}

/** Answers the values of a variable with none left in them. */
export function valuesOf(
  name: string,
  variables: Variables,
  above: readonly string[],
): readonly string[] | VariableProblem {
  if (above.includes(name)) return { problem: 'recursive', name };
  const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (variable === undefined) return { problem: 'undefined', name };
  const flat = new Set<string>();
  for (const value of variable.values) {
    const read = valuesIn(value, variables, [...above, name]);
    if (isProblem(read)) return read;
    read.forEach((each) => flat.add(each));
    if (flat.size > mostValues) return { problem: 'too-large', name };
  }
  return [...flat];
}

function valuesIn(value: string, variables: Variables, above: readonly string[]): readonly string[] | VariableProblem {
  const found = firstReference(value);
  if (found === null) return [value];
  const inner = valuesOf(found.name, variables, above);
  if (isProblem(inner)) return inner;
  const rest = valuesIn(found.behind, variables, above);
  if (isProblem(rest)) return rest;
  const size = inner.length * rest.length;
  const length = size * (value.length + 1);
  if (size > mostValues || length > longest * 16) return { problem: 'too-large', name: found.name };
  return inner.flatMap((each) => rest.map((after) => found.before + each + after));
}
