import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { analyse, type Analysis } from '../../src/checker/index.ts';
import { anyPod, deploymentOf, pod, sharedContext, sourceFrom, type Plain } from '../support/pods.ts';
import { analysed, everySubstance, world } from '../support/verdicts.ts';

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, shuffled(inner)]),
  );
}

const fromText = (text: string): Analysis => analyse([sourceFrom(text)], world);

describe('the verdicts stay', () => {
  test('whatever the order of the keys', () => {
    fc.assert(
      fc.property(anyPod, (written) => {
        expect(everySubstance(analysed(shuffled(written) as Plain))).toEqual(everySubstance(analysed(written)));
      }),
    );
  });

  test('whatever source of a volume is written first', () => {
    const sources = {
      emptyDir: {},
      hostPath: { path: '/' },
      configMap: { name: 'a' },
      nfs: { server: 'a', path: '/' },
    };
    fc.assert(
      fc.property(fc.subarray(Object.entries(sources)), (chosen) => {
        const volume = { name: 'data', ...Object.fromEntries(chosen) };
        const container = { volumeMounts: [{ name: 'data', mountPath: '/data' }] };
        const written = pod({ spec: { volumes: [volume] }, container });
        expect(everySubstance(analysed(shuffled(written) as Plain))).toEqual(everySubstance(analysed(written)));
      }),
    );
  });

  test('whatever comments stand between the lines', () => {
    fc.assert(
      fc.property(
        anyPod,
        fc.string({ maxLength: 20 }).filter((text) => /^[ -~]*$/.test(text)),
        (written, comment) => {
          const plain = stringify(written);
          const commented = plain.replaceAll('\n', () => `\n# ${comment}\n`);
          expect(everySubstance(fromText(commented))).toEqual(everySubstance(fromText(plain)));
        },
      ),
    );
  });

  test('in block style, in flow style and as JSON', () => {
    fc.assert(
      fc.property(anyPod, (written) => {
        const block = everySubstance(analysed(written));
        expect(everySubstance(fromText(stringify(written, { collectionStyle: 'flow' })))).toEqual(block);
        expect(everySubstance(fromText(JSON.stringify(written)))).toEqual(block);
      }),
    );
  });

  test('inside a Deployment', () => {
    fc.assert(
      fc.property(anyPod, (written) => {
        expect(everySubstance(analysed(deploymentOf(written)))).toEqual(everySubstance(analysed(written)));
      }),
    );
  });
});

describe('fields of both levels', () => {
  test('mean the same on the pod as on its only container', () => {
    // A pod-level runAsGroup without runAsUser makes no sandbox; it has its own test beside the primitive.
    const settled = sharedContext.filter(
      (context) => context['runAsGroup'] === undefined || context['runAsUser'] !== undefined,
    );
    fc.assert(
      fc.property(settled, (context) => {
        const onThePod = everySubstance(analysed(pod({ podContext: context })));
        expect(everySubstance(analysed(pod({ context })))).toEqual(onThePod);
      }),
    );
  });

  test("a container's own value beats the pod's", () => {
    fc.assert(
      fc.property(sharedContext, sharedContext, (outer, inner) => {
        const { runAsGroup, ...above } = outer;
        const below = { ...outer, ...inner };
        const both = everySubstance(analysed(pod({ podContext: above, context: below })));
        expect(both).toEqual(everySubstance(analysed(pod({ context: below }))));
      }),
    );
  });
});
