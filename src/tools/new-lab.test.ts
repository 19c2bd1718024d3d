import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { holds, proveLab } from '../labs/proof/prove-lab.ts';
import { readProven } from '../labs/proof/read-proven.ts';
import { newLab } from './new-lab.ts';

test('a new lab reads, and its answers are what is left to write', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'labs-')), 'my-lab');
  for (const { path, text } of newLab('my-lab')) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const proofs = proveLab(await readProven(folder, {}));
  await rm(join(folder, '..'), { recursive: true });

  const open = proofs.filter((proof) => !holds(proof)).map(({ what }) => what);
  expect(open).toEqual(['solutions', 'attempts', 'reports']);
});
