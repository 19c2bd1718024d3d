import { describe, expect, test } from 'vitest';
import { sampleLab } from '../../../tests/support/sample-lab.ts';
import { check, openLab } from '../../checker/index.ts';
import { after } from './after.ts';
import { openedOn, type WorkspaceState } from './workspace-state.ts';
import { announcementOf, dimmedBecause, minuteOf, offerOf, savingOf, secondOf, solvedOf, summaryOf } from './words.ts';

const lab = openLab(sampleLab);
const file = sampleLab.start[0]?.file ?? '';
const start = sampleLab.start[0]?.text ?? '';
const solution = start.replace(/^( *)- name: app$/m, '$&\n      securityContext:\n        runAsUser: 1000');

function read(state: WorkspaceState, text: string): WorkspaceState {
  const report = check([{ file, text, language: 'kubernetes' }], lab);
  return after(after(state, { did: 'type', text }), { did: 'check', text, report, at: 0 });
}

const opened = read(openedOn(start), start);

describe('the verdict, said aloud', () => {
  test('how much is as wanted, and what is not', () => {
    expect(announcementOf(opened)).toBe('1 of 3 as wanted. Two attacks get through.');
  });

  test('solved', () => {
    expect(announcementOf(read(opened, solution))).toBe('Solved. 3 of 3 as wanted.');
  });

  test('a pod that does not start', () => {
    const refused = solution.replace('runAsUser: 1000', 'runAsNonRoot: true');
    expect(announcementOf(read(opened, refused))).toBe(
      '0 of 3 as wanted. This pod does not start, so nothing was tried.',
    );
  });

  test('a file that is only hidden', () => {
    const { report } = opened;
    if (report === null) throw new Error('no report');
    const outcomes = report.grade.outcomes.map((outcome) => ({ ...outcome, status: 'absent' as const }));
    expect(summaryOf({ ...report, grade: { ...report.grade, outcomes } })).toMatch(/^A hidden file does not count/);
  });

  test('a container by another name', () => {
    const { report } = read(opened, solution.replace('name: app', 'name: other'));
    if (report === null) throw new Error('no report');
    expect(summaryOf(report)).toBe('Three rows have nothing to be tried on, so they do not count.');
  });

  test('all rows as wanted and a wider pod', () => {
    const wider = solution.replace('        runAsUser: 1000', '$&\n        privileged: true');
    const { report } = read(opened, wider);
    if (report === null) throw new Error('no report');
    expect(report.grade.widened).not.toEqual([]);
    expect(summaryOf(report)).toBe('Every row is as wanted, but the pod may do more than the one it began as.');
  });

  test('all rows as wanted and yet another pod', () => {
    const { report } = read(opened, solution.replace('image: registry.example/app:1', 'image: registry.example/app:2'));
    if (report === null) throw new Error('no report');
    expect(summaryOf(report)).toBe('Every row is as wanted, but the pod is not the pod of this lab any more.');
  });
});

describe('why a verdict is dimmed', () => {
  test('it is not, for a text that was judged', () => {
    expect(dimmedBecause(opened)).toBeNull();
  });

  test('a line that is half written is named', () => {
    const half = solution.replace('runAsUser: 1000', '$&\n        runAs');
    const line = half.split('\n').findIndex((each) => each.endsWith('runAs')) + 1;
    expect(dimmedBecause(read(opened, half))).toBe(`Line ${line} is half written. The last verdict stays, dimmed.`);
  });

  test('a text that is wrong in itself is told by what is wrong', () => {
    const reads = dimmedBecause(read(opened, 'a: &a [*a]\n'));
    expect(reads).toMatch(/^Line 1: .+\. The last verdict stays, dimmed\.$/);
    expect(reads).not.toContain('half written');
  });

  test.each([
    ['too-long', /131,072 characters.*Nothing of it is lost/],
    ['checker-stopped', /Your text is safe/],
  ] as const)('%s', (because, said) => {
    expect(dimmedBecause({ ...opened, reading: { is: because } })).toMatch(said);
  });
});

test.each([
  ['saved', /^Saved in this browser, \d\d:\d\d$/],
  ['blocked', /^This browser does not let us save\. .*copy it/],
  ['full', /^The storage of this browser is full\. .*copy it/],
] as const)('a text that is %s', (result, said) => {
  expect(savingOf({ result, at: 0 }, 0)).toMatch(said);
  expect(savingOf(null, 0)).toBe('');
});

describe('a time', () => {
  const at = new Date(2026, 10, 25, 14, 2, 31).getTime();
  const later = new Date(2026, 10, 28, 14, 2, 31).getTime();

  test.each([
    [minuteOf({ at, now: at }), '14:02'],
    [minuteOf({ at, now: later }), '25 November, 14:02'],
    [secondOf({ at, now: at }), '14:02:31'],
    [secondOf({ at, now: later }), '25 November, 14:02:31'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });
});

test.each([
  ['reset', 'Back to the start. Your text is kept.', 'Undo'],
  ['early', 'Your saved text came after your keys. It is kept.', 'Bring it back'],
  ['exchange', 'The text was exchanged. Yours is kept.', 'Undo'],
  ['other-tab', 'Another tab has a newer text of this lab, saved', 'Take it over'],
] as const)('what is offered after %s', (because, says, takes) => {
  const offer = offerOf({ text: '', savedAt: 0, because }, 0);
  expect(offer.says).toContain(says);
  expect(offer.takes).toBe(takes);
});

test.each([
  [0, 'No hint used.'],
  [1, 'One hint used.'],
  [3, 'Three hints used.'],
])('%i rungs', (rungs, said) => {
  expect(solvedOf({ solved: { at: 0, rungs }, hints: {} })).toBe(said);
});
