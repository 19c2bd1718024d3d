import { parseArgs } from 'node:util';
import type { SeccompRuntime } from '../checker/policy/seccomp/index.ts';
import { Unusable } from './unusable.ts';

export interface SeccompArguments {
  readonly command: 'seccomp';
  readonly file: string;
  readonly calls: readonly string[];
  readonly runtime: SeccompRuntime;
  readonly format: 'text' | 'json';
}

const options = { runtime: { type: 'string' }, format: { type: 'string' } } as const;

/** Answers what is asked for. `parsed` turns complaints of Node about the words into our own. */
export function seccompArguments(words: readonly string[], parsed: <T>(parse: () => T) => T): SeccompArguments {
  const { values, positionals } = parsed(() => parseArgs({ args: [...words], options, allowPositionals: true }));
  const [file, ...calls] = positionals;
  if (file === undefined) throw new Unusable('Name the profile, or `-` for the standard input, and then each call.');
  const { runtime = 'runc', format = 'text' } = values;
  if (runtime !== 'runc' && runtime !== 'crun') throw new Unusable(`There is no runtime \`${runtime}\`: runc, crun.`);
  if (format !== 'text' && format !== 'json') throw new Unusable(`There is no format \`${format}\`: text, json.`);
  return { command: 'seccomp', file, calls, runtime, format };
}
