/** Text of a data file to checked data: YAML through the door of the checker, shape through zod, problems with their line. */
import type { z } from 'astro/zod';
import { nearestTo, positionAt, readYaml } from '../checker/index.ts';
import type { Places } from '../checker/index.ts';

import type { LabProblem } from './problem.ts';

export interface DataFile<T> {
  readonly data: T;
  /** The line of a key or an item, or of the nearest one above it that is written. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

type Read<T> = { readonly file: DataFile<T> } | { readonly problems: readonly LabProblem[] };

/** Answers what a data file says, or what has to be mended in it. */
export function readData<S extends z.ZodType>(schema: S, file: string, text: string): Read<z.output<S>> {
  const yaml = readYaml(file, text);
  const errors = yaml.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    return {
      problems: errors.map(({ code, span }) => notYaml({ file, code, line: positionAt(text, span.start).line })),
    };
  }
  const lineOf = (path: readonly PropertyKey[]): number => lineIn(text, yaml.places, path);
  const parsed = schema.safeParse(yaml.value, { reportInput: true });
  if (parsed.success) return { file: { data: parsed.data, lineOf } };
  return { problems: parsed.error.issues.map((issue) => ({ file, ...told(issue, lineOf) })) };
}

function notYaml({ file, code, line }: { file: string; code: string; line: number }): LabProblem {
  return { file, line, what: `This is not YAML yet (${code}).`, fix: 'Mend the line, then look again.' };
}

function lineIn(text: string, places: Places, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const place = places[pathText(path.slice(0, length))];
    if (place !== undefined) return positionAt(text, place.key.start).line;
  }
  return 1;
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

function told(issue: z.core.$ZodIssue, lineOf: (path: readonly PropertyKey[]) => number): Omit<LabProblem, 'file'> {
  const at = issue.path.length === 0 ? 'this file' : `\`${pathText(issue.path)}\``;
  const line = lineOf(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const [key = ''] = issue.keys;
      return {
        line: lineOf([...issue.path, key]),
        what: `${at} has no field \`${key}\`.`,
        fix: 'Remove it, or compare it with the schema in the folder of labs.',
      };
    }
    case 'invalid_value': {
      const known = issue.values.map(String);
      const close = nearestTo(String(issue.input), known);
      const fix = close === null ? `One of: ${known.join(', ')}.` : `Did you mean \`${close}\`?`;
      return { line, what: `${at} knows no \`${String(issue.input)}\`.`, fix };
    }
    case 'invalid_type':
      if (issue.input === undefined) return { line, what: `${at} is missing.`, fix: `Write it: ${issue.expected}.` };
      return { line, what: `${at} is not of the right type.`, fix: `Write it as ${issue.expected}.` };
    case 'too_small':
      return { line, what: `${at} is too short.`, fix: `Give at least ${issue.minimum}.` };
    case 'too_big':
      return { line, what: `${at} is too long.`, fix: `Give at most ${issue.maximum}.` };
    default:
      return { line, what: `${at}: ${issue.message}`, fix: 'Compare it with a lab beside it.' };
  }
}
