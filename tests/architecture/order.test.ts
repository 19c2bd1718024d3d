import { extname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, textOf } from '../support/files.ts';

const code = ['.ts', '.tsx', '.mjs', '.astro', '.css', '.c', '.h'];
const written = filesIn('.').filter((path) => code.includes(extname(path)) && !path.includes('.generated.'));
const head = (path: string): string => textOf(path).slice(0, 1200);

describe('files', () => {
  test('are short, or are tables, or say why they are long', () => {
    const tables = [
      'src/checker/facts/',
      'src/checker/schema/security-fields.ts',
      'src/checker/schema/capability-help.ts',
    ];
    const isTable = (path: string): boolean =>
      path.endsWith('.test.ts') || tables.some((table) => path.startsWith(table));
    const long = written.filter((path) => !isTable(path) && textOf(path).split('\n').length > 300);
    expect(long.filter((path) => !/\bLong because\b/.test(head(path)))).toEqual([]);
  });

  test('have no home called utils, helpers, common or lib', () => {
    const homeless = /(^|\/)(utils?|helpers?|common|core|services?|lib)(\/|\.[a-z]+$)/;
    expect(filesIn('src').filter((path) => homeless.test(path))).toEqual([]);
  });

  test('are named in kebab-case, but for components and pages', () => {
    const names = written
      .filter((path) => path.startsWith('src/') && /\.(ts|mjs)$/.test(path))
      .map((path) => path.split('/').at(-1) ?? '');
    expect(names.filter((name) => !/^(\[?[a-z0-9]+(-[a-z0-9]+)*\]?|[A-Za-z]+\.test)(\.[a-z]+)+$/.test(name))).toEqual(
      [],
    );
  });

  test('name no folder of the machine they were written on', () => {
    const machine = new RegExp(['/wo', 'rk/|\\.\\./sha', 'red/|/ho', 'me/[a-z]+/'].join(''));
    const texts = filesIn('.').filter(
      (path) => !/\.(png|woff2|ico|jpg|webp)$/.test(path) && path !== 'package-lock.json',
    );
    expect(texts.filter((path) => machine.test(textOf(path)))).toEqual([]);
  });

  test('leave nothing skipped, focused or for later', () => {
    const left =
      /\b(?:test|it|describe)\.(?:only|skip|todo|fixme)\b|waitForTimeout|@ts-(?:ignore|nocheck)|\b(?:TODO|FIXME)\b/;
    expect(written.filter((path) => path !== 'tests/architecture/order.test.ts' && left.test(textOf(path)))).toEqual(
      [],
    );
  });
});

describe('facts', () => {
  test('have a source, a version and a date at their head', () => {
    // `sources.ts` makes citations and holds no fact.
    const tables = filesIn('src/checker/facts', '.ts').filter((path) => !/(\.test|\/sources)\.ts$/.test(path));
    const isSourced = (path: string): boolean =>
      /Source/.test(head(path)) && /\d+\.\d+/.test(head(path)) && /\b20\d\d-\d\d-\d\d\b/.test(head(path));
    expect(tables.filter((path) => !isSourced(path))).toEqual([]);
  });
});

describe('labs and content', () => {
  test('are data', () => {
    const data = ['.yaml', '.yml', '.md', '.mdx', '.txt', '.json', '.svg', '.png'];
    expect([...filesIn('labs'), ...filesIn('content')].filter((path) => !data.includes(extname(path)))).toEqual([]);
  });

  test('of lessons draw on the components for lessons only', () => {
    const imports = filesIn('content', '.mdx').flatMap((path) =>
      [...textOf(path).matchAll(/^import .* from '([^']+)'/gm)].map(([, from]) => `${path}: ${from}`),
    );
    expect(imports.filter((line) => !/\/components\/lesson\/|: \.\/[^/]+\.(svg|png|webp)/.test(line))).toEqual([]);
  });
});

describe('the lockfile', () => {
  test('names no registry', () => {
    expect(textOf('package-lock.json')).not.toMatch(/"resolved"/);
  });
});
