import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { analyse, check, decide, openLab } from '../../src/checker/index.ts';
import { sampleLab } from '../support/sample-lab.ts';
import { anyPod, sourceFrom, sourceOf } from '../support/pods.ts';
import { everySubstance, world } from '../support/verdicts.ts';

const lab = openLab(sampleLab);

/** A pod's text with a piece cut out, doubled or replaced: what stands in an editor while somebody types. */
const halfTyped = fc
  .record({
    pod: anyPod,
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(40),
    put: fc.string({ maxLength: 12 }),
  })
  .map(({ pod, from, cut, put }) => {
    const text = stringify(pod);
    const at = Math.floor(from * text.length);
    return text.slice(0, at) + put + text.slice(at + cut);
  });

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 400 }), halfTyped);

describe('the checker answers', () => {
  test('whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const report = check([sourceFrom(text)], lab);
        expect(['solved', 'in-progress', 'blocked']).toContain(report.grade.status);
      }),
      { numRuns: 300 },
    );
  });

  test('every question about whatever pod', () => {
    fc.assert(fc.property(anyPod, (pod) => void everySubstance(analyse([sourceOf(pod)], world))));
  });

  // Names that every object has, as names of containers and volumes: tables of the world are asked by them.
  test.each(['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'])(
    'every question about %s',
    (name) => {
      const text = `apiVersion: v1
kind: Pod
metadata: { name: ${name} }
spec:
  containers:
    - name: ${name}
      image: a
      volumeMounts: [{ name: ${name}, mountPath: /data }]
    - name: other
      image: a
  volumes: [{ name: ${name}, emptyDir: {} }]
`;
      const analysis = analyse([sourceFrom(text)], world);
      everySubstance(analysis);
      for (const id of ['chown-foreign-file', 'write-path']) {
        const call = { id, parameters: { volume: name, path: '/data/x' } };
        expect(decide(analysis, { document: 0, container: name }, call)?.chain).not.toEqual([]);
      }
      expect(check([sourceFrom(text)], lab).grade.status).not.toBe('solved');
    },
  );

  test('the same to the same text', () => {
    fc.assert(
      fc.property(halfTyped, (text) => {
        expect(check([sourceFrom(text)], lab)).toEqual(check([sourceFrom(text)], lab));
      }),
    );
  });

  test('the same with an earlier analysis to build on', () => {
    fc.assert(
      fc.property(halfTyped, halfTyped, fc.boolean(), (before, after, isAlone) => {
        const text = isAlone ? after : `${before}\n---\n${after}`;
        const previous = analyse([sourceFrom(before)], world);
        expect(analyse([sourceFrom(text)], world, previous)).toEqual(analyse([sourceFrom(text)], world));
      }),
    );
  });

  test('in data that can be sent and stored', () => {
    fc.assert(
      fc.property(anyPod, (pod) => {
        const report = check([sourceOf(pod)], lab);
        expect(structuredClone(report)).toEqual(report);
      }),
    );
  });
});
