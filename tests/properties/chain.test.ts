import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Step, Verdict } from '../../src/checker/index.ts';
import { everyCall } from '../support/calls.ts';
import { anyPod, pod, withData } from '../support/pods.ts';
import { analysed, everyVerdictOn, verdictOn } from '../support/verdicts.ts';

function everyVerdict(judge: (verdict: Verdict) => void): void {
  fc.assert(
    fc.property(anyPod, (pod) => {
      const analysis = analysed(pod);
      for (const verdict of everyVerdictOn(analysis)) judge(verdict);
    }),
  );
}

const stops = (step: Step): boolean => step.answer === 'stops';

describe('a chain', () => {
  test('that is denied or ineffective is stopped once, and nothing is reached behind', () => {
    everyVerdict(({ decision, chain }) => {
      if (decision !== 'denied' && decision !== 'ineffective') return;
      const wall = chain.findIndex((step) => step.reached && stops(step));
      expect(wall).toBeGreaterThanOrEqual(0);
      expect(chain.slice(wall + 1).filter((step) => step.reached)).toEqual([]);
    });
  });

  test('that is allowed is reached to its end, and every step passes', () => {
    everyVerdict(({ decision, chain }) => {
      if (decision !== 'allowed') return;
      expect(chain.filter((step) => !step.reached || step.answer !== 'passes')).toEqual([]);
    });
  });

  test('that is unknown has a step that cannot tell, and nothing behind it that stops', () => {
    everyVerdict(({ decision, chain }) => {
      if (decision !== 'unknown') return;
      expect(chain.some((step) => step.reached && step.answer === 'cannot-tell')).toBe(true);
      // A call that would have no effect may still be refused by the layer that cannot tell.
      const walls = chain.filter((step) => step.reached && stops(step));
      expect(walls.filter((step) => step.requirement.stop !== 'ineffective')).toEqual([]);
    });
  });

  test('answers an errno or a signal only where something is denied', () => {
    everyVerdict(({ decision, errno, signal }) => {
      if (decision !== 'denied') expect([errno, signal]).toEqual([undefined, undefined]);
    });
  });

  test('of ways: one that passes is enough, and all must stop to stop', () => {
    everyVerdict(({ chain }) => {
      for (const { answer, ways } of chain) {
        if (ways === undefined) continue;
        const answers = ways.map((way) => way.answer);
        const expected = answers.includes('passes')
          ? 'passes'
          : answers.includes('cannot-tell')
            ? 'cannot-tell'
            : 'stops';
        expect(answer).toBe(expected);
      }
    });
  });

  test('begins with the chain of the start', () => {
    fc.assert(
      fc.property(anyPod, (pod) => {
        const analysis = analysed(pod);
        const start = verdictOn(analysis, { id: 'start', parameters: {} });
        if (start === null) throw new Error('A pod that is written starts or does not.');
        for (const verdict of everyVerdictOn(analysis)) {
          const kinds = verdict.chain.slice(0, start.chain.length).map((step) => step.requirement.kind);
          expect(kinds).toEqual(start.chain.map((step) => step.requirement.kind));
          if (start.decision === 'denied') expect([verdict.decision, verdict.started]).toEqual(['denied', false]);
        }
      }),
    );
  });
});

test('every operation has something to be tried on', () => {
  const asked = everyVerdictOn(analysed(pod(withData))).map((verdict) => verdict.operation);
  expect(everyCall.filter((call) => !asked.includes(call))).toEqual([]);
});
