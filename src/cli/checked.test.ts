/** What one file comes to, graded or not, as each format tells it. */
import { describe, expect, test } from 'vitest';
import { podText } from '../../tests/support/pods.ts';
import { textOf } from '../../tests/support/files.ts';
import { defaultWorld, plainPaper } from '../checker/index.ts';
import { checkOutput } from './check-output.ts';
import { checkFile, isClean, type Question } from './checked.ts';
import { explainText } from './explain.ts';
import { jsonEntries } from './json.ts';
import { readOperations } from './operations.ts';
import { readOpenLab } from './read-lab.ts';
import { sarifLog } from './sarif.ts';
import { fileText } from './text.ts';

const lab = await readOpenLab('who-am-i');
const solution = textOf('labs/who-am-i/solutions/uid-1000.yaml');
const sourceOf = (text: string) => ({ file: 'pod.yaml', text, language: 'kubernetes' }) as const;
const checked = (text: string, question: Partial<Question> = {}) =>
  checkFile(sourceOf(text), { world: defaultWorld, lab: null, operations: [], podSecurity: null, ...question });

describe('a lab whose criteria are met', () => {
  test.each([
    ['grade/field-changed', 'image: billing-api:3.2', 'image: other:1'],
    ['grade/wider-host-namespaces', 'spec:', 'spec:\n  hostNetwork: true'],
  ])('has a result with its line for what else keeps it unsolved: %s', (ruleId, from, to) => {
    const text = solution.replace(from, to);
    const file = checked(text, { lab });
    const startLine = text.split('\n').findIndex((line) => line.includes(to.split('\n').at(-1)!)) + 1;
    const locations = [{ physicalLocation: { region: { startLine } } }];
    expect(sarifLog([file])).toMatchObject({ runs: [{ results: [{ ruleId, level: 'error', locations }] }] });
    expect(isClean(file)).toBe(false);
  });

  test('is clean until its text is warned about', () => {
    const dropped = (name: string) => `securityContext: {capabilities: {drop: [${name}]}}\n      image:`;
    const [solved, warned] = ['SYS_TIME', 'SYS_TIM'].map((name) =>
      checked(solution.replace('image:', dropped(name)), { lab }),
    );
    expect([solved, warned].map((file) => file?.graded?.report.grade.status)).toEqual(['solved', 'solved']);
    expect([solved, warned].map((file) => isClean(file!))).toEqual([true, false]);
  });
});

test('a text without a document has an entry with what is said of it', () => {
  const [entry, ...more] = checkOutput.parse(jsonEntries(checked('# nothing\n')));
  expect(entry).toMatchObject({ file: 'pod.yaml', kind: null, name: null, status: 'not-a-workload', grade: null });
  expect(entry?.diagnostics.map(({ code, line }) => [code, line])).toEqual([['yaml/no-document', 1]]);
  expect(more).toEqual([]);
});

describe('an operation that the world has no object for', () => {
  const operations = readOperations('read-path:path=/none:volume=gone,raw-socket');
  const file = checked(podText({}), { operations });

  test('is told in the text', () => {
    expect(fileText(file, plainPaper).split('\n')).toContain(
      '    read-path:path=/none:volume=gone: nothing to try it on',
    );
  });

  test('has an empty row in the table', () => {
    const told = explainText(sourceOf(podText({})), { world: defaultWorld, operations, paper: plainPaper });
    expect(told).toMatch(/^ {2}read \/none +nothing to try it on$/m);
  });

  test('is left out of the JSON', () => {
    expect(jsonEntries(file).flatMap((entry) => entry.operations.map(({ id }) => id))).toEqual(['raw-socket']);
  });
});
