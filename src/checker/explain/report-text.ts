/** A report as plain text: what the page of a lab shows, for a terminal and for the files beside the answers. */
import type { Explanation } from '../model/explanation.ts';
import type { MisconceptionId } from '../model/lab.ts';
import type { Outcome, OutcomeStatus, Report } from '../model/report.ts';
import { explainFrame, explainWidened } from './explain-grade.ts';
import { decidingStep, explainDiagnostic, explainOutcome, explainStep } from './explain.ts';
import { fateOfOutcome, fateWords, type Fate } from './fate.ts';
import { placeOf } from './places.ts';
import { wrapped } from './wrap.ts';

interface Shown {
  readonly title: string;
  readonly report: Report;
  /** What is known of the beliefs; the checker finds them, their words are data. */
  readonly beliefs: Readonly<Record<MisconceptionId, Belief>>;
}

interface Belief {
  readonly belief: string;
  readonly contradiction: string;
  readonly rule: string;
}

export type Ink = 'heading' | 'wanted' | 'not-wanted' | 'quiet';

export interface Paper {
  readonly width: number;
  /** Colours a piece of text, or gives it back as it is. */
  readonly paint: (text: string, ink: Ink) => string;
}

/** The paper of the files beside the answers. */
export const plainPaper: Paper = { width: 100, paint: (text) => text };

/** Answers the report as text, without a line break at its end. */
export function reportText(shown: Shown, paper: Paper): string {
  const { grade } = shown.report;
  const body = grade.status === 'blocked' ? [] : [...notStarted(shown, paper), ...elsewhere(shown, paper)];
  const groups =
    grade.status === 'blocked'
      ? []
      : [
          group('Must be blocked', 'be-blocked', shown, paper),
          group('Must keep working', 'keep-working', shown, paper),
        ];
  return [head(shown, paper), ...body, ...groups, findings(shown, paper)].filter((part) => part !== '').join('\n\n');
}

function head({ title, report: { grade } }: Shown, { width, paint }: Paper): string {
  const met = grade.outcomes.filter(({ status }) => status === 'met').length;
  const tally = grade.status === 'blocked' ? 'not a pod yet' : `${met} of ${grade.outcomes.length} as wanted`;
  const solved = grade.status === 'solved' ? `${tally}, solved` : tally;
  const gap = ' '.repeat(Math.max(2, width - title.length - solved.length));
  return `${paint(title, 'heading')}${gap}${paint(solved, grade.status === 'solved' ? 'wanted' : 'quiet')}`;
}

/** One reason stands for all rows of a pod that never ran. */
function notStarted({ report: { grade, analysis } }: Shown, paper: Paper): string[] {
  const verdict = grade.outcomes.find(({ status }) => status === 'not-run')?.verdicts[0];
  const step = verdict === undefined ? null : decidingStep(verdict);
  if (step === null) return [];
  return [note('This pod does not start', explainStep(step, analysis.sources), paper)];
}

function elsewhere({ report: { grade, analysis }, beliefs }: Shown, paper: Paper): string[] {
  const { sources } = analysis;
  const belief = grade.misconception === null ? undefined : beliefs[grade.misconception.id];
  const inert = grade.inert.map(({ path }) => `\`${path}\``).join(', ');
  return [
    ...grade.frame.map((change) => note('Not a part of this lab', explainFrame(change, sources), paper)),
    ...grade.widened.map((gain) => note('Wider than the start', explainWidened(gain, sources), paper)),
    ...(belief === undefined
      ? []
      : [
          note(
            'Easy to get wrong',
            { what: `"${belief.belief}"`, why: belief.contradiction, todo: belief.rule },
            paper,
          ),
        ]),
    ...(inert === '' ? [] : [wrapped(`Not judged here: ${inert}.`, { width: paper.width, indent: '' }).join('\n')]),
  ];
}

function note(title: string, said: Explanation, { width, paint }: Paper): string {
  return [paint(title, 'heading'), ...sentences(said, { width, indent: '  ' })].join('\n');
}

function sentences({ what, why, todo, words }: Explanation, room: { width: number; indent: string }): string[] {
  return [what, why, todo, words].flatMap((sentence) => (sentence === undefined ? [] : wrapped(sentence, room)));
}

function group(title: string, must: Outcome['criterion']['must'], shown: Shown, paper: Paper): string {
  const rows = shown.report.grade.outcomes.filter(({ criterion }) => criterion.must === must);
  return [paper.paint(title, 'heading'), ...rows.flatMap((outcome) => row(outcome, shown, paper))].join('\n');
}

const marks: Readonly<Record<OutcomeStatus, string>> = {
  met: '✓',
  unmet: '◆',
  absent: '◆',
  'cannot-tell': '?',
  'not-run': '–',
  'nothing-to-test': '–',
};

function row(outcome: Outcome, { report: { analysis } }: Shown, { width, paint }: Paper): string[] {
  const { criterion, status } = outcome;
  const ink = status === 'met' ? 'wanted' : status === 'unmet' || status === 'absent' ? 'not-wanted' : 'quiet';
  const fate = inWords(fateOfOutcome(outcome));
  const gap = ' '.repeat(Math.max(2, width - 4 - criterion.title.length - fate.length));
  const line = `  ${paint(marks[status], ink)} ${criterion.title}${gap}${paint(fate, ink)}`;
  if (status === 'met' || status === 'not-run') return [line];
  const source = sourceOf(outcome);
  return [
    line,
    ...sentences(explainOutcome(outcome, analysis.sources), { width, indent: '    ' }),
    ...(source === null ? [] : [paint(`    ${source}`, 'quiet')]),
  ];
}

function inWords({ is, code }: Fate): string {
  return code === undefined ? fateWords[is] : `${fateWords[is]}, ${code}`;
}

function sourceOf({ verdicts: [verdict] }: Outcome): string | null {
  const step = verdict === undefined ? null : decidingStep(verdict);
  return step === null ? null : `${step.reason.cite.work}, ${step.reason.cite.at}`;
}

function findings({ report: { analysis } }: Shown, { width, paint }: Paper): string {
  const { diagnostics, sources } = analysis;
  if (diagnostics.length === 0) return '';
  const lines = diagnostics.flatMap((found) => {
    const { what, why } = explainDiagnostic(found, sources);
    const place = placeOf(found.span, sources);
    return wrapped(`${place[0]?.toUpperCase()}${place.slice(1)}: ${what} ${why}`, { width, indent: '  ' });
  });
  return [paint('In the text', 'heading'), ...lines].join('\n');
}
