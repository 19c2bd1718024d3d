import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, openLab, type Grade } from '../../src/checker/index.ts';
import { sampleLab } from '../support/sample-lab.ts';
import { anyPod, pod, sourceOf, withData, type Plain } from '../support/pods.ts';

const lab = openLab(sampleLab);
const gradeOf = (answer: Plain): Grade => check([sourceOf(answer)], lab).grade;

describe('a grade', () => {
  test('is solved if and only if everything is met, in the frame, and nothing is wider', () => {
    fc.assert(
      fc.property(anyPod, (answer) => {
        const { status, outcomes, frame, widened } = gradeOf(answer);
        const isMet = outcomes.every((outcome) => outcome.status === 'met');
        expect(status === 'solved').toBe(isMet && frame.length === 0 && widened.length === 0);
      }),
      { numRuns: 300 },
    );
  });

  test('has one outcome for each criterion, in the order of teaching', () => {
    fc.assert(
      fc.property(anyPod, (answer) => {
        const ids = gradeOf(answer).outcomes.map((outcome) => outcome.criterion.id);
        expect(ids).toEqual(sampleLab.criteria.map((criterion) => criterion.id));
      }),
    );
  });

  test('counts neither the unknown nor what never ran as met', () => {
    fc.assert(
      fc.property(anyPod, (answer) => {
        for (const { status, verdicts } of gradeOf(answer).outcomes) {
          if (status !== 'met') continue;
          expect(verdicts.filter((verdict) => verdict.decision === 'unknown' || !verdict.started)).toEqual([]);
        }
      }),
    );
  });

  test('speaks first of a criterion that is not met', () => {
    fc.assert(
      fc.property(anyPod, (answer) => {
        const { status, next, outcomes } = gradeOf(answer);
        const first = outcomes.find((outcome) => outcome.criterion.id === next);
        if (status === 'solved' || status === 'blocked') expect(next).toBeNull();
        else if (next !== null) expect(first?.status).not.toBe('met');
      }),
    );
  });

  test('of the start is not solved, and one line solves it', () => {
    const start = sampleLab.start[0];
    expect(start === undefined ? null : check([start], lab).grade.status).toBe('in-progress');
    expect(gradeOf(pod({ ...withData, context: { runAsUser: 1000 } })).status).toBe('solved');
  });
});
