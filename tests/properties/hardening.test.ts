import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capabilities, type Analysis, type Capability, type EffectiveContainer } from '../../src/checker/index.ts';
import { startsOf } from '../../src/checker/kernel/start.ts';
import { everyNarrowingCall } from '../support/calls.ts';
import { anyPod } from '../support/pods.ts';
import { analysed, verdictOn } from '../support/verdicts.ts';

type Hardening = (container: EffectiveContainer) => EffectiveContainer;

/**
 * The law holds for effective containers: a field may harden one thing and let go of another on its way there. Whether they start
 * is asked anew.
 */
function hardenedBy(analysis: Analysis, harden: Hardening): Analysis {
  const documents = analysis.documents.map((document) => {
    const containers = document.containers.map(harden);
    return { ...document, containers, starts: startsOf(containers, analysis.world) };
  });
  return { ...analysis, documents };
}

function withoutCapability(gone: Capability) {
  const keep = (set: readonly Capability[]): readonly Capability[] => set.filter((capability) => capability !== gone);
  return (container: EffectiveContainer): EffectiveContainer => ({
    ...container,
    capabilities: {
      ...container.capabilities,
      bounding: keep(container.capabilities.bounding),
      permitted: keep(container.capabilities.permitted),
      effectiveSet: keep(container.capabilities.effectiveSet),
      inheritable: keep(container.capabilities.inheritable),
      ambient: keep(container.capabilities.ambient),
      reachable: keep(container.capabilities.reachable),
    },
  });
}

function withFilter(container: EffectiveContainer): EffectiveContainer {
  if (container.seccomp.value.kind !== 'none') return container;
  return { ...container, seccomp: { ...container.seccomp, value: { kind: 'runtime-default' } } };
}

function withNoNewPrivs(container: EffectiveContainer): EffectiveContainer {
  return {
    ...container,
    noNewPrivs: { ...container.noNewPrivs, value: true },
    capabilities: { ...container.capabilities, reachable: container.capabilities.permitted },
  };
}

function withNonRootRequired(container: EffectiveContainer): EffectiveContainer {
  return {
    ...container,
    user: { ...container.user, nonRootRequired: { ...container.user.nonRootRequired, value: true } },
  };
}

function neverOpens(harden: fc.Arbitrary<Hardening>): void {
  fc.assert(
    fc.property(anyPod, harden, (pod, change) => {
      const before = analysed(pod);
      const after = hardenedBy(before, change);
      for (const call of everyNarrowingCall) {
        if (verdictOn(before, call)?.decision !== 'denied') continue;
        expect(verdictOn(after, call)?.decision, call.id).not.toBe('allowed');
      }
    }),
    { numRuns: 200 },
  );
}

describe('nothing that was denied becomes allowed', () => {
  test('by taking a capability away', () => neverOpens(fc.constantFrom(...capabilities).map(withoutCapability)));
  test('by adding a seccomp filter', () => neverOpens(fc.constant(withFilter)));
  test('by setting no_new_privs', () => neverOpens(fc.constant(withNoNewPrivs)));
  test('by requiring a user that is not root', () => neverOpens(fc.constant(withNonRootRequired)));
});
