/** Texts made to hurt. What they cost beside the package's own parse is measured by the bench (`tests/bench/hostile.ts`). */
import { describe, expect, test } from 'vitest';
import { mostFindings } from '../model/diagnostic.ts';
import { pageTextLimit, parseDocuments } from './documents.ts';

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
  ])('%s, is read to its end with a bounded number of findings', (_, text) => {
    expect(parse(text).diagnostics.length).toBeLessThanOrEqual(mostFindings);
    expect(parse(text).broken).toEqual([]);
  });

  test('binary, is turned away unread', () => {
    expect(codesOf(fill('\u0000\u0001PNG\ufffd'))).toEqual(['yaml/control-character']);
  });

  test('turned writing, is told once', () => {
    const [found] = parse(`a: ${fill('\u202e\u2066 ')}`).diagnostics;
    expect(found?.facts).toEqual({ character: 'U+202E', count: 2 * Math.floor(size / 3) });
  });
});

test('markup in names stays text', () => {
  const markup = '<img src=x onerror=alert(1)>';
  const [document] = parse(`a: "${markup}"\n"${markup}": 1\n`).documents;
  expect(document?.value).toEqual({ a: markup, [markup]: 1 });
});
