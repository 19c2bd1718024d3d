import { analyse } from './analyse.ts';
import { grade } from './grade/grade.ts';
import type { LabDefinition } from './model/lab.ts';
import type { Analysis, Lab, Report } from './model/report.ts';
import type { Source } from './model/source.ts';

/** Answers a lab made ready for grading: its start is analysed once, since every grade is compared with it. */
export function openLab(definition: LabDefinition): Lab {
  return { ...definition, startAnalysis: analyse(definition.start, definition.world) };
}

/** Answers everything about a learner's texts in a lab. */
export function check(sources: readonly Source[], lab: Lab, previous?: Analysis): Report {
  const analysis = analyse(sources, lab.world, previous);
  return { analysis, grade: grade(analysis, lab) };
}
