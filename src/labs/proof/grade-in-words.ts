import type { Grade } from '../../checker/index.ts';
import type { Expectation } from '../expected-file.ts';

/** Answers where a grade differs from what is expected of it, in words, or null. */
export function differenceFrom(expected: Expectation, grade: Grade): string | null {
  const { outcomes = {}, frame = [], widened = [], misconception = null } = expected;
  const told = summaryOf(grade);
  const wanted = inWords({
    outcomes: grade.outcomes.map(({ criterion: { id } }) => [
      id,
      outcomes === 'not-run' ? outcomes : (outcomes[id] ?? 'met'),
    ]),
    frame,
    widened,
    misconception,
  });
  return told === wanted ? null : `it is ${told}, and expected.yaml says ${wanted}`;
}

/** Answers all of a grade that an author can expect of it, in words. */
export function summaryOf({ outcomes, frame, widened, misconception }: Grade): string {
  return inWords({
    outcomes: outcomes.map(({ criterion, status }) => [criterion.id, status]),
    frame: frame.map(({ path }) => path),
    widened: widened.map(({ what }) => what),
    misconception: misconception?.id ?? null,
  });
}

interface Summary {
  readonly outcomes: readonly (readonly [criterion: string, status: string])[];
  readonly frame: readonly string[];
  readonly widened: readonly string[];
  readonly misconception: string | null;
}

function inWords({ outcomes, frame, widened, misconception }: Summary): string {
  const parts = [
    ...outcomes.filter(([, status]) => status !== 'met').map((pair) => pair.join(' ')),
    ...frame.map((path) => `changed ${path}`),
    ...widened.map((what) => `wider ${what}`),
  ];
  return `${parts.join(', ') || 'all met'}${misconception === null ? '' : ` with ${misconception}`}`;
}
