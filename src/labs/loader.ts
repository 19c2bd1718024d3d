/**
 * The Astro collection of labs: one entry per folder, in `data` all that a page needs (`LabPage`), the brief as its body.
 * In `src/content.config.ts`: `defineCollection({ loader: labLoader() })`.
 */
import { existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import type { LabDefinition, MisconceptionId } from '../checker/index.ts';
import type { HintsFile } from './hints-file.ts';
import type { Answer, LabFolder, Misconceptions } from './lab-folder.ts';
import { LabProblems } from './problem.ts';
import { labIds, readLab, readMisconceptions } from './read-lab.ts';

/** An answer that somebody gave, and the belief behind it where there is one. */
export interface Attempt extends Answer {
  readonly misconception: MisconceptionId | null;
}

/** What a page knows of a lab: plain data. `render(entry)` gives the brief. */
export interface LabPage extends Record<string, unknown> {
  readonly about: LabFolder['about'];
  /** What `openLab` of the checker takes, in the build and in the browser. */
  readonly definition: LabDefinition;
  readonly hints: HintsFile;
  readonly start: string;
  readonly solutions: readonly Answer[];
  readonly attempts: readonly Attempt[];
  /** Every misconception, since any may be found in any answer. */
  readonly misconceptions: Misconceptions;
}

interface Roots {
  readonly labs: string;
  readonly misconceptions: string;
}

/** Answers the loader of the labs. Folders count from the root of the project. */
export function labLoader(roots: Roots = { labs: 'labs', misconceptions: 'content/misconceptions' }): Loader {
  return {
    name: 'bulkhead-labs',
    schema: z.custom<LabPage>(),
    async load(context) {
      const projectRoot = fileURLToPath(context.config.root);
      const here = { labs: join(projectRoot, roots.labs), misconceptions: join(projectRoot, roots.misconceptions) };
      await loadAll(context, here);
      watch(context, here);
    },
  };
}

async function loadAll(context: LoaderContext, roots: Roots): Promise<void> {
  const ids = await labIds(roots.labs);
  for (const known of context.store.keys()) if (!ids.includes(known)) context.store.delete(known);
  for (const id of ids) await keepLastGood(context, () => loadLab(context, { id, roots }));
}

/** In a build a lab that has to be mended ends it; under `npm run dev` it is told, and its last good page stays. */
async function keepLastGood({ logger, watcher }: LoaderContext, load: () => Promise<void>): Promise<void> {
  try {
    await load();
  } catch (error) {
    if (watcher === undefined || !(error instanceof LabProblems)) throw error;
    logger.error(error.message);
  }
}

async function loadLab(context: LoaderContext, { id, roots }: { id: string; roots: Roots }): Promise<void> {
  const misconceptions = await readMisconceptions(roots.misconceptions);
  const folder = join(roots.labs, id);
  const lab = await readLab(folder, misconceptions);
  const filePath = relative(fileURLToPath(context.config.root), join(folder, 'brief.md')).replaceAll(sep, '/');
  const data = await context.parseData({ id, data: pageOf(lab, misconceptions), filePath });
  context.store.set({
    id,
    data,
    body: lab.brief,
    filePath,
    digest: context.generateDigest({ data, brief: lab.brief }),
    rendered: await context.renderMarkdown(lab.brief),
  });
}

function pageOf(lab: LabFolder, misconceptions: Misconceptions): LabPage {
  const { about, definition, hints, start, solutions, attempts, expected } = lab;
  const beliefOf = (name: string): MisconceptionId | null => expected.attempts[name]?.misconception ?? null;
  return {
    about,
    definition,
    hints,
    start,
    solutions,
    attempts: attempts.map((attempt) => ({ ...attempt, misconception: beliefOf(attempt.name) })),
    misconceptions,
  };
}

function watch(context: LoaderContext, roots: Roots): void {
  const { watcher, logger } = context;
  if (watcher === undefined) return;
  watcher.add([roots.labs, roots.misconceptions]);
  const reload = (changed: string): void => {
    const inside = relative(roots.labs, changed).split(sep);
    const [id = '..'] = inside;
    const isLab = id !== '..' && inside.length > 1;
    if (!isLab && relative(roots.misconceptions, changed).startsWith('..')) return;
    const isThere = existsSync(join(roots.labs, id));
    const work = isLab && isThere ? () => loadLab(context, { id, roots }) : () => loadAll(context, roots);
    void keepLastGood(context, work).catch((error: unknown) => logger.error(String(error)));
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, reload);
}
