/** Long because it is a table: a row a slip of an author, with the line that is told. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LabProblems } from './problem.ts';
import { readLab, readMisconceptions } from './read-lab.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const beliefs = await readMisconceptions(join(root, 'content/misconceptions'));

let folder: string;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'lab-')), 'my-lab');
  await cp(join(root, 'labs/who-am-i'), folder, { recursive: true });
});

afterEach(async () => {
  await rm(join(folder, '..'), { recursive: true });
});

async function problems(): Promise<string> {
  try {
    await readLab(folder, beliefs);
    return 'none';
  } catch (error) {
    if (error instanceof LabProblems) return error.message;
    throw error;
  }
}

/** Replaces a text in a file, and answers the line where it stood. */
async function replaced(file: string, from: string, to: string): Promise<number> {
  const text = await readFile(join(folder, file), 'utf8');
  const at = text.indexOf(from);
  if (at === -1) throw new Error(`${file} does not hold ${from}`);
  await writeFile(join(folder, file), text.replace(from, to));
  return text.slice(0, at).split('\n').length;
}

test('a whole folder has none', async () => {
  expect(await problems()).toBe('none');
});

const slips: readonly (readonly [what: string, file: string, from: string, to: string, told: string])[] = [
  [
    'an operation that is not there',
    'lab.yaml',
    'chown-foreign-file',
    'chown-foriegn-file',
    'my-lab/lab.yaml:LINE: `criteria[1].tries[0].operation` knows no `chown-foriegn-file`. Did you mean `chown-foreign-file`?',
  ],
  [
    'a parameter that the operation has not',
    'lab.yaml',
    'write-rootfs-root-dir',
    'write-rootfs-root-dir\n        port: 80',
    'my-lab/lab.yaml:NEXT: `criteria[0].tries[0].port`: `write-rootfs-root-dir` has no parameter `port`. Compare it with a lab beside it.',
  ],
  [
    'a parameter that is missing',
    'lab.yaml',
    ', port: 8080',
    '',
    'my-lab/lab.yaml:LINE: `criteria[2].tries[0]`: `bind-port` needs the parameter `port`. Compare it with a lab beside it.',
  ],
  [
    'a field that the schema has not',
    'lab.yaml',
    'minutes: 6',
    'minutes: 6\nhours: 1',
    'my-lab/lab.yaml:NEXT: this file has no field `hours`. Remove it, or compare it with the schema in the folder of labs.',
  ],
  [
    'a field that is missing',
    'lab.yaml',
    'minutes: 6\n',
    '',
    'my-lab/lab.yaml:1: `minutes` is missing. Write it: number.',
  ],
  [
    'an id twice',
    'lab.yaml',
    'id: foreign-file',
    'id: system-files',
    'my-lab/lab.yaml:LINE: Two criteria have the id `system-files`. Rename one.',
  ],
  [
    'a container that the start has not',
    'lab.yaml',
    'container: api',
    'container: apo',
    'my-lab/lab.yaml:LINE: There is no container `apo`. Did you mean `api`?',
  ],
  [
    'a volume that the start has not',
    'lab.yaml',
    '    data: #',
    '    date: #',
    'my-lab/lab.yaml:LINE: There is no volume `date`. Did you mean `data`?',
  ],
  [
    'a mode without quotes',
    'lab.yaml',
    "mode: '0644'",
    'mode: 0644',
    'my-lab/lab.yaml:LINE: `world.volumes.data[0].mode` is not of the right type. Write it as string.',
  ],
  [
    'a start that needs a control',
    'lab.yaml',
    'startsAs: works',
    'startsAs: broken',
    'my-lab/lab.yaml:LINE: The start is broken. Name the attempt on which the attack succeeds: `positiveControl`.',
  ],
  [
    'text that is not YAML',
    'lab.yaml',
    'minutes: 6',
    'minutes: six: 6',
    'my-lab/lab.yaml:LINE: This is not YAML yet (yaml/two-colons). Mend the line, then look again.',
  ],
  [
    'a criterion without hints',
    'hints.yaml',
    'serve:',
    'served:',
    'my-lab/hints.yaml: The criterion `serve` has no hints. Write four rungs for it.',
  ],
  [
    'hints without a criterion',
    'hints.yaml',
    'serve:',
    'served:',
    'my-lab/hints.yaml:LINE: There is no criterion `served`. Did you mean `serve`?',
  ],
  [
    'three rungs',
    'hints.yaml',
    'rungs:\n    - Look at the mount of `/data`, then at the user that writes.\n',
    'rungs:\n',
    'my-lab/hints.yaml:LINE: `invoices.rungs` is too short. Give at least 4.',
  ],
  [
    'hints for a belief that is not there',
    'hints.yaml',
    'M20:',
    'M99:',
    'my-lab/hints.yaml:LINE: There is no misconception `M99`. Did you mean `M29`?',
  ],
  [
    'an attempt that is not expected',
    'expected.yaml',
    'drop-all-is-enough:',
    'drop-all-is-enoug:',
    'my-lab/expected.yaml: `attempts/drop-all-is-enough.yaml` is not expected. Add it to `attempts`.',
  ],
  [
    'an expected attempt that is not there',
    'expected.yaml',
    'drop-all-is-enough:',
    'drop-all-is-enoug:',
    'my-lab/expected.yaml:LINE: There is no file in `attempts` named `drop-all-is-enoug`. Did you mean `drop-all-is-enough`?',
  ],
  [
    'an outcome of no criterion',
    'expected.yaml',
    'invoices: unmet',
    'invoice: unmet',
    'my-lab/expected.yaml:LINE: There is no criterion `invoice`. Did you mean `invoices`?',
  ],
  [
    'a belief that is not there',
    'expected.yaml',
    'M26',
    'M62',
    'my-lab/expected.yaml:LINE: There is no misconception `M62`. Did you mean `M02`?',
  ],
];

test.for(slips)('%s is told with its place', async ([, file, from, to, told]) => {
  const line = await replaced(file, from, to);
  const wanted = told.replace('LINE', String(line)).replace('NEXT', String(line + 1));
  expect((await problems()).split('\n')).toContain(wanted);
});

test('a missing file is told', async () => {
  await rm(join(folder, 'brief.md'));
  expect(await problems()).toBe('my-lab/brief.md: The file is missing. Take it from another lab as a model.');
});

test('an extra file is told', async () => {
  await writeFile(join(folder, 'notes.md'), '');
  expect(await problems()).toContain('my-lab/notes.md: A lab has no such file.');
});

test('a report without its attempt is told', async () => {
  await writeFile(join(folder, 'attempts/gone.report.txt'), '');
  expect(await problems()).toContain('my-lab/attempts/gone.report.txt: A lab has no such file. Its text is gone');
});

test('a single solution is told', async () => {
  await rm(join(folder, 'solutions/uid-1000.yaml'));
  expect(await problems()).toContain(
    'my-lab/solutions: There are fewer than 2 solutions. Write two of different style.',
  );
});

test('a brief without words is told', async () => {
  await writeFile(join(folder, 'brief.md'), '\n');
  expect(await problems()).toBe('my-lab/brief.md: The brief says nothing. Tell the story of the pod.');
});

test('two solutions that say the same are told', async () => {
  const text = await readFile(join(folder, 'solutions/uid-1000.yaml'), 'utf8');
  await writeFile(join(folder, 'solutions/powerless-root.yaml'), `# Another style.\n${text}`);
  expect(await problems()).toContain('It is the same pod as `solutions/powerless-root.yaml`.');
});
