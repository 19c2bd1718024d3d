import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { analyse, readYaml, type Analysis, type Diagnostic } from '../../src/checker/index.ts';
import { anyPod, sourceFrom } from '../support/pods.ts';
import { world } from '../support/verdicts.ts';

const read = (text: string): Analysis => analyse([sourceFrom(text)], world);

/** Plain data as JSON knows it, with keys of all kinds. */
const anyData = fc.dictionary(
  fc.oneof(fc.string({ minLength: 1, maxLength: 8 }), fc.constantFrom('__proto__', 'constructor', 'a.b/c', 'on', '80')),
  fc.jsonValue({ maxDepth: 3 }),
);

describe('what is read', () => {
  test('is what was written, in block and in flow style', () => {
    fc.assert(
      fc.property(anyData, fc.constantFrom('block', 'flow'), (data, collectionStyle) => {
        const text = stringify(data, { version: '1.1', collectionStyle, lineWidth: 0 });
        // `stringify` leaves a key `<<` without quotes, and then it is a merge key.
        fc.pre(!text.includes('\u007f') && !text.includes('<<:') && Object.keys(data).length > 0);
        expect(JSON.stringify(readYaml('f.yaml', text).value)).toBe(JSON.stringify(data));
      }),
      { numRuns: 300 },
    );
  });

  test('has a place for each field and item', () => {
    fc.assert(
      fc.property(anyPod, (pod) => {
        const { value, places } = readYaml('f.yaml', stringify(pod));
        expect(Object.keys(places)).toHaveLength(countOf(value));
      }),
    );
  });
});

/** Answers how many fields and items there are below a value. */
function countOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, each) => sum + 1 + countOf(each), 0);
}

/** Slips in values and places; the misspelt names are in `edits.test.ts`. */
const slips: readonly (readonly [right: RegExp, wrong: string])[] = [
  [/: (true|false)$/gm, ": '$1'"],
  [/: (\d+)$/gm, ": '$1'"],
  [/- (CHOWN|NET_RAW|SYS_ADMIN)$/gm, '- CAP_$1'],
  [/- (CHOWN|NET_RAW|SYS_ADMIN)$/gm, '- $1X'],
  [/- ALL$/gm, '- all'],
  [/type: RuntimeDefault$/gm, 'type: runtimeDefault'],
  [/procMount: Default$/gm, 'procMount: default'],
  [/kind: Pod$/gm, 'kind: pod'],
  [/apiVersion: v1$/gm, 'apiVersion: apps/v1'],
];

test('an edit removes its finding and brings no other of its kind', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyPod, fc.constantFrom(...slips), (pod, [right, wrong]) => {
      const text = stringify(pod).replace(right, wrong);
      const findings = read(text).diagnostics;
      for (const { code, edit } of findings) {
        if (edit === undefined) continue;
        const repaired = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
        const ofKind = (list: readonly Diagnostic[]): number => list.filter((each) => each.code === code).length;
        expect(ofKind(read(repaired).diagnostics), `${code} in\n${text}`).toBeLessThan(ofKind(findings));
        seen.add(code);
      }
    }),
    { numRuns: 400 },
  );
  expect([...seen].sort()).toEqual([
    'admission/unsupported-value',
    'capabilities/cap-prefix',
    'capabilities/small-letters',
    'capabilities/unknown-name',
    'schema/misspelt-kind',
    'schema/wrong-api-version',
    'schema/wrong-type',
  ]);
});
