/** The reader of a lab's folder. Build, tools and tests only: it needs a disk. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { LabDefinition, MisconceptionId } from '../checker/index.ts';
import { crossChecks } from './cross-checks.ts';
import { readData } from './data-file.ts';
import { expectedFile } from './expected-file.ts';
import { hintsFile } from './hints-file.ts';
import { podFile, type LabFolder, type Misconceptions } from './lab-folder.ts';
import { labFile, type LabFile } from './lab-file.ts';
import { misconceptionFile, type Misconception } from './misconception-file.ts';
import { LabProblems } from './problem.ts';
import { readFiles } from './read-files.ts';
import { worldOf } from './world-file.ts';

/** Answers the lab in a folder, or throws all that has to be mended in it. */
export async function readLab(folder: string, misconceptions: Misconceptions): Promise<LabFolder> {
  const id = basename(folder);
  const files = await readFiles(folder, id);
  if ('problems' in files) throw new LabProblems(files.problems);

  const { texts } = files;
  const lab = readData(labFile, `${id}/lab.yaml`, texts['lab.yaml']);
  const hints = readData(hintsFile, `${id}/hints.yaml`, texts['hints.yaml']);
  const expected = readData(expectedFile, `${id}/expected.yaml`, texts['expected.yaml']);
  if ('problems' in lab || 'problems' in hints || 'problems' in expected) {
    throw new LabProblems([lab, hints, expected].flatMap((read) => ('problems' in read ? read.problems : [])));
  }

  const definition = definitionOf({ id, lab: lab.file.data, start: texts['start.yaml'] });
  const parts = { id, texts, lab: lab.file, hints: hints.file, expected: expected.file, definition };
  const problems = crossChecks({ ...parts, misconceptions: Object.keys(misconceptions) });
  if (problems.length > 0) throw new LabProblems(problems);

  const { title, objective, minutes, difficulty, outOfScope, sources, positiveControl } = lab.file.data;
  return {
    id,
    about: { title, objective, minutes, difficulty, outOfScope, sources },
    positiveControl: positiveControl ?? null,
    definition,
    brief: texts['brief.md'],
    hints: hints.file.data,
    start: texts['start.yaml'],
    solutions: texts.solutions,
    attempts: texts.attempts,
    expected: expected.file.data,
  };
}

/** Answers the ids of all labs, in alphabetical order. */
export async function labIds(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Answers the misconceptions that have data, or throws what has to be mended in them. */
export async function readMisconceptions(folder: string): Promise<Misconceptions> {
  const names = (await readdir(folder)).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const entries = await Promise.all(
    names.map(async (name): Promise<[MisconceptionId, Misconception]> => {
      const id = name.replace(/\.yaml$/, '');
      const read = readData(misconceptionFile, name, await readFile(join(folder, name), 'utf8'));
      if ('problems' in read) throw new LabProblems(read.problems);
      if (isMisconceptionId(id)) return [id, read.file.data];
      throw new LabProblems([
        { file: name, what: 'This is not an id of a misconception.', fix: 'Name it `M01.yaml`.' },
      ]);
    }),
  );
  return Object.fromEntries(entries);
}

function isMisconceptionId(id: string): id is MisconceptionId {
  return /^M\d\d$/.test(id);
}

function definitionOf({ id, lab, start }: { id: string; lab: LabFile; start: string }): LabDefinition {
  const { world, startsAs, criteria, mayWiden, mayEdit, mayNotEdit } = lab;
  return {
    id,
    world: worldOf(world),
    start: [{ file: podFile, text: start, language: 'kubernetes' }],
    startsAs,
    criteria,
    mayWiden,
    mayEdit,
    mayNotEdit,
  };
}
