import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

function lab(words: readonly string[], input = '') {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'src/tools/lab.ts'), ...words], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

const textOf = (path: string): string => readFileSync(join(root, 'labs/who-am-i', path), 'utf8');

test('an attempt gives the report that lies beside it', () => {
  const { stdout, status } = lab(['who-am-i', 'attempts/drop-all-is-enough.yaml']);
  expect(stdout).toBe(textOf('attempts/drop-all-is-enough.report.txt'));
  expect(status).toBe(1);
});

test('a solution, from the standard input, is solved', () => {
  const { stdout, status } = lab(['who-am-i', '-'], textOf('solutions/uid-1000.yaml'));
  expect(stdout).toContain('4 of 4 as wanted, solved');
  expect(status).toBe(0);
});

test('a lab or a file that is not there is told, with what there is', () => {
  expect(lab(['who-are-you']).stderr).toContain('There is no lab `who-are-you`.');
  const { stderr, status } = lab(['who-am-i', 'attempts/none.yaml']);
  expect(stderr).toContain('`attempts/none.yaml` is neither beside you nor in labs/who-am-i.');
  expect(status).toBe(2);
});
