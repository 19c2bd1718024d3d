import { expect, test } from 'vitest';
import { sampleLab } from '../../../tests/support/sample-lab.ts';
import { check, openLab, type Diagnostic, type Report, type Severity } from '../../checker/index.ts';
import { criterionAt, decidingLines, litLines, marksOf, squigglesOf } from './line-marks.ts';
import { after } from './after.ts';
import { openedOn, type WorkspaceState } from './workspace-state.ts';

const lab = openLab(sampleLab);
const start = sampleLab.start[0]?.text ?? '';

function reportOn(text: string): Report {
  return check([{ file: sampleLab.start[0]?.file ?? '', text, language: 'kubernetes' }], lab);
}

/** The start with a security context of its one container. */
function withContext(...lines: readonly string[]): string {
  const written = ['      securityContext:', ...lines.map((line) => `        ${line}`)].join('\n');
  return start.replace(/^( *)- name: app$/m, `$&\n${written}`);
}

function lineOf(text: string, words: string): number {
  return text.split('\n').findIndex((line) => line.includes(words)) + 1;
}

const asUser = withContext('runAsUser: 1000');
const added = withContext('runAsUser: 0', 'capabilities:', '  drop: [ALL]', '  add: [NET_RAW]');

test('the line that stops attacks says how many', () => {
  const mark = { line: lineOf(asUser, 'runAsUser'), fate: 'denied', tone: 'wanted', note: 'stops 2 attacks' };
  expect(marksOf(reportOn(asUser))).toContainEqual(mark);
});

test('the line that lets one through says so', () => {
  const mark = { line: lineOf(added, 'add:'), fate: 'allowed', tone: 'not-wanted', note: 'lets 1 attack through' };
  expect(marksOf(reportOn(added))).toContainEqual(mark);
});

test('a default decides no line, so the start has no mark', () => {
  expect(marksOf(reportOn(start))).toEqual([]);
});

test('a line keeps the pod from starting', () => {
  const text = withContext('runAsNonRoot: true');
  expect(marksOf(reportOn(text))).toEqual([
    { line: lineOf(text, 'runAsNonRoot'), fate: 'denied', tone: 'open', note: 'keeps the pod from starting' },
  ]);
});

test('a line that only hides a file says so', () => {
  const report = reportOn(asUser);
  const outcomes = report.grade.outcomes.map((outcome) => ({ ...outcome, status: 'absent' as const }));
  expect(marksOf({ ...report, grade: { ...report.grade, outcomes } })).toEqual([
    { line: lineOf(asUser, 'runAsUser'), fate: 'denied', tone: 'open', note: 'hides a file' },
  ]);
});

test('one mark a line, in the order of the lines', () => {
  const lines = marksOf(reportOn(added)).map(({ line }) => line);
  expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
});

test('a line finds the first criterion that it decided', () => {
  const report = reportOn(asUser);
  expect(criterionAt(report, lineOf(asUser, 'runAsUser'))).toBe('give-away');
  expect(criterionAt(report, 1)).toBeNull();
});

test('the open row lights the lines that its sentence names, in the colour of its seal', () => {
  const report = reportOn(asUser);
  const checked = after(openedOn(asUser), { did: 'check', text: asUser, report, at: 0 });
  const state: WorkspaceState = { ...checked, open: 'give-away' };
  const [outcome] = report.grade.outcomes;
  if (outcome === undefined) throw new Error('no outcome');
  expect([...litLines(state)]).toEqual(decidingLines(outcome, report).map((line) => [line, 'wanted']));
  expect([...litLines({ ...state, line: 3 })]).toEqual([[3, 'act']]);
  expect([...litLines({ ...state, reading: { is: 'half-written' } })]).toEqual([]);
});

test.each<[readonly Severity[], Severity]>([
  [['error', 'note'], 'error'],
  [['note', 'error'], 'error'],
  [['error', 'warning'], 'error'],
  [['note'], 'note'],
])('of %j in one line the worst is drawn', (severities, drawn) => {
  const span = { file: 'pod.yaml', start: 1, end: 2 };
  const findings = severities.map((severity) => ({ severity, span }) as unknown as Diagnostic);
  expect([...squigglesOf({ text: 'kind: Pod', findings })]).toEqual([[1, drawn]]);
});
