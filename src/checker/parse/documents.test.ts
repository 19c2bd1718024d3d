import { describe, expect, test } from 'vitest';
import { annotate, plainYaml } from '../../../tests/support/annotated-yaml.ts';
import { parseDocuments } from './documents.ts';

const parse = (text: string) => parseDocuments({ file: 'f.yaml', text });

/** A text that is not YAML yet, or not the YAML that it looks like. */
const broken: readonly (readonly [title: string, annotated: string])[] = [
  ['a tab as indentation', 'spec:\n\tcontainers: 1\n^ yaml/tab-as-indent'],
  ['a field left of its siblings', 'spec:\n  a: 1\n b: 2\n#^^^^ yaml/indentation'],
  ['a field under no dash', 'a:\n  - name: x\n   image: y\n#  ^^^^^^^^ yaml/indentation'],
  ['a word without a colon', 'spec:\n  host\n# ^^^^ yaml/half-written-line\n  containers: 1'],
  ['a word without a colon at the end', 'spec:\n  a: 1\n  sec\n# ^^^ yaml/half-written-line'],
  ['a colon without a blank', 'spec:\n  a: 1\n  hostUsers:false\n# ^^^^^^^^^^^^^^^ yaml/half-written-line'],
  ['a kind without a colon', 'kind Pod\n^^^^^^^^ yaml/half-written-line\nspec:\n  a: 1'],
  ['two colons on a line', 'a: b: c\n#  ^ yaml/two-colons'],
  ['a field below a value', 'a:\n  - name: x # one\n      image: y\n#     ^^^^^^^^ yaml/indentation'],
  [
    'a field that steps out to the left edge',
    'spec:\n  a:\n    - name: x\n      image: y\nsecurityContext:\n^^^^^^^^^^^^^^^^ yaml/stepped-out\n      ports: []\n  b: 1',
  ],
  [
    'an object that steps out to the left edge',
    'spec:\n  a:\n    - name: x\nsecurityContext:\n^^^^^^^^^^^^^^^^ yaml/stepped-out\n  runAsUser: 1\n      ports: []\n',
  ],
  [
    'a field that steps out of its object',
    'spec:\n  a:\n      b:\n  runAsUser: 1\n# ^^^^^^^^^^^^ yaml/stepped-out\n      c: 1\n',
  ],
  [
    'a list that steps out',
    'spec:\n  a:\n    - name: x\n      image: y\n  ports:\n# ^^^^^^ yaml/stepped-out\n        - b: 1\n      c: 1\n',
  ],
  [
    'an item that is too deep',
    'a:\n  - name: x\n    b:\n      c: 1\n  - name: y\n      c: 1\n#     ^^^^ yaml/indentation',
  ],
  [
    'a field too deep below `spec`',
    'metadata:\n  labels:\n    a: 1\nspec:\n  b: 1\n    c: 1\n#   ^^^^ yaml/indentation',
  ],
  ['an open bracket', 'a: [b, c\nd: e\n^ yaml/unclosed-bracket'],
  ['an open brace', 'a: {b: c\n\n^ yaml/unclosed-bracket'],
  ['an open quote', 'a: "b\nc: d\n\n^ yaml/unclosed-quote'],
  ['no comma', 'a: [b\n  {c: d}]\n# ^ yaml/missing-comma'],
  ['a word that needs quotes', 'a: @b\n#  ^ yaml/needs-quotes'],
  ['an escape that is none', 'a: "\\q"\n#   ^ yaml/unknown-escape'],
  ['something behind a value', "a: 'b' c\n#      ^ yaml/not-understood"],
  ['an alias without an anchor', 'a: *b\n#  ^^ yaml/unknown-alias'],
  ['an alias before its anchor', 'a: *b\n#  ^^ yaml/unknown-alias\nc: &b 1'],
  ['an alias in its own value', 'a: &b [*b]\n#      ^^ yaml/alias-of-itself'],
  ['a merge key in its own value', 'a: &b {<<: *b}\n#          ^^ yaml/alias-of-itself'],
  ['a merge key with a word', 'a:\n  <<: b\n#     ^ yaml/merge-needs-map'],
  ['a list for a key', '? [a]\n# ^^^ yaml/key-not-a-word\n: 1'],
  ['null for a key', 'null: 1\n^^^^ yaml/key-not-a-word'],
  ['a control character', 'a: b\u0007\n#   ^ yaml/control-character'],
];

