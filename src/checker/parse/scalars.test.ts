import { describe, expect, test } from 'vitest';
import { readYaml } from './plain.ts';

const read = (word: string) => readYaml('f.yaml', `field: ${word}\n`).value;

/**
 * What kubectl makes of a word: YAML 1.1 by go.yaml.in/yaml/v2 (resolve.go and its decode_test.go), then JSON.
 */
const words: readonly (readonly [written: string, meant: string | number | boolean | null])[] = [
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON', 'true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF', 'false', 'False', 'FALSE'].map((word) => [word, false] as const),
  ['yEs', 'yEs'],
  ['"no"', 'no'],
  ["'true'", 'true'],
  ['', null],
  ['~', null],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['nULL', 'nULL'],
  ['0', 0],
  ['-0', -0],
  ['1000', 1000],
  ['+12', 12],
  ['1_000', 1000],
  ['01750', 1000],
  ['0o1750', 1000],
  ['-0o17', -15],
  ['0x3e8', 1000],
  ['0X3E8', 1000],
  ['-0x1F', -31],
  ['0b101', 5],
  ['0x_', '0x_'],
  ['0b2', '0b2'],
  ['08', 8],
  ['1e3', 1000],
  ['1.5', 1.5],
  ['1.0', 1],
  ['.5', 0.5],
  ['5.', 5],
  ['.', '.'],
  ['12:30', '12:30'],
  ['1:20:30', '1:20:30'],
  ['2024-01-31', '2024-01-31'],
  ['2024-01-31T10:00:00Z', '2024-01-31T10:00:00Z'],
  ['1.2.3', '1.2.3'],
  ['100m', '100m'],
  ['64Mi', '64Mi'],
  ['!!str 80', '80'],
  ['!!int "80"', 80],
];

describe('kubectl reads', () => {
  test.each(words)('`%s` as %j', (written, meant) => {
    expect(read(written)).toEqual({ field: meant });
  });

  test('numbers that JSON has not, and Kubernetes takes nowhere', () => {
    expect(read('.inf')).toEqual({ field: Infinity });
    expect(read('-.INF')).toEqual({ field: -Infinity });
    expect(read('.nan')).toEqual({ field: NaN });
  });

  test('a word in place of a key by its value', () => {
    expect(readYaml('f.yaml', 'on: 1\n80: 2\n1_0: 3\n').value).toEqual({ true: 1, 80: 2, 10: 3 });
  });
});
