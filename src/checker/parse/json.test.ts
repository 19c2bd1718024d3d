import { describe, expect, test } from 'vitest';
import { readJson, type JsonNode } from './json.ts';

const read = (text: string) => readJson({ file: 'file.json', text, language: 'seccomp' });

/** A value as JavaScript has it, numbers as they are written, repeated keys one behind the other. */
function plain(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return node.members.map(({ key, value }) => [key, plain(value)]);
    case 'array':
      return node.items.map(plain);
    case 'string':
      return node.value;
    case 'number':
      return Symbol.for(node.text).description;
    default:
      return node.kind;
  }
}

describe('a value', () => {
  test.each([
    ['{}', []],
    ['[]', []],
    [' [1, -2.50e+3 ,"a"] ', ['1', '-2.50e+3', 'a']],
    ['[true,false,null]', ['true', 'false', 'null']],
    [
      '{"a":{"b":[{}]},"a":1}',
      [
        ['a', [['b', [[]]]]],
        ['a', '1'],
      ],
    ],
    ['"\\u0041\\n\\"\\/"', 'A\n"/'],
    ['18446744073709551615', '18446744073709551615'],
  ])('%s', (text, value) => {
    const { root, broken } = read(text);
    expect(broken).toBeNull();
    expect(root && plain(root)).toEqual(value);
  });

  test('has the place of everything in it', () => {
    const text = '{ "a" : [1, {"b": null}] }';
    const places: string[] = [];
    const walk = (node: JsonNode): void => {
      places.push(text.slice(node.span.start, node.span.end));
      if (node.kind === 'array') node.items.forEach(walk);
      if (node.kind === 'object')
        for (const { keySpan, value } of node.members) {
          places.push(text.slice(keySpan.start, keySpan.end));
          walk(value);
        }
    };
    const { root } = read(text);
    if (root !== null) walk(root);
    expect(places).toEqual([text, '"a"', '[1, {"b": null}]', '1', '{"b": null}', '"b"', 'null']);
  });
});

describe('a text that is none breaks', () => {
  test.each([
    ['', null, ''],
    ['  ', null, ''],
    ['[', null, ''],
    ['{"a":', null, ''],
    ['[1,]', ']', 'looking for beginning of value'],
    ['{"a":1,}', '}', 'looking for beginning of object key string'],
    ['{a:1}', 'a', 'looking for beginning of object key string'],
    ['{"a" 1}', '1', 'after object key'],
    ['{"a":1 "b":2}', '"', 'after object key:value pair'],
    ['[1 2]', '2', 'after array element'],
    ['{} []', '[', 'after top-level value'],
    ['01', '1', 'after top-level value'],
    ['[+1]', '+', 'looking for beginning of value'],
    ['[.5]', '.', 'looking for beginning of value'],
    ['[1.]', '1', 'in numeric literal'],
    ['[1e]', '1', 'in numeric literal'],
    ['[nul]', 'n', 'looking for beginning of value'],
    ['[NaN]', 'N', 'looking for beginning of value'],
    ["['a']", "'", 'looking for beginning of value'],
    ['"a', '"', 'in string literal'],
    ['"a\nb"', '"', 'in string literal'],
    ['"\t"', '"', 'in string literal'],
    ['"\\x"', '"', 'in string literal'],
    ['"\\u12"', '"', 'in string literal'],
    ['\ufeff{}', '\ufeff', 'looking for beginning of value'],
    ['[\u00a01]', '\u00a0', 'looking for beginning of value'],
    ['}', '}', 'looking for beginning of value'],
  ])('%j', (text, character, after) => {
    const { root, broken } = read(text);
    expect(root).toBeNull();
    expect(broken).toMatchObject({ character, after });
  });
});

test('comments stand in no value, and each says what it would break', () => {
  const { root, comments } = read('{ // one\n "a": /* two */ 1 }');
  expect(root && plain(root)).toEqual([['a', '1']]);
  expect(comments.map(({ after }) => after)).toEqual([
    'looking for beginning of object key string',
    'looking for beginning of value',
  ]);
});

test.each([
  ['brackets', '['.repeat(65_536)],
  ['pairs of brackets', '['.repeat(32_768) + ']'.repeat(32_768)],
  ['objects', '{"":'.repeat(16_384)],
  ['quotes', '"'.repeat(65_535)],
  ['comments', '/**/'.repeat(16_384)],
])('64 KiB of %s end', (_what, text) => {
  expect(() => read(text)).not.toThrow();
});
