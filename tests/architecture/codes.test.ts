import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, repository, textOf } from '../support/files.ts';

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

const isTest = (path: string): boolean => path.endsWith('.test.ts');
const sources = filesIn('src/checker', '.ts').map((path) => ({ path, text: textOf(path) }));
const tests = [
  ...sources.filter(({ path }) => isTest(path)),
  ...filesIn('tests', '.ts').map((path) => ({ path, text: textOf(path) })),
];

describe('every code', () => {
  test('has its sentence in one place', () => {
    const codes = all.flatMap((each) => each.codes);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(codes.length).toBeGreaterThan(40);
  });

  test('is `area/slug`', () => {
    expect(
      all.flatMap((each) => each.codes).filter((code) => !/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(code)),
    ).toEqual([]);
  });

  test('is raised in the folder that has its sentence', () => {
    const unused = all.flatMap(({ folder, codes }) => {
      const raising = sources.filter(
        ({ path }) => path.startsWith(`${folder}/`) && !isTest(path) && !path.endsWith('messages.ts'),
      );
      return codes.filter((code) => !raising.some(({ text }) => text.includes(`'${code}'`)));
    });
    expect(unused).toEqual([]);
  });

  test('is expected by a test', () => {
    const untested = all.flatMap(({ codes }) => codes.filter((code) => !tests.some(({ text }) => text.includes(code))));
    expect(untested).toEqual([]);
  });
});
