import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** What is made, not written. */
const made = new Set(['node_modules', 'dist', '.git', '.astro', '.cache', 'test-results', 'playwright-report']);

/** Answers the files below a folder, by their paths from the root of the repository. No folder, no files. */
export function filesIn(folder: string, ending = ''): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return made.has(entry.name) ? [] : filesIn(path, ending);
    return entry.name.endsWith(ending) ? [path] : [];
  });
}

/** Answers the names of the folders in a folder. */
export function foldersIn(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

export function textOf(path: string): string {
  return readFileSync(join(repository, path), 'utf8');
}

function entriesOf(folder: string) {
  try {
    return readdirSync(join(repository, folder), { withFileTypes: true });
  } catch {
    return [];
  }
}
