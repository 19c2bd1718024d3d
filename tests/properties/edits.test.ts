import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { expect, test } from 'vitest';
import { analyse, type Diagnostic } from '../../src/checker/index.ts';
import { anyPod, sourceFrom } from '../support/pods.ts';
import { world } from '../support/verdicts.ts';

/** Slips of the pen in names that a pod may hold. */
const slips: readonly (readonly [string, string])[] = [
  ['runAsUser', 'runAsuser'],
  ['runAsNonRoot', 'runAsNonroot'],
  ['allowPrivilegeEscalation', 'allowPriviledgeEscalation'],
  ['capabilities', 'capabilites'],
  ['securityContext', 'securitycontext'],
  ['volumeMounts', 'volumeMount'],
  ['seccompProfile', 'secompProfile'],
];

const findingsIn = (text: string): readonly Diagnostic[] => analyse([sourceFrom(text)], world).diagnostics;

test('applying the edit of a finding removes that finding', () => {
  let applied = 0;
  fc.assert(
    fc.property(anyPod, fc.constantFrom(...slips), (pod, [right, wrong]) => {
      const text = stringify(pod).replaceAll(`${right}:`, `${wrong}:`);
      const findings = findingsIn(text);
      for (const { code, span, edit } of findings) {
        if (edit === undefined) continue;
        const repaired = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
        const sameCode = (list: readonly Diagnostic[]): number => list.filter((each) => each.code === code).length;
        expect(sameCode(findingsIn(repaired)), `${code} at ${span.start}`).toBe(sameCode(findings) - 1);
        applied += 1;
      }
    }),
    { numRuns: 300 },
  );
  expect(applied).toBeGreaterThan(100);
});
