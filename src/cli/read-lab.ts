import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { openLab, type Lab } from '../checker/index.ts';
import type { Misconceptions } from '../labs/lab-folder.ts';
import { Unusable } from './unusable.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface OpenLab {
  readonly id: string;
  readonly title: string;
  readonly lab: Lab;
  readonly beliefs: Misconceptions;
}

/** Answers a lab of this repository, ready for grading. */
export async function readOpenLab(id: string): Promise<OpenLab> {
  // Only here, for the reason of `readWorld`.
  const { labIds, readLab, readMisconceptions } = await import('../labs/read-lab.ts');
  const ids = await labIds(join(root, 'labs'));
  if (!ids.includes(id)) throw new Unusable(`There is no lab \`${id}\`. There is: ${ids.join(', ')}.`);
  const beliefs = await readMisconceptions(join(root, 'content/misconceptions'));
  const { about, definition } = await readLab(join(root, 'labs', id), beliefs);
  return { id, title: about.title, lab: openLab(definition), beliefs };
}
