import {
  decidingStep,
  originsBehind,
  positionAt,
  type CriterionId,
  type Outcome,
  type Report,
  type Severity,
  type Span,
} from '../../checker/index.ts';
import type { LineMark } from '../../editor/contract.ts';
import { toneOf } from '../verdict/criterion.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** Answers the stretches of text that decided an outcome: the same that its sentence names. */
function decidingSpans(outcome: Outcome): readonly Span[] {
  const verdict = outcome.verdicts[0];
  const step = verdict === undefined ? null : decidingStep(verdict);
  return step === null ? [] : originsBehind(step).flatMap((origin) => ('span' in origin ? [origin.span] : []));
}

/** Answers the lines that decided an outcome, the most telling first; none where no line did. */
export function decidingLines(outcome: Outcome, { analysis }: Report): readonly number[] {
  const lines = decidingSpans(outcome).map((span) => {
    const text = analysis.sources.find(({ file }) => file === span.file)?.text ?? '';
    return positionAt(text, span.start).line;
  });
  return [...new Set(lines)];
}

/** Answers the criterion that a line decided, the first in teaching order. */
export function criterionAt(report: Report, line: number): CriterionId | null {
  const found = report.grade.outcomes.find((outcome) => decidingLines(outcome, report).includes(line));
  return found?.criterion.id ?? null;
}

/** Answers what stands in the margin: one mark a line, for all the verdicts that it decided. */
export function marksOf(report: Report): readonly LineMark[] {
  const byLine = new Map<number, Outcome[]>();
  for (const outcome of report.grade.outcomes) {
    for (const line of decidingLines(outcome, report)) byLine.set(line, [...(byLine.get(line) ?? []), outcome]);
  }
  return [...byLine].sort(([a], [b]) => a - b).flatMap(([line, outcomes]) => markOf(line, outcomes) ?? []);
}

/** Answers the lines that are lit up, and in which colour: the line pointed at, else those that decided the open row. */
export function litLines(state: WorkspaceState): ReadonlyMap<number, LineMark['tone'] | 'act'> {
  const { line, open, report } = state;
  if (line !== null) return new Map([[line, 'act']]);
  const outcome = report?.grade.outcomes.find(({ criterion }) => criterion.id === open);
  if (report === null || outcome === undefined || !standsFor(state)) return new Map();
  return new Map(decidingLines(outcome, report).map((deciding) => [deciding, toneOf(outcome)]));
}

/** Answers the worst that was found in each line. */
export function squigglesOf({
  text,
  findings,
}: Pick<WorkspaceState, 'text' | 'findings'>): ReadonlyMap<number, Severity> {
  const worst = new Map<number, Severity>();
  for (const { span, severity } of findings) {
    const { line } = positionAt(text, span.start);
    if (worst.get(line) !== 'error') worst.set(line, severity);
  }
  return worst;
}

/** Answers whether the report on the page is worth drawing into the text: it is of this text, or of the one a key ago. */
export function standsFor({ reading }: Pick<WorkspaceState, 'reading'>): boolean {
  return reading.is === 'judged' || reading.is === 'due';
}

// What a line does that nobody wants is said first; a line has room for one note.
const notes = [
  { must: 'keep-working', fate: 'denied', tone: 'not-wanted', note: (n: number) => `breaks ${n} that must work` },
  { must: 'be-blocked', fate: 'allowed', tone: 'not-wanted', note: (n: number) => `lets ${attacks(n)} through` },
  { must: 'be-blocked', fate: 'denied', tone: 'wanted', note: (n: number) => `stops ${attacks(n)}` },
  { must: 'keep-working', fate: 'allowed', tone: 'wanted', note: (n: number) => `keeps ${n} working` },
] as const;

function markOf(line: number, outcomes: readonly Outcome[]): LineMark | null {
  for (const { must, fate, tone, note } of notes) {
    const counted = outcomes.filter((outcome) => outcome.criterion.must === must && toneOf(outcome) === tone);
    if (counted.length > 0) return { line, fate, tone, note: note(counted.length) };
  }
  const [open] = outcomes;
  if (open === undefined) return null;
  switch (open.status) {
    case 'not-run':
      return { line, fate: 'denied', tone: 'open', note: 'keeps the pod from starting' };
    case 'absent':
      return { line, fate: 'denied', tone: 'open', note: 'hides a file' };
    default:
      return { line, fate: 'allowed', tone: 'open', note: 'cannot tell' };
  }
}

function attacks(count: number): string {
  return count === 1 ? '1 attack' : `${count} attacks`;
}
