import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { analyse, type Origin, type Span, type Step } from '../../src/checker/index.ts';
import { anyPod, sourceFrom } from '../support/pods.ts';
import { everyVerdictOn, world } from '../support/verdicts.ts';

function* originsOf(steps: readonly Step[]): Generator<Origin> {
  for (const step of steps) {
    // The API server has words of its own for a place (`spec.HostPID`), and points at values.
    if (step.requirement.kind !== 'admitted') yield* step.reason.origins;
    yield* originsOf(step.ways ?? []);
  }
}

function liesIn(text: string, span: Span): boolean {
  return span.file === 'pod.yaml' && 0 <= span.start && span.start <= span.end && span.end <= text.length;
}

/** The last name of a path: `runAsUser` of `spec.securityContext.runAsUser`, `drop` of `….capabilities.drop[2]`. */
function fieldOf(path: string): string {
  return /([^.[\]]+)(?:\[\d+\])*$/.exec(path)?.[1] ?? '';
}

describe('every place that is named', () => {
  test('lies in the text, and covers the field it speaks of', () => {
    fc.assert(
      fc.property(anyPod, (pod) => {
        const text = stringify(pod);
        const analysis = analyse([sourceFrom(text)], world);
        for (const verdict of everyVerdictOn(analysis)) {
          for (const origin of originsOf(verdict.chain)) {
            if (!('span' in origin)) continue;
            const path = origin.from === 'implied' ? origin.by : origin.path;
            expect(liesIn(text, origin.span), path).toBe(true);
            if (!path.endsWith(']')) expect(text.slice(origin.span.start, origin.span.end)).toContain(fieldOf(path));
          }
        }
      }),
    );
  });

  test('by a finding lies in the text', () => {
    fc.assert(
      fc.property(anyPod, fc.nat(400), fc.string({ maxLength: 8 }), (pod, at, put) => {
        const whole = stringify(pod);
        const text = whole.slice(0, at) + put + whole.slice(at);
        for (const { code, span, related } of analyse([sourceFrom(text)], world).diagnostics) {
          for (const place of [span, ...related.map((each) => each.span)]) expect(liesIn(text, place), code).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
