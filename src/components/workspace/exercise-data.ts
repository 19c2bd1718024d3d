import {
  check,
  defaultWorld,
  openLab,
  type LabDefinition,
  type MisconceptionId,
  type World,
} from '../../checker/index.ts';
import type { HintsFile } from '../../labs/hints-file.ts';
import type { Answer } from '../../labs/lab-folder.ts';
import type { LabPage } from '../../labs/loader.ts';
import type { Exercise } from './session.ts';

/** What the browser is given of a lab, as JSON in the page. */
export interface ExerciseData {
  readonly title: string;
  readonly definition: LabDefinition;
  readonly hints: HintsFile;
  readonly answers: readonly Answer[];
  readonly beliefs: Readonly<Record<MisconceptionId, Belief>>;
}

export interface Belief {
  readonly belief: string;
  readonly contradiction: string;
  readonly rule: string;
}

/** Answers the part of a lab that its page works with. Attempts, sources and expectations stay at home. */
export function exerciseData({ about, definition, hints, solutions, misconceptions }: LabPage): ExerciseData {
  const beliefs = Object.entries(misconceptions).map(([id, { belief, contradiction, rule }]) => [
    id,
    { belief, contradiction, rule },
  ]);
  return {
    title: about.title,
    definition: withTables(definition, { runtimeDefaults: [], sysctls: [], mountedFiles: [] }),
    hints,
    answers: solutions,
    beliefs: Object.fromEntries(beliefs) as ExerciseData['beliefs'],
  };
}

/** Tables do not travel in the page: the browser loads them as a file of their own. */
function withTables(definition: LabDefinition, tables: World['tables']): LabDefinition {
  return { ...definition, world: { ...definition.world, tables } };
}

/** Answers the exercise that a session works on. The lab's start is analysed here, once. */
export function exerciseOf({ definition }: ExerciseData): Exercise {
  const lab = openLab(withTables(definition, defaultWorld.tables));
  const [start] = definition.start;
  const file = start?.file ?? 'pod.yaml';
  return {
    id: definition.id,
    start: start?.text ?? '',
    check(text, previous) {
      const sources = [{ file, text, language: 'kubernetes' as const }];
      return check(sources, lab, previous ?? lab.startAnalysis);
    },
  };
}
