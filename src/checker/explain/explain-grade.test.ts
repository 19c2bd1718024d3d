import { expect, test } from 'vitest';
import type { Widening } from '../model/lab.ts';
import type { FrameChange } from '../model/report.ts';
import { explainFrame, explainWidened } from './explain-grade.ts';
import { codesWithSentence } from './sentences.ts';

const text = 'a: 1\nb: 2\n';
const sources = [{ file: 'pod.yaml', text, language: 'kubernetes' as const }];
const span = { file: 'pod.yaml', start: 5, end: 6 };

const changes: readonly (readonly [code: string, change: Pick<FrameChange, 'subject' | 'change'>, what: string])[] = [
  ['grade/field-changed', { subject: 'field', change: 'changed' }, 'This lab does not change `x`.'],
  ['grade/field-removed', { subject: 'field', change: 'removed' }, 'This lab does not remove `x`.'],
  ['grade/field-added', { subject: 'field', change: 'added' }, 'This lab does not add `x`.'],
  ['grade/document-removed', { subject: 'document', change: 'removed' }, '`x` is gone.'],
  ['grade/document-added', { subject: 'document', change: 'added' }, '`x` is not a part of this lab.'],
];

test.for(changes)('%s', ([code, change, what]) => {
  expect(explainFrame({ ...change, path: 'x', span: null }, sources).what).toBe(what);
  expect(codesWithSentence).toContain(code);
});

const gains: readonly (readonly [code: string, what: Widening, todo: string])[] = [
  ['grade/wider-bounding-set', 'bounding-set', 'capabilities.add'],
  ['grade/wider-no-new-privs', 'no-new-privs', 'allowPrivilegeEscalation'],
  ['grade/wider-seccomp-filter', 'seccomp-filter', 'seccompProfile'],
  ['grade/wider-apparmor-profile', 'apparmor-profile', 'appArmorProfile'],
  ['grade/wider-masked-paths', 'masked-paths', 'procMount'],
  ['grade/wider-privileged', 'privileged', 'privileged'],
  ['grade/wider-host-namespaces', 'host-namespaces', 'hostNetwork'],
  ['grade/wider-host-path', 'host-path', 'hostPath'],
  ['grade/wider-user-namespace', 'user-namespace', 'hostUsers'],
  ['grade/wider-unprivileged-port-start', 'unprivileged-port-start', 'sysctls'],
];

test.for(gains)('%s names the container, the line and the field', ([code, what, field]) => {
  const origin = { from: 'pod', path: 'b', span } as const;
  const said = explainWidened({ container: 'app', what, gained: ['one', 'two'], origin }, sources);
  expect(said.what).toContain('`app`');
  expect(said.what).toContain('(line 2)');
  expect(said.todo).toContain(`\`${field}\``);
  expect(codesWithSentence).toContain(code);
});

test('a long list of gains says how long it is', () => {
  const gained = ['CAP_A', 'CAP_B', 'CAP_C', 'CAP_D', 'CAP_E'];
  const origin = { from: 'pod', path: 'b', span } as const;
  const { what } = explainWidened({ container: 'app', what: 'bounding-set', gained, origin }, sources);
  expect(what).toContain('`CAP_A`, `CAP_B`, `CAP_C` and 2 more');
});
