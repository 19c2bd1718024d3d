import type { LabDefinition, MisconceptionId } from '../checker/index.ts';
import type { ExpectedFile } from './expected-file.ts';
import type { HintsFile } from './hints-file.ts';
import type { LabFile } from './lab-file.ts';
import type { Misconception } from './misconception-file.ts';

/** A text somebody could have typed into the editor. */
export interface Answer {
  readonly name: string;
  readonly text: string;
}

/** A lab as it lies on the disk, read and found whole. */
export interface LabFolder {
  readonly id: string;
  readonly about: Pick<LabFile, 'title' | 'objective' | 'minutes' | 'difficulty' | 'outOfScope' | 'sources'>;
  readonly positiveControl: string | null;
  /** What the checker needs: plain data, so that it can be sent to a browser. */
  readonly definition: LabDefinition;
  /** Markdown. */
  readonly brief: string;
  readonly hints: HintsFile;
  readonly start: string;
  readonly solutions: readonly Answer[];
  readonly attempts: readonly Answer[];
  readonly expected: ExpectedFile;
}

/** By id, in the order of their numbers. */
export type Misconceptions = Readonly<Record<MisconceptionId, Misconception>>;

/** The name of the one text that these labs edit. */
export const podFile = 'pod.yaml';
