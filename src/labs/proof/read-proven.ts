import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Misconceptions } from '../lab-folder.ts';
import { readLab } from '../read-lab.ts';
import type { Proven } from './prove-lab.ts';

/** Answers a lab with the reports that lie in its folder, or throws what has to be mended first. */
export async function readProven(folder: string, beliefs: Misconceptions): Promise<Proven> {
  const lab = await readLab(folder, beliefs);
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.report.txt'));
  const reports = await Promise.all(
    names.map(async (name) => [name.replaceAll('\\', '/'), await readFile(join(folder, name), 'utf8')] as const),
  );
  return { folder: lab, beliefs, reports: new Map(reports) };
}
