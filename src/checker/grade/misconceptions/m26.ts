/**
 * "The more is forbidden, the better." What must keep working was stopped by a line that the learner wrote, and by no other.
 * Another user is no such line: it takes nothing away, it is the wrong one.
 */
import { isEdit, lost, pathOf, stopsOf, type Attempt, type Misconception } from '../attempt.ts';
import type { Origin } from '../../model/resolved.ts';
import type { Outcome } from '../../model/report.ts';

export const m26: Misconception = {
  id: 'M26',
  showsIn(attempt) {
    if (attempt.widened.length > 0) return null;
    const own = lost(attempt).map((outcome) => ownStops(attempt, outcome));
    return own.find((origins) => origins.length > 0) ?? null;
  },
};

/** The learner's lines that stopped an outcome; none where a line of the start stopped it with them. */
function ownStops(attempt: Attempt, outcome: Outcome): readonly Origin[] {
  const written = stopsOf(outcome)
    .flatMap(({ reason }) => reason.origins)
    .filter((origin) => pathOf(origin) !== null);
  return written.every((origin) => isEdit(attempt, origin) && !choosesUser(origin)) ? written : [];
}

function choosesUser(origin: Origin): boolean {
  return /\.runAs(User|Group)$/.test(pathOf(origin) ?? '');
}
