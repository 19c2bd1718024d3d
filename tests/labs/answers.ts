/** A lab's start with a few fields changed: how the tables of other answers are written. */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { check, openLab, type Grade } from '../../src/checker/index.ts';
import type { LabFolder } from '../../src/labs/lab-folder.ts';
import { containersIn, draftsOf, listIn, mapIn, sourceOf, textOf, type DraftMap } from '../../src/labs/proof/draft.ts';
import { labIds, readLab, readMisconceptions } from '../../src/labs/read-lab.ts';

export interface Answer {
  /** Fields of `spec`. */
  readonly spec?: DraftMap;
  /** Fields of the pod's security context; null takes one out. */
  readonly pod?: DraftMap;
  /** Fields of the container's security context; null takes one out. */
  readonly container?: DraftMap;
  /** Paths that get an emptyDir. */
  readonly scratch?: readonly string[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const beliefs = await readMisconceptions(join(root, 'content/misconceptions'));
const folders = await Promise.all(
  (await labIds(join(root, 'labs'))).map((id) => readLab(join(root, 'labs', id), beliefs)),
);

function labNamed(id: string): LabFolder {
  const found = folders.find((folder) => folder.id === id);
  if (found === undefined) throw new Error(`no lab ${id}`);
  return found;
}

export function gradeOf(id: string, answer: Answer): Grade {
  return gradeOfText(id, textOf(changed(labNamed(id), answer)));
}

function gradeOfText(id: string, text: string): Grade {
  return check([sourceOf(text)], openLab(labNamed(id).definition)).grade;
}

function changed(lab: LabFolder, { spec = {}, pod = {}, container = {}, scratch = [] }: Answer): DraftMap[] {
  return draftsOf(lab.start, lab.definition.world).map((draft) => {
    const inSpec = mapIn(draft, 'spec');
    Object.assign(inSpec, spec);
    Object.assign(mapIn(inSpec, 'securityContext'), pod);
    for (const each of containersIn(draft)) {
      Object.assign(mapIn(each, 'securityContext'), container);
      scratch.forEach((mountPath, index) => {
        listIn(each, 'volumeMounts').push({ name: `scratch-${index}`, mountPath });
      });
    }
    scratch.forEach((_, index) => listIn(inSpec, 'volumes').push({ name: `scratch-${index}`, emptyDir: {} }));
    return draft;
  });
}
