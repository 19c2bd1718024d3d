import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse, decidingStep, seatOf, type Step, type Verdict } from '../../src/checker/index.ts';
import { sectionOf, type SectionView } from '../../src/components/verdict/section.ts';
import { anyPod, sourceOf } from '../support/pods.ts';
import { everyVerdictOn, world } from '../support/verdicts.ts';

/** Judges every verdict on any pod, on a node with a security module and on one without. */
function everyDrawing(judge: (section: SectionView, verdict: Verdict) => void): void {
  fc.assert(
    fc.property(anyPod, fc.boolean(), (pod, appArmor) => {
      const analysis = analyse([sourceOf(pod)], { ...world, node: { ...world.node, appArmor } });
      for (const verdict of everyVerdictOn(analysis)) judge(sectionOf(verdict, analysis.world.node), verdict);
    }),
  );
}

const ends = ({ seats }: SectionView) => seats.at(-1)?.traceOut;
const stateAt = ({ seats }: SectionView, seat: number) => seats[seat - 1]?.state;

/** The questions that the sentence of a step tells of: itself, and where all ways are shut each of them. */
function toldBy(step: Step): readonly Step[] {
  return step.answer === 'stops' && step.ways !== undefined ? step.ways.flatMap(toldBy) : [step];
}

describe('the drawing of a verdict', () => {
  test('lets the trace through if and only if the operation is allowed', () => {
    everyDrawing((section, { decision }) => expect(ends(section) === 'sure').toBe(decision === 'allowed'));
  });

  test('has a wall that held wherever the operation is denied, and none where it is allowed or open', () => {
    everyDrawing((section, { decision }) => {
      const held = section.seats.some(({ state }) => state === 'stopped' || state === 'no-such-file');
      if (decision === 'denied' || decision === 'ineffective') expect(held).toBe(true);
      if (decision === 'allowed' || decision === 'unknown') expect(held).toBe(false);
    });
  });

  test('shows every layer that its sentence tells of as asked, and as one that held where the sentence says so', () => {
    everyDrawing((section, verdict) => {
      const step = decidingStep(verdict);
      for (const { layer, answer } of step === null ? [] : toldBy(step)) {
        expect(stateAt(section, seatOf[layer])).not.toBe('not-asked');
        if (answer === 'stops') expect(['stopped', 'no-such-file']).toContain(stateAt(section, seatOf[layer]));
      }
    });
  });

  test('never says that no capability was asked beside a sentence about one', () => {
    everyDrawing((section, verdict) => {
      const step = decidingStep(verdict);
      const told = step === null ? [] : toldBy(step);
      if (told.some(({ requirement }) => /capabilit/.test(requirement.kind)))
        expect(stateAt(section, seatOf.capabilities)).not.toBe('not-asked');
    });
  });
});
