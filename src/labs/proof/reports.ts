/** The generated reports: what a learner would be told, kept beside the answers so that a change of a sentence is read. */
import { check, plainPaper, reportText, type Lab } from '../../checker/index.ts';
import type { LabFolder, Misconceptions } from '../lab-folder.ts';
import { sourceOf } from './draft.ts';

export interface GeneratedReport {
  /** Counted from the folder of the lab. */
  readonly path: string;
  readonly text: string;
}

/** Answers the report of the start and of each attempt. */
export function reportsOf(folder: LabFolder, lab: Lab, beliefs: Misconceptions): readonly GeneratedReport[] {
  const report = (path: string, text: string): GeneratedReport => {
    const shown = { title: folder.about.title, report: check([sourceOf(text)], lab), beliefs };
    return { path, text: `${reportText(shown, plainPaper)}\n` };
  };
  return [
    report('start.report.txt', folder.start),
    ...folder.attempts.map(({ name, text }) => report(`attempts/${name}.report.txt`, text)),
  ];
}