describe('a text that is not YAML yet has one finding and no value:', () => {
  test.each(broken)('%s', (_, annotated) => {
    const text = plainYaml(annotated);
    const read = parse(text);
    expect(annotate(text, read.diagnostics)).toBe(annotated);
    expect(read.documents).toEqual([]);
    expect(read.broken).toHaveLength(1);
    expect(read.diagnostics.map(({ severity }) => severity)).toEqual(['error']);
  });
});

describe('a text that can be read', () => {
  const told: readonly (readonly [title: string, annotated: string, value: unknown])[] = [
    ['twice the same key', 'a: 1\nb: 2\na: 3\n^ yaml/duplicate-key', { a: 3, b: 2 }],
    ['a tag of nobody', 'a: !x 1\n#  ^^ yaml/unknown-tag', { a: '1' }],
    ['writing turned around', 'a: x # \u202e\n#      ^ yaml/reordered-text', { a: 'x' }],
  ];
  test.each(told)('and has a finding: %s', (_, annotated, value) => {
    const text = plainYaml(annotated);
    const read = parse(text);
    expect(annotate(text, read.diagnostics)).toBe(annotated);
    expect(read.documents.map((document) => document.value)).toEqual([value]);
  });

  test('names the first of two equal keys', () => {
    const [found] = parse('spec: 1\nspec: 2\n').diagnostics;
    expect(found?.related).toEqual([{ span: { file: 'f.yaml', start: 0, end: 4 }, role: 'first-seen' }]);
  });

  test('forgets all that was below the first of two equal keys', () => {
    const [document] = parse('spec:\n  a: 1\nspec:\n  b: 2\n').documents;
    expect(document?.value).toEqual({ spec: { b: 2 } });
    expect(Object.keys(document?.places ?? {})).toEqual(['spec', 'spec.b']);
  });

  test('may hold several documents, and one that is not YAML yet keeps none of the others', () => {
    const read = parse('a: 1\n---\nb: [\n---\nc: 3\n');
    expect(read.documents.map(({ value, span }) => [value, span.start])).toEqual([
      [{ a: 1 }, 0],
      [{ c: 3 }, 14],
    ]);
    expect(read.broken).toEqual([{ file: 'f.yaml', start: 5, end: 14 }]);
  });

  test.each(['', '# nothing\n', '---\n---\n', '~'])('with nothing in it says so: %j', (text) => {
    const read = parse(text);
    expect(read.documents).toEqual([]);
    expect(read.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['yaml/no-document', 'note']]);
  });

  test('may start with a byte order mark', () => {
    expect(parse('\ufeffa: 1\n').documents.map(({ value }) => value)).toEqual([{ a: 1 }]);
  });

  test('gives objects without a prototype, so that no key is special', () => {
    const [document] = parse('__proto__: {polluted: true}\nconstructor: 1\ntoString: 2\n').documents;
    const value = document?.value as Record<string, unknown>;
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

/** Tried with kubectl 1.32.4: `kubectl annotate --local -f … -o json`. */
describe('a line ends', () => {
  test.each([
    ['CR LF', 'a: 1\r\nb:\r\n  c: 2\r\n', { a: 1, b: { c: 2 } }],
    ['CR', 'a: 1\rb:\r  c: 2\r', { a: 1, b: { c: 2 } }],
    ['CR and LF in turn', 'a: 1\r\n\rb:\n\r  c: 2', { a: 1, b: { c: 2 } }],
    ['CR in a value', 'a: "x\r  y"\nb: |\r  x\r  y\r', { a: 'x y', b: 'x\ny\n' }],
    ['next line', 'a: 1\u0085b: 2', { a: 1, b: 2 }],
    ['a line separator in a comment', 'a: 1 # x\u2028b: 2', { a: 1, b: 2 }],
    ['a paragraph separator in a comment', 'a: 1 # x\u2029b: 2', { a: 1, b: 2 }],
  ])('with %s', (_, text, value) => {
    const read = parse(text);
    expect(read.diagnostics).toEqual([]);
    expect(read.documents.map((document) => document.value)).toEqual([value]);
  });

  test('and everything stays at its place', () => {
    const places = parse('a: 1\r\rb:\r  c: 2\r').documents[0]?.places;
    expect(places?.['b.c']?.key).toEqual({ file: 'f.yaml', start: 11, end: 12 });
  });
});

describe('aliases and merge keys', () => {
  const rows: readonly (readonly [title: string, text: string, value: unknown])[] = [
    ['repeat a value', 'a: &x {b: 1}\nc: *x', { a: { b: 1 }, c: { b: 1 } }],
    ['mean the last anchor before them', 'a: &x 1\nb: *x\nc: &x 2\nd: *x', { a: 1, b: 1, c: 2, d: 2 }],
    [
      'keep their meaning inside what is repeated',
      'a: &x 1\nb: &y [*x]\nc: &x 2\nd: *y',
      { a: 1, b: [1], c: 2, d: [1] },
    ],
    ['merge fields', 'a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3', { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } }],
    ['win over what comes before them', 'a: &x {b: 1}\nd:\n  b: 0\n  <<: *x', { a: { b: 1 }, d: { b: 1 } }],
    ['let the earlier of a list win', '<<: [{a: 1}, {a: 2, b: 2}]', { a: 1, b: 2 }],
    ['are plain text where they are quoted', '"<<": {a: 1}', { '<<': { a: 1 } }],
  ];
  test.each(rows)('%s', (_, text, value) => {
    const read = parse(text);
    expect(read.diagnostics).toEqual([]);
    expect(read.documents.map((document) => document.value)).toEqual([value]);
  });

  test('are the place of all that they bring in', () => {
    const text = 'a: &x\n  b: [1]\nc: *x\nd:\n  <<: *x\n';
    const places = parse(text).documents[0]?.places;
    const textAt = (path: string): readonly (string | undefined)[] => {
      const place = places?.[path];
      return [text.slice(place?.key.start, place?.key.end), text.slice(place?.value.start, place?.value.end)];
    };
    expect(textAt('a')).toEqual(['a', 'b: [1]']);
    expect(textAt('c')).toEqual(['c', '*x']);
    expect(textAt('c.b[0]')).toEqual(['*x', '*x']);
    expect(textAt('d.b')).toEqual(['*x', '*x']);
    expect(places?.['c.b']?.behindAlias).toBe(true);
    expect(places?.['c']?.behindAlias).toBeUndefined();
  });
});

describe('places', () => {
  test('cover key and value, without the comments and blank lines behind them', () => {
    const text = 'spec:\n  list:\n  - a: 1 # one\n\n  # two\nnext: {x: y}\n';
    const places = parse(text).documents[0]?.places ?? {};
    const written = Object.entries(places).map(([path, { value }]) => [path, text.slice(value.start, value.end)]);
    expect(Object.fromEntries(written)).toEqual({
      spec: 'list:\n  - a: 1',
      'spec.list': '- a: 1',
      'spec.list[0]': 'a: 1',
      'spec.list[0].a': '1',
      next: '{x: y}',
      'next.x': 'y',
    });
  });

  test('of a field without a value end behind its colon', () => {
    const text = 'a:\nb: 1\n';
    expect(parse(text).documents[0]?.places['a']?.value).toEqual({ file: 'f.yaml', start: 2, end: 2 });
  });

  test('spell a key with dots in brackets', () => {
    const [document] = parse('annotations:\n  example.com/a: b\n').documents;
    expect(Object.keys(document?.places ?? {})).toEqual(['annotations', 'annotations[example.com/a]']);
  });
});
