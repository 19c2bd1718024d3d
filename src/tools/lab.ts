/** `npm run lab -- <id> [file]`: what the page of a lab says of a text, in the terminal. */
import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { check, openLab, reportText } from '../checker/index.ts';
import { podFile } from '../labs/lab-folder.ts';
import { LabProblems } from '../labs/problem.ts';
import { labIds, readLab, readMisconceptions } from '../labs/read-lab.ts';
import { terminalPaper } from '../cli/terminal.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const usage = 'npm run lab -- <id> [file]   file: beside you or in the folder of the lab, - for the standard input';

async function main([id, file = 'start.yaml']: readonly string[]): Promise<number> {
  const ids = await labIds(join(root, 'labs'));
  if (id === undefined || !ids.includes(id)) {
    const said = id === undefined ? '' : `There is no lab \`${id}\`.\n`;
    console.error(`${said}${usage}\nLabs: ${ids.join(', ')}`);
    return 2;
  }
  const folder = join(root, 'labs', id);
  const path = [resolve(file), join(folder, file)].find((each) => file === '-' || existsSync(each));
  if (path === undefined) {
    console.error(`\`${file}\` is neither beside you nor in labs/${id}.\n${usage}`);
    return 2;
  }
  const text = file === '-' ? await readAll(process.stdin) : await readFile(path, 'utf8');
  const beliefs = await readMisconceptions(join(root, 'content/misconceptions'));
  const { about, definition } = await readLab(folder, beliefs);
  const report = check([{ file: podFile, text, language: 'kubernetes' }], openLab(definition));
  console.log(reportText({ title: about.title, report, beliefs }, terminalPaper(process.stdout)));
  return report.grade.status === 'solved' ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof LabProblems)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
