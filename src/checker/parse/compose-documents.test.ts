import * as fc from 'fast-check';
import { Composer, Parser } from 'yaml';
import { describe, expect, test } from 'vitest';
import { mostFindings } from '../model/diagnostic.ts';
import { composeDocuments } from './compose-documents.ts';
import { composerOfFirstErrors, withFirstErrors } from './first-errors.ts';
import { kubectlOptions } from './scalars.ts';
import { syntaxFinding } from './syntax.ts';

const file = 'f.yaml';
const compose = (text: string) => composeDocuments({ file, text }, [...new Parser().parse(text)]);

const scraps = ['[', ']', '{', '}', ',', ', ', ': ', ':', '- ', ' ', '\n', '\n  ', '\t', 'a', '"', "'", '#', '? ', '|'];
const signs = ['---\n', '\n...\n', '%YAML 1.1\n', '%x\n', '!x ', '&a ', '*a', '@'];
const anyScraps = fc.array(fc.constantFrom(...scraps, ...signs), { maxLength: 30 }).map((pieces) => pieces.join(''));

test('what a text is told is the first that the package has against each document', () => {
  let broken = 0;
  fc.assert(
    fc.property(anyScraps, (text) => {
      const documents = [...new Composer(kubectlOptions).compose(new Parser().parse(text))];
      const firsts = documents.flatMap(({ errors: [first] }) => (first === undefined ? [] : [first]));
      const told = compose(text).diagnostics;
      expect(told).toEqual(expect.arrayContaining(firsts.map((error) => syntaxFinding({ file, text }, error))));
      broken += firsts.length;
    }),
    { numRuns: 1500 },
  );
  expect(broken).toBeGreaterThan(500);
});

describe('of one document little is told, of each something:', () => {
  const many = 4 * mostFindings;
  test.each([
    ['errors in a document', `[${','.repeat(many)}]`, 1],
    ['errors between documents', ']'.repeat(many), 1],
    ['broken documents', '--- a: b: c\n'.repeat(many), many],
    ['tags of nobody', `[${'!x a, '.repeat(many)}]`, mostFindings],
  ])('%s', (_, text, count) => {
    expect(compose(text).diagnostics).toHaveLength(count);
  });
});

test.each([`[${','.repeat(50)}]`, ']'.repeat(50)])('of errors that are not told no object is made: %s', (text) => {
  const tokens = [...new Parser().parse(text)];
  const documents = [...composerOfFirstErrors().compose(withFirstErrors(tokens))];
  expect(documents.map(({ errors }) => errors.length)).toEqual([1]);
});
