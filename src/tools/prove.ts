/** `npm run prove [-- lab…] [--update]`: whether each lab holds what it promises, as a table. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { fileURLToPath } from 'node:url';
import { openLab } from '../checker/index.ts';
import type { LabFolder, Misconceptions } from '../labs/lab-folder.ts';
import { LabProblems } from '../labs/problem.ts';
import { holds, invariants, proveLab, type Proof } from '../labs/proof/prove-lab.ts';
import { readProven } from '../labs/proof/read-proven.ts';
import { reportsOf } from '../labs/proof/reports.ts';
import { labIds, readLab, readMisconceptions } from '../labs/read-lab.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

async function main(words: readonly string[]): Promise<boolean> {
  const known = await labIds(join(root, 'labs'));
  const asked = words.filter((word) => word !== '--update');
  const unknown = asked.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    console.error(`There is no lab \`${unknown}\`. There is: ${known.join(', ')}.`);
    return false;
  }
  const beliefs = await readMisconceptions(join(root, 'content/misconceptions'));
  const ids = asked.length === 0 ? known : asked;
  const rows: Row[] = [];
  for (const id of ids) rows.push(await prove({ id, beliefs, update: words.includes('--update') }));

  for (const line of tableOf(rows)) console.log(line);
  const problems = rows.flatMap(({ id, problems: ofLab }) => ofLab.map((problem) => `${id}: ${problem}`));
  console.log(problems.length === 0 ? '\nEverything holds.' : `\nTo mend:\n${problems.join('\n')}`);
  return problems.length === 0;
}

interface Row {
  readonly id: string;
  readonly cells: readonly string[];
  readonly problems: readonly string[];
}

async function prove({ id, beliefs, update }: { id: string; beliefs: Misconceptions; update: boolean }): Promise<Row> {
  try {
    const folder = join(root, 'labs', id);
    if (update) await writeReports(await readLab(folder, beliefs), beliefs);
    const proofs = proveLab(await readProven(folder, beliefs));
    return { id, cells: proofs.map(cellOf), problems: proofs.flatMap((proof) => (holds(proof) ? [] : proof.problems)) };
  } catch (error) {
    if (!(error instanceof LabProblems)) throw error;
    return { id, cells: invariants.map(() => '-'), problems: error.message.split('\n') };
  }
}

async function writeReports(folder: LabFolder, beliefs: Misconceptions): Promise<void> {
  for (const { path, text } of reportsOf(folder, openLab(folder.definition), beliefs))
    await writeFile(join(root, 'labs', folder.id, path), text);
}

function cellOf(proof: Proof): string {
  const { what, held, of } = proof;
  const share = what === 'mutants' && of > 0 ? `${held}/${of} ${Math.floor((100 * held) / of)} %` : `${held}/${of}`;
  return holds(proof) ? share : `${share} !`;
}

function tableOf(rows: readonly Row[]): string[] {
  const cells = [['lab', ...invariants], ...rows.map((row) => [row.id, ...row.cells])];
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0))) ?? [];
  return cells.map((row, index) => {
    const line = row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
    return index === 0 ? styleText('bold', line, { stream: process.stdout }) : line;
  });
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
