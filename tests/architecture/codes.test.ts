import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { analyse, decide, operationIds, type Source, type Step } from '../../src/checker/index.ts';
import { everyCall } from '../support/calls.ts';
import { filesIn, repository, textOf } from '../support/files.ts';
import { world } from '../support/verdicts.ts';

interface Sentences {
  readonly folder: string;
  readonly codes: readonly string[];
}

/** Every `messages.ts` with the codes it has sentences for. */
const all: readonly Sentences[] = await Promise.all(
  filesIn('src/checker', 'messages.ts').map(async (path): Promise<Sentences> => {
    const exported = (await import(join(repository, path))) as Record<string, unknown>;
    const maps = Object.entries(exported).filter(([name]) => name.endsWith('Messages'));
    return { folder: dirname(path), codes: maps.flatMap(([, map]) => Object.keys(map as object)) };
  }),
);
const codes = all.flatMap((each) => each.codes);

const isTest = (path: string): boolean => path.endsWith('.test.ts');
const read = (path: string) => ({ path, text: textOf(path) });
const sources = filesIn('src/checker', '.ts').map(read);
const tests = [...sources.filter(({ path }) => isTest(path)), ...filesIn('tests', '.ts').map(read)];

/** The codes that stand behind the verdicts on the recorded pods, which the kernel has confirmed, and on those of the labs. */
function codesInVerdicts(): ReadonlySet<string> {
  const seen = new Set<string>();
  const note = (step: Step): void => {
    seen.add(step.reason.code);
    step.ways?.forEach(note);
  };
  for (const path of [...filesIn('tests/conformance/pods', '.yaml'), ...filesIn('labs', '.yaml')]) {
    const source: Source = { file: path, text: textOf(path), language: 'kubernetes' };
    const analysis = analyse([source], world);
    analysis.documents.forEach(({ containers }, document) => {
      for (const { name: container } of containers)
        for (const call of everyCall) decide(analysis, { document, container }, call)?.chain.forEach(note);
    });
  }
  return seen;
}

describe('every code', () => {
  test('has its sentence in one place', () => {
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(codes.length).toBeGreaterThan(operationIds.length);
  });

  test('is `area/slug`', () => {
    expect(codes.filter((code) => !/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
  });

  test('is raised by the checker, in full or by its beginning', () => {
    const raising = sources
      .filter(({ path }) => !isTest(path) && !path.endsWith('messages.ts'))
      .map(({ text }) => text);
    const beginnings = raising.flatMap((text) =>
      [...text.matchAll(/`([a-z-]+\/[a-z0-9-]*)\$\{/g)].map(([, start]) => start ?? ''),
    );
    const isRaised = (code: string): boolean =>
      raising.some((text) => text.includes(`'${code}'`)) || beginnings.some((start) => code.startsWith(start));
    expect(codes.filter((code) => !isRaised(code))).toEqual([]);
  });

  test('is behind a verdict on a recorded pod or a lab, or is named by a test', () => {
    const seen = codesInVerdicts();
    expect(codes.filter((code) => !seen.has(code) && !tests.some(({ text }) => text.includes(code)))).toEqual([]);
  });
});
