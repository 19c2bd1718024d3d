import type { Paper } from '../checker/index.ts';
import { appArmorText, askAppArmor } from './apparmor.ts';
import type { AppArmorEntry } from './apparmor-output.ts';
import type { AppArmorArguments } from './apparmor-arguments.ts';
import { readArguments, type CheckArguments, type ExplainArguments } from './arguments.ts';
import type { CheckEntry } from './check-output.ts';
import { checkFile, isClean, type CheckedFile } from './checked.ts';
import { conformanceOf, conformanceText } from './conformance.ts';
import { explainText } from './explain.ts';
import { jsonEntries } from './json.ts';
import { readOpenLab } from './read-lab.ts';
import { readSource } from './read-source.ts';
import { readWorld } from './read-world.ts';
import { sarifLog } from './sarif.ts';
import { askSeccomp, seccompText } from './seccomp.ts';
import type { SeccompArguments } from './seccomp-arguments.ts';
import type { SeccompEntry } from './seccomp-output.ts';
import { fileText } from './text.ts';
import { usage } from './usage.ts';

/** What a run comes to: what to print, and the exit status. */
interface Ended {
  readonly output: string;
  readonly status: 0 | 1;
}

/** Answers what the words of the command line ask for; throws `Unusable` where they cannot be followed. */
export async function run(words: readonly string[], paper: Paper): Promise<Ended> {
  const asked = readArguments(words);
  switch (asked.command) {
    case 'help':
      return { output: usage, status: 0 };
    case 'check':
      return check(asked, paper);
    case 'explain':
      return explain(asked, paper);
    case 'apparmor':
      return apparmor(asked, paper);
    case 'seccomp':
      return seccomp(asked, paper);
    case 'conformance': {
      const rows = await conformanceOf(asked.folder);
      const agrees = rows.every(({ differs }) => differs.length === 0);
      return { output: conformanceText(rows, paper), status: agrees ? 0 : 1 };
    }
  }
}

async function check(asked: CheckArguments, paper: Paper): Promise<Ended> {
  const { operations, podSecurity } = asked;
  const lab = asked.lab === null ? null : await readOpenLab(asked.lab);
  const world = await readWorld(asked.world);
  const files: CheckedFile[] = [];
  for (const file of asked.files)
    files.push(checkFile(await readSource(file), { world, lab, operations, podSecurity }));
  return { output: outputOf(files, asked, paper), status: files.every(isClean) ? 0 : 1 };
}

function outputOf(files: readonly CheckedFile[], { format }: CheckArguments, paper: Paper): string {
  if (format === 'json') return jsonText(files.flatMap(jsonEntries));
  if (format === 'sarif') return JSON.stringify(sarifLog(files), null, 2);
  return files.map((file) => fileText(file, paper)).join('\n');
}

async function apparmor(asked: AppArmorArguments, paper: Paper): Promise<Ended> {
  const source = { ...(await readSource(asked.file)), language: 'apparmor' } as const;
  const output = asked.format === 'json' ? jsonText(askAppArmor(source, asked)) : appArmorText(source, asked, paper);
  return { output, status: 0 };
}

async function seccomp(asked: SeccompArguments, paper: Paper): Promise<Ended> {
  const source = { ...(await readSource(asked.file)), language: 'seccomp' } as const;
  const output = asked.format === 'json' ? jsonText(askSeccomp(source, asked)) : seccompText(source, asked, paper);
  return { output, status: 0 };
}

/** One entry a line: a thousand files stay readable for `head` and `grep`, and `jq` makes the rest. */
function jsonText(entries: readonly (CheckEntry | AppArmorEntry | SeccompEntry)[]): string {
  return entries.length === 0 ? '[]' : `[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`;
}

async function explain({ file, world, operations }: ExplainArguments, paper: Paper): Promise<Ended> {
  const source = await readSource(file);
  const output = explainText(source, { world: await readWorld(world), operations, paper });
  return output === ''
    ? { output: `\`${file}\` holds no pod that could be explained; \`bulkhead check\` says why.`, status: 1 }
    : { output, status: 0 };
}
