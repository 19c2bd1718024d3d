/** What texts made to hurt cost beside the parse of the same text by the `yaml` package, which is the floor. */
import { parseAllDocuments } from 'yaml';
import { analyse, defaultWorld, pageTextLimit } from '../../src/checker/index.ts';
import { kubectlOptions } from '../../src/checker/parse/scalars.ts';

const goal = 3;
const fill = (piece: string): string => piece.repeat(Math.floor(pageTextLimit / piece.length));

const texts: Readonly<Record<string, string>> = {
  fields: Array.from({ length: 7000 }, (_, index) => `key${index}: value`).join('\n'),
  'one field again and again': fill('spec: {a: [b, c]}\n'),
  items: fill('- name: value\n'),
  documents: fill('a: 1\nb: [c, d]\n---\n'),
  comments: fill('# nothing to see\n'),
  'unknown fields of a container': `kind: Pod\nspec:\n  containers:\n  - name: a\n${fill('    nmae: b\n')}`,
  'fields that no object has': `kind: Pod\nspec:\n  containers:\n  - name: a\n${Array.from({ length: 5500 }, (_, index) => `    field${index}: b\n`).join('')}`,
  brackets: fill('['),
  commas: `[${','.repeat(pageTextLimit - 2)}]`,
  'closing brackets': fill(']'),
};

const rows = Object.fromEntries(
  Object.entries(texts).map(([name, text]) => {
    const floor = bestOf(() => parseAllDocuments(text, kubectlOptions));
    const whole = bestOf(() => analyse([{ file: 'pod.yaml', text, language: 'kubernetes' }], defaultWorld));
    return [name, { 'parse, ms': round(floor), 'analyse, ms': round(whole), ratio: round(whole / floor) }];
  }),
);
console.table(rows);
console.log(`Goal: at most ${goal} times the parse.`);
if (Object.values(rows).some(({ ratio }) => ratio > goal)) process.exitCode = 1;

function bestOf(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
