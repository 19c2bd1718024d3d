/** The states of a text between two keys: which are judged, and which leave the last verdict where it is. */
import { describe, expect, test } from 'vitest';
import { check, openLab } from '../../src/checker/index.ts';
import { sampleLab } from '../support/sample-lab.ts';
import { sourceFrom } from '../support/pods.ts';

const lab = openLab(sampleLab);
const start = sampleLab.start[0]?.text ?? '';

/** Lines of a security context, put into the container of the lab's start. */
const typed = (lines: readonly string[]): string =>
  start.replace(/^ {4}- name: app$/m, ['$&', ...lines.map((line) => `      ${line}`)].join('\n'));

const held: readonly (readonly string[])[] = [
  ['sec'],
  ['securityContext'],
  ['securityContext:', '  runAs'],
  ['securityContext:', '  runAsNonRoot:t'],
  ['securityContext:', '  runAsNonRoot: t'],
  ['securityContext:', '  runAsNonRoot: tru'],
  ['securityContext:', '  runAsUser: 1000', '  priv'],
  ['securityContext:', '  capabilities:', '    dr'],
  ['securityContext:', '  capabilities:', '    drop: ['],
  ['securityContext:', '  capabilities:', '    drop: [ALL'],
  ['securityContext:', '  capabilities:', '    drop:', '      - "NET_'],
  ['securityContext:', '  seccompProfile: {'],
];

const judged: readonly (readonly [lines: readonly string[], codes: readonly string[]])[] = [
  [['securityContext:'], []],
  [['securityContext:', '  runAsNonRoot:'], []],
  [['securityContext:', '  runAsUser: 1'], []],
  [['securityContext:', '  capabilities:', '    drop:'], []],
  [['securityContext:', '  capabilities:', '    drop:', '      - NET_'], ['capabilities/unknown-name']],
  [['securityContext:', '  capabilities:', '    drop:', '      -NET_RAW'], ['schema/wrong-type']],
  [['securityContext:', '  runAs:'], ['schema/unknown-field']],
  [['securityContext:', '  seccompProfile:', '    type: Runt'], ['admission/unsupported-value']],
];

describe('while a line is being written', () => {
  test.each(held.map((lines) => [lines.join('\n'), lines] as const))('%j is held', (_, lines) => {
    const text = typed(lines);
    const { analysis, grade } = check([sourceFrom(text)], lab);
    expect(grade.status).toBe('blocked');
    expect(analysis.diagnostics).toHaveLength(1);
    // The command line refuses it all the same.
    expect(['unparsable', 'rejected']).toContain(analysis.documents[0]?.status);
    expect(analysis.diagnostics[0]?.severity).toBe('error');
  });

  test.each(judged.map(([lines, codes]) => [lines.join('\n'), lines, codes] as const))(
    '%j is judged',
    (_, lines, codes) => {
      const { analysis, grade } = check([sourceFrom(typed(lines))], lab);
      expect(analysis.diagnostics.map(({ code }) => code)).toEqual(codes);
      expect(grade.status).not.toBe('blocked');
    },
  );
});

test('one document that is not written yet holds all of them', () => {
  const other = start.replace('name: sample', 'name: other').replace('spec:', 'spec:\n  hostUsers: fal');
  expect(check([sourceFrom(`${start}---\n${other}`)], lab).grade.status).toBe('blocked');
});

test('nothing is missed around a line that is not finished', () => {
  const { analysis } = check([sourceFrom('apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - na\n')], lab);
  expect(analysis.diagnostics.map(({ code }) => code)).toEqual(['schema/half-written-field']);
});
