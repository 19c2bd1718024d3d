/** What an answer is worth in a lab. Verdicts and the parsed documents are judged, the text never is. */
import { isHalfWritten } from '../model/diagnostic.ts';
import type { AnalysedDocument, Analysis, Grade, Lab, Outcome } from '../model/report.ts';
import { attemptOf } from './attempt.ts';
import { pairDocuments } from './documents.ts';
import { changesOf } from './frame.ts';
import { misconceptionIn } from './misconceptions/index.ts';
import { outcomeOf, targetsIn } from './outcome.ts';
import { widenedIn } from './widened.ts';

/** Answers the grade: solved only if every criterion is met, the frame stands and nothing became wider than the start. */
export function grade(analysis: Analysis, lab: Lab): Grade {
  if (!isSetOfPods(analysis)) return blocked(lab);
  const pairing = pairDocuments({ start: lab.startAnalysis, now: analysis });
  const targets = targetsIn(pairing.pairs);
  const outcomes = lab.criteria.map((criterion) => outcomeOf(criterion, targets, analysis));
  const { frame, inert, edits } = changesOf(pairing, lab);
  const widened = widenedIn(pairing.pairs, lab.mayWiden);
  const next = outcomes.find(({ status }) => status !== 'met')?.criterion.id ?? null;

  const isSolved = next === null && frame.length === 0 && widened.length === 0;
  const misconception = isSolved ? null : misconceptionIn(attemptOf({ pairing, outcomes, edits, widened }));
  return { status: isSolved ? 'solved' : 'in-progress', outcomes, next, frame, inert, widened, misconception };
}

/** A half-typed document decides nothing: the page keeps what it last showed. */
function isSetOfPods({ documents }: Analysis): boolean {
  const isWritten = ({ status, refusals }: AnalysedDocument): boolean =>
    status !== 'unparsable' && !refusals.some(isHalfWritten);
  return documents.some(({ pod }) => pod !== null) && documents.every(isWritten);
}

function blocked({ criteria }: Lab): Grade {
  const outcomes = criteria.map((criterion): Outcome => ({ criterion, status: 'nothing-to-test', verdicts: [] }));
  return { status: 'blocked', outcomes, next: null, frame: [], inert: [], widened: [], misconception: null };
}
