import { describe, expect, test } from 'vitest';
import { annotate, plainYaml } from '../../../tests/support/annotated-yaml.ts';
import { podText } from '../../../tests/support/pods.ts';
import { defaultWorld } from '../facts/default-world.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { parseDocuments } from '../parse/documents.ts';
import { schemaMessages } from './messages.ts';
import { readPod } from './read-pod.ts';

function findingsIn(text: string): readonly Diagnostic[] {
  const [document] = parseDocuments({ file: 'pod.yaml', text }).documents;
  if (document === undefined) throw new Error('the text of this test is not YAML');
  return readPod(document, defaultWorld).diagnostics;
}

const inContext = (lines: string): string => podText({ container: `    securityContext:\n${lines}` });

describe('what is still being written is told from what is wrong:', () => {
  test.each([
    ['a first field', inContext('      runAs\n#     ^^^^^ schema/half-written-field\n')],
    ['a whole name', inContext('      runAsUser # who\n#     ^^^^^^^^^ schema/half-written-field\n')],
    ['a name and a value', inContext('      runAsUser 1000\n#     ^^^^^^^^^^^^^^ schema/half-written-field\n')],
    ['no blank behind a colon', inContext('      privileged:true\n#     ^^^^^^^^^^^^^^^ schema/half-written-field\n')],
    ['two names', inContext('      runAsUser\n#     ^^^^^^^^^ schema/half-written-field\n      privileged\n')],
    ['a second level', inContext('      capabilities:\n        dr\n#       ^^ schema/half-written-field\n')],
    ['a label', 'apiVersion: v1\nkind: Pod\nmetadata:\n  labels:\n    app\n#   ^^^ schema/half-written-field\n'],
    ['an item', podText({ container: '    volumeMounts:\n    - na\n#     ^^ schema/half-written-field\n' })],
    [
      'the beginning of `true`',
      inContext('      privileged: tr\n#                 ^^ schema/half-written-value -> true\n'),
    ],
    [
      'the beginning of `False`',
      inContext('      privileged: Fals\n#                 ^^^^ schema/half-written-value -> false\n'),
    ],
    ['text in quotes', inContext('      privileged: "tr"\n#                 ^^^^ schema/wrong-type\n')],
    ['another word', inContext('      privileged: truth\n#                 ^^^^^ schema/wrong-type\n')],
    ['a word where a number is due', inContext('      runAsUser: t\n#                ^ schema/wrong-type\n')],
    ['a value', podText({ container: '    securityContext: none\n#                    ^^^^ schema/wrong-type\n' })],
    ['a quoted word', inContext('      "runAs"\n#     ^^^^^^^ schema/wrong-type\n')],
    ['a number', inContext('      1000\n#     ^^^^ schema/wrong-type\n')],
    [
      'items in brackets',
      podText({ container: '    volumeMounts: [data]\n#                  ^^^^ schema/wrong-type\n' }),
    ],
    [
      'a word where a list is due',
      inContext('      capabilities:\n        drop:\n          ALL\n#         ^^^ schema/wrong-type -> [ALL]\n'),
    ],
  ])('%s', (_, annotated) => {
    const text = plainYaml(annotated);
    expect(annotate(text, findingsIn(text))).toBe(annotated);
  });

  test('an alias of a word is what it stands for', () => {
    const text = podText({ container: '    securityContext: *word\n' }).replace('name: app', 'name: &word app');
    expect(findingsIn(text).map(({ code }) => code)).toEqual(['schema/wrong-type']);
  });
});

test.each([
  ['runAs', 'A colon is missing after `runAs`. It may become `runAsGroup` or `runAsNonRoot` or `runAsUser`.'],
  ['RunAsN', 'A colon is missing after `RunAsN`. It may become `runAsNonRoot`.'],
  ['privleged', 'A colon is missing after `privleged`. It may become `privileged`.'],
  ['privileged', 'A colon is missing after `privileged`.'],
  ['privileged:true', 'A space is missing after `privileged:`.'],
  ['r', 'A colon is missing after `r`.'],
  ['xyz', 'A colon is missing after `xyz`.'],
])('%j says: %s', (typed, says) => {
  const [found] = findingsIn(inContext(`      ${typed}\n`));
  const facts = found?.facts as Parameters<(typeof schemaMessages)['schema/half-written-field']>[0]['facts'];
  expect(schemaMessages['schema/half-written-field']({ facts, decidedBy: '' }).what).toBe(says);
});

describe('a document without a kind', () => {
  test.each([
    ['securityContext:\n  capabilities:\n    drop: [ALL]\n', ['spec.containers[0]']],
    ['securityContext:\n  runAsNonRoot: true\n', ['spec', 'spec.containers[0]']],
    ['securityContext:\n  sysctls: []\n', ['spec']],
    ['name: app\nimage: x\n', ['spec.containers[0]']],
    ['hostUsers: false\ncontainers: []\n', ['spec']],
    ['capabilities: {drop: [ALL]}\nprivileged: false\n', ['spec.containers[0].securityContext']],
    ['drop: [ALL]\n', ['spec.containers[0].securityContext.capabilities']],
    ['fsGroup: 1\n', ['spec.securityContext']],
  ])('is a part of a pod: %j', (text, homes) => {
    expect(findingsIn(text).map(({ code, facts, span }) => [code, facts['homes'], span.start])).toEqual([
      ['schema/part-of-a-pod', homes, 0],
    ]);
  });

  test.each(['{}', 'metadata: {name: a}\n', 'spec: {hostUsers: false}\n', 'hostUsers: false\nnoField: 1\n', 'kind:\n'])(
    'says nothing of the kind: %j',
    (text) => {
      expect(findingsIn(text).map(({ code }) => code)).toEqual(['schema/no-kind']);
    },
  );
});
