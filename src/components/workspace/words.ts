import {
  explainDiagnostic,
  isHalfWritten,
  pageTextLimit,
  positionAt,
  type Criterion,
  type Outcome,
  type Report,
} from '../../checker/index.ts';
import type { KeptText } from '../../progress/lab-record.ts';
import { rungsTaken, type WorkspaceState } from './workspace-state.ts';

interface Moment {
  readonly at: number;
  readonly now: number;
}

/** Answers a time as the page writes it: `14:02`, and its day where that is not today. */
export function minuteOf(moment: Moment): string {
  return momentIn(moment, { hour: '2-digit', minute: '2-digit' });
}

/** Answers a time that tells two texts of one minute apart: `14:02:31`. */
export function secondOf(moment: Moment): string {
  return momentIn(moment, { timeStyle: 'medium' });
}

function momentIn({ at, now }: Moment, style: Intl.DateTimeFormatOptions): string {
  const [day, today] = [new Date(at), new Date(now)];
  const clock = day.toLocaleTimeString('en-GB', style);
  if (day.toDateString() === today.toDateString()) return clock;
  return `${day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}, ${clock}`;
}

/** Answers how many criteria are as wanted, of how many. */
export function tallyOf({ grade }: Pick<Report, 'grade'>): { readonly met: number; readonly all: number } {
  return { met: grade.outcomes.filter(({ status }) => status === 'met').length, all: grade.outcomes.length };
}

/** Answers why the verdict on the page is not the one of the text in the editor; null where it is. */
export function dimmedBecause(state: WorkspaceState): string | null {
  switch (state.reading.is) {
    case 'due':
    case 'judged':
      return null;
    case 'half-written':
      return `${brokenPlace(state)} The last verdict stays, dimmed.`;
    case 'too-long':
      return `This text is longer than ${pageTextLimit.toLocaleString('en')} characters, so it is not checked. Nothing of it is lost. The last verdict stays, dimmed.`;
    case 'checker-stopped':
      return 'The checker stopped at this text. Your text is safe. The last verdict stays, dimmed.';
  }
}

/** The headline is what the finding says, unless all it says is that the line is not finished. */
function brokenPlace({ findings, text, analysis }: WorkspaceState): string {
  const broken = findings.find(isHalfWritten) ?? findings.find(({ severity }) => severity === 'error');
  if (broken === undefined) return 'There is no pod in this text yet.';
  const line = `Line ${positionAt(text, broken.span.start).line}`;
  if (isHalfWritten(broken)) return `${line} is half written.`;
  return `${line}: ${explainDiagnostic(broken, analysis?.sources ?? []).what.replaceAll('`', '')}`;
}

/** Answers the line under the tally: what to look at first. */
export function summaryOf({ grade }: Pick<Report, 'grade'>): string {
  if (grade.status === 'solved') return '';
  const has = (status: Outcome['status'], must?: Criterion['must']): number =>
    grade.outcomes.filter((one) => one.status === status && (must === undefined || one.criterion.must === must)).length;
  if (has('not-run') > 0) return 'This pod does not start, so nothing was tried.';
  const through = has('unmet', 'be-blocked');
  const broken = has('unmet', 'keep-working');
  const parts = [
    ...(through > 0 ? [`${counted(through, 'attack gets', 'attacks get')} through.`] : []),
    ...(broken > 0 ? [`${counted(broken, 'thing that must work is', 'things that must work are')} broken.`] : []),
  ];
  if (parts.length > 0) return parts.join(' ');
  const untried = has('nothing-to-test');
  if (untried > 0)
    return `${counted(untried, 'row has', 'rows have')} nothing to be tried on, so ${untried === 1 ? 'it does' : 'they do'} not count.`;
  if (has('absent') > 0) return 'A hidden file does not count, neither as blocked nor as working.';
  if (tallyOf({ grade }).met < grade.outcomes.length) return 'Some of it cannot be told, so it does not count.';
  if (grade.frame.length === 0) return 'Every row is as wanted, but the pod may do more than the one it began as.';
  return 'Every row is as wanted, but the pod is not the pod of this lab any more.';
}

/** Answers what the solved lab is told: how many rungs it took, and nothing more. */
export function solvedOf(state: Pick<WorkspaceState, 'solved' | 'hints'>): string {
  const rungs = state.solved?.rungs ?? rungsTaken(state);
  return rungs === 0 ? 'No hint used.' : `${counted(rungs, 'hint', 'hints')} used.`;
}

/** Answers what is said aloud when the verdict changed. */
export function announcementOf(state: WorkspaceState): string {
  const dimmed = dimmedBecause(state);
  if (dimmed !== null) return dimmed;
  if (state.report === null) return '';
  const { met, all } = tallyOf(state.report);
  const tally = `${met} of ${all} as wanted.`;
  return state.report.grade.status === 'solved' ? `Solved. ${tally}` : `${tally} ${summaryOf(state.report)}`;
}

/** Answers how the learner's text is kept. */
export function savingOf(saving: WorkspaceState['saving'], now: number): string {
  if (saving === null) return '';
  if (saving.result === 'saved') return `Saved in this browser, ${minuteOf({ at: saving.at, now })}`;
  const copy = 'Your text stays in this tab: copy it before you close it.';
  return saving.result === 'full'
    ? `The storage of this browser is full. ${copy}`
    : `This browser does not let us save. ${copy}`;
}

/** Answers what the learner is told about a text that was put aside. */
export function offerOf(
  kept: KeptText,
  now: number,
): { readonly says: string; readonly takes: string; readonly declines: string } {
  switch (kept.because) {
    case 'reset':
      return { says: 'Back to the start. Your text is kept.', takes: 'Undo', declines: 'Dismiss' };
    case 'exchange':
      return { says: 'The text was exchanged. Yours is kept.', takes: 'Undo', declines: 'Dismiss' };
    case 'early':
      return { says: 'Your saved text came after your keys. It is kept.', takes: 'Bring it back', declines: 'Dismiss' };
    case 'other-tab':
      return {
        says: `Another tab has a newer text of this lab, saved ${minuteOf({ at: kept.savedAt, now })}.`,
        takes: 'Take it over',
        declines: 'Keep mine',
      };
  }
}

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/** Answers a count in words: `Two attacks`. */
export function counted(count: number, one: string, many: string): string {
  return `${numbers[count] ?? count} ${count === 1 ? one : many}`;
}
