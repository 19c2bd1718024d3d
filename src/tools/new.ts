/** `npm run new -- lab <id>`: a lab that reads, runs, and proves red until its author has written it. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newLab } from './new-lab.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

async function main([kind, id]: readonly string[]): Promise<number> {
  if (kind !== 'lab' || id === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    console.error('npm run new -- lab <id>   id: lower-case words joined by hyphens, it never changes once published');
    return 2;
  }
  const folder = join(root, 'labs', id);
  if (existsSync(folder)) {
    console.error(`labs/${id} is there already. Choose another id, or work on that one.`);
    return 2;
  }
  for (const { path, text } of newLab(id)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  console.log(`labs/${id} is there. Its answers are still copies of the start, so this says what to write next:

  npm run prove -- ${id}`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
