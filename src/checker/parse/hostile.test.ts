/**
 * Texts made to hurt. Bounds are ratios to the package's own parse of the same text, measured side by side and wide enough
 * for a busy machine: work that grows with the square of the text would pass them a hundredfold. The fine ones are in the bench.
 */
import { parseAllDocuments } from 'yaml';
import { describe, expect, test } from 'vitest';
import { mostFindings } from '../model/diagnostic.ts';
import { pageTextLimit, parseDocuments } from './documents.ts';
import { kubectlOptions } from './scalars.ts';

const parse = (text: string) => parseDocuments({ file: 'f.yaml', text });
const codesOf = (text: string): readonly string[] => parse(text).diagnostics.map(({ code }) => code);

/** Nine lines, a billion words. */
function aliasBomb(merging: '' | '<<: '): string {
  const lines = [...'bcdefghi'].map((name, index) => {
    const before = `*${'abcdefgh'.charAt(index)}`;
    const repeated = Array.from({ length: 10 }, (_, key) => (merging === '' ? before : `k${key}: ${before}`)).join(
      ', ',
    );
    return merging === '' ? `${name}: &${name} [${repeated}]` : `${name}: &${name} {${merging}${before}, ${repeated}}`;
  });
  return [`a: &a ${merging === '' ? '[x, x]' : '{x: 1}'}`, ...lines].join('\n');
}

describe('bounds', () => {
  test.each([
    ['aliases of aliases', aliasBomb('')],
    ['aliases of aliases under merge keys', aliasBomb('<<: ')],
    ['one alias very often', `a: &a [${'x, '.repeat(200)}]\nb: [${'*a, '.repeat(200)}]`],
  ])('end %s', (_, text) => {
    expect(codesOf(text)).toEqual(['yaml/too-many-aliases']);
    expect(parse(text).documents).toEqual([]);
  });

  test.each([
    ['brackets', '['.repeat(10_000)],
    ['closed brackets', '['.repeat(1000) + ']'.repeat(1000)],
    ['braces', '{a: '.repeat(10_000)],
    ['dashes', '- '.repeat(10_000)],
    ['lines', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['merge keys', `${'<<: {'.repeat(500)}a: 1${'}'.repeat(500)}`],
  ])('end nested %s', (_, text) => {
    const read = parse(text);
    expect(read.documents).toEqual([]);
    expect(read.diagnostics.map(({ severity }) => severity)).toEqual(['error']);
    for (const { span } of read.diagnostics) expect(span.end).toBeLessThanOrEqual(text.length);
  });

  test('let a document nest as deep as any manifest', () => {
    expect(codesOf('['.repeat(150) + ']'.repeat(150))).toEqual([]);
    expect(codesOf('['.repeat(250) + ']'.repeat(250))).toEqual(['yaml/too-deep']);
  });
});

describe('a quarter of what a page takes, of', () => {
  const size = pageTextLimit / 4;
  const fill = (piece: string): string => piece.repeat(Math.floor(size / piece.length));

  test.each([
    ['fields', Array.from({ length: 2000 }, (_, index) => `key${index}: value`).join('\n')],
    ['one field again and again', fill('spec: {a: [b, c]}\n')],
    ['items', fill('- name: value\n')],
    ['documents', fill('a: 1\nb: [c, d]\n---\n')],
    ['comments', fill('# nothing to see\n')],
  ])(
    '%s, costs little beside the parse',
    (_, text) => {
      const [floor, whole] = bestOf(
        () => parseAllDocuments(text, kubectlOptions),
        () => parse(text),
      );
      expect(whole / floor).toBeLessThan(10);
      expect(parse(text).diagnostics.length).toBeLessThanOrEqual(mostFindings);
    },
    60_000,
  );

  test('binary, is turned away before it is parsed', () => {
    const text = fill('\u0000\u0001PNG\ufffd');
    const [floor, whole] = bestOf(
      () => parseAllDocuments(fill('a: 1\n'), kubectlOptions),
      () => parse(text),
    );
    expect(whole / floor).toBeLessThan(1);
    expect(codesOf(text)).toEqual(['yaml/control-character']);
  }, 60_000);

  test('turned writing, is told once', () => {
    const [found] = parse(`a: ${fill('\u202e\u2066 ')}`).diagnostics;
    expect(found?.facts).toEqual({ character: 'U+202E', count: 2 * Math.floor(size / 3) });
  });
});

/** The shortest time of each, taken in turn so that a busy machine slows both. */
function bestOf(...works: readonly (() => unknown)[]): [number, number] {
  const best = works.map(() => Infinity);
  for (let round = 0; round < 3; round += 1) {
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      work();
      best[index] = Math.min(best[index] ?? Infinity, performance.now() - start);
    }
  }
  return best as [number, number];
}

test('markup in names stays text', () => {
  const markup = '<img src=x onerror=alert(1)>';
  const [document] = parse(`a: "${markup}"\n"${markup}": 1\n`).documents;
  expect(document?.value).toEqual({ a: markup, [markup]: 1 });
});
