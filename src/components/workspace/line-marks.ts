import {
  decidingStep,
  positionAt,
  type CriterionId,
  type Outcome,
  type Report,
  type Span,
} from '../../checker/index.ts';
import type { LineMark } from '../../editor/contract.ts';
import { toneOf } from '../verdict/criterion.ts';

/** Answers the stretches of text that decided an outcome: the same that its sentence names. */
export function decidingSpans(outcome: Outcome): readonly Span[] {
  const verdict = outcome.verdicts[0];
  const step = verdict === undefined ? null : decidingStep(verdict);
  return step === null ? [] : step.reason.origins.flatMap((origin) => ('span' in origin ? [origin.span] : []));
}

/** Answers the first deciding line of an outcome, or null where no line decided. */
export function decidingLine(outcome: Outcome, text: string): number | null {
  const [first] = decidingSpans(outcome);
  return first === undefined ? null : positionAt(text, first.start).line;
}

/** Answers the criterion that a line decided, the first in teaching order. */
export function criterionAt(report: Report, at: { readonly line: number; readonly text: string }): CriterionId | null {
  const found = report.grade.outcomes.find((outcome) => linesOf(outcome, at.text).includes(at.line));
  return found?.criterion.id ?? null;
}

/** Answers what stands in the margin: one mark a line, for all the verdicts that it decided. */
export function marksOf(report: Report, text: string): readonly LineMark[] {
  const byLine = new Map<number, Outcome[]>();
  for (const outcome of report.grade.outcomes) {
    for (const line of linesOf(outcome, text)) byLine.set(line, [...(byLine.get(line) ?? []), outcome]);
  }
  return [...byLine].sort(([a], [b]) => a - b).flatMap(([line, outcomes]) => markOf(line, outcomes) ?? []);
}

function linesOf(outcome: Outcome, text: string): readonly number[] {
  return [...new Set(decidingSpans(outcome).map((span) => positionAt(text, span.start).line))];
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
  return open.status === 'not-run'
    ? { line, fate: 'denied', tone: 'open', note: 'keeps the pod from starting' }
    : { line, fate: 'allowed', tone: 'open', note: 'cannot tell' };
}

function attacks(count: number): string {
  return count === 1 ? '1 attack' : `${count} attacks`;
}
