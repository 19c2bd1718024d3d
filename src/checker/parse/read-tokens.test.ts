/** The reader of the usual shape against the package's own way through its nodes: where the first answers, both say the same. */
import * as fc from 'fast-check';
import { Parser, stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { anyPod, deploymentOf } from '../../../tests/support/pods.ts';
import { composeDocuments } from './compose-documents.ts';
import { readTokens } from './read-tokens.ts';

function readBoth(text: string) {
  const source = { file: 'f.yaml', text };
  const tokens = [...new Parser().parse(text)];
  return { usual: readTokens(source, tokens), composed: composeDocuments(source, tokens) };
}

/** Answers whether the usual reader took the text, having held its answer against the other one. */
function agrees(text: string): boolean {
  const { usual, composed } = readBoth(text);
  if (usual === null) return false;
  expect(composed, text).toEqual({ documents: usual, broken: [], diagnostics: [] });
  expect(JSON.stringify(composed.documents), text).toBe(JSON.stringify(usual));
  return true;
}

const words = [
  '~',
  'null',
  'no',
  'On',
  '017',
  '0o17',
  '0x1F',
  '1_000',
  '12:30',
  '2026-01-01',
  '1e3',
  '-.inf',
  '.5',
  '+',
];

describe('reads what nearly every pod is written in:', () => {
  test.each([
    ['maps, lists, comments', '# a\na: # b\n  - b: 1 # c\n\n    # d\n    c: x y\n  - - z\n# e\n'],
    ['a list at the column of its key', 'a:\n- b\n- c\nd: e'],
    ['flow style', 'a: {b: [1, "x", \'y\',], c: {}, "d":2} # c\ne: [\n  f, # g\n  h\n]\n'],
    ['fields and items without a value', 'a:\nb:   # c\nd:\n  -\n  -  # e\n  - f:\ng: h\n'],
    ['several documents', 'a: 1\n---\n# b\nc: 2\n---\n---\nd: 3\n'],
    ['keys that are no text', 'on: 1\n80: 2\n1.50: 3\n'],
    ['lines that end in CR LF', 'a:\r\n  b: c # d\r\n  e: [f]\r\n'],
    ['words', words.map((word, index) => `k${index}: ${word}`).join('\n')],
    ['keys that are special elsewhere', '__proto__: {constructor: 1}\ntoString: 2\n'],
  ])('%s', (_, text) => {
    expect(agrees(text)).toBe(true);
  });
});

describe('leaves to the package:', () => {
  test.each([
    ['anchors and aliases', 'a: &x 1\nb: *x'],
    ['tags', 'a: !!str 1'],
    ['merge keys', '<<: {a: 1}'],
    ['repeated keys', 'a: 1\na: 2'],
    ['explicit keys', '? a\n: b'],
    ['a key without a colon', 'a: 1\nb'],
    ['text over several lines', 'a: b\n  c\n'],
    ['a last field without a value', 'a:\n'],
    ['a mark at the end of a document', 'a: 1\n...\n'],
    ['literal blocks', 'a: |\n  b\n'],
    ['escapes', 'a: "b\\n"'],
    ['quotes within quotes', "a: 'it''s'"],
    ['tabs', 'a:\tb'],
    ['directives', '%YAML 1.1\n---\na: 1'],
    ['a map on the line of the dashes', '--- a: 1'],
    ['pairs in a list', 'a: [b: c]'],
    ['null for a key', '~: 1'],
    ['a comment that touches', 'a: [b]#c'],
    ['two colons on a line', 'a: b: c'],
    ['a field left of its siblings', 'a:\n   b: 1\n  c: 2'],
    ['a list that is not closed', 'a: [b'],
    ['an empty item', 'a: [b,,c]'],
  ])('%s', (_, text) => {
    expect(readBoth(text).usual).toBeNull();
  });
});

const anyText = fc
  .tuple(
    fc.array(fc.oneof(anyPod, anyPod.map(deploymentOf)), { minLength: 1, maxLength: 2 }),
    fc.constantFrom('block', 'flow', 'any'),
    fc.constantFrom(2, 4),
    fc.boolean(),
  )
  .map(([pods, collectionStyle, indent, indentSeq]) =>
    pods
      .map((pod) => stringify(pod, { collectionStyle, indent, indentSeq, aliasDuplicateObjects: false } as const))
      .join('---\n'),
  );

const scrap = fc.constantFrom(
  ...[
    '\n',
    ' ',
    '  ',
    '\n  ',
    '\n- ',
    '- ',
    ': ',
    ':',
    ',',
    ', ',
    '[',
    ']',
    '{',
    '}',
    '#',
    ' # x\n',
    '"',
    "'",
    '|',
    '>',
    '&a ',
    '*a',
  ],
  ...[
    '---\n',
    '\n---\n',
    '...\n',
    '? ',
    '! ',
    '%',
    '@',
    '~',
    'on',
    '1',
    'a: ',
    '\r\n',
    '\r',
    '\\',
    '<<',
    '\u00e4',
    '\u2028',
  ],
);

/** A pod as it is while somebody types: pieces taken out, put in, or put in place of others. */
const anySlip = fc.record({
  at: fc.nat(2_000),
  length: fc.oneof(fc.constant(0), fc.nat(4)),
  piece: fc.oneof(scrap, fc.constant('')),
});

test('says of any pod, and of any pod with slips in it, what the package says', () => {
  let taken = 0;
  const tries = 1_500;
  fc.assert(
    fc.property(anyText, fc.array(anySlip, { maxLength: 3 }), (text, slips) => {
      const slipped = slips.reduce((now, { at, length, piece }) => {
        const from = at % (now.length + 1);
        return now.slice(0, from) + piece + now.slice(from + length);
      }, text);
      if (agrees(slipped)) taken += 1;
    }),
    { numRuns: tries },
  );
  // It would be true of a reader that never answers.
  expect(taken).toBeGreaterThan(tries / 3);
});
