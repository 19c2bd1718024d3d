/** What each layer says about each operation: eight columns, in the order of the drawing on the page. */
import { titleOf, wrapped, type NodeFacts, type Paper, type Verdict } from '../checker/index.ts';
import { sectionOf, type Seat } from '../components/verdict/section.ts';
import type { Tried } from './tried.ts';
import { fateText } from './words.ts';

const marks: Readonly<Record<Seat['state'], string>> = {
  stopped: '◆',
  'no-such-file': '◆',
  'cannot-tell': '?',
  'would-have-stopped': '◇',
  overruled: '/',
  'let-through': '·',
  'not-there': ' ',
  'not-reached': ' ',
  'not-asked': ' ',
};

const seats = '1 2 3 4 5 6 7 8';
/** Narrower than this an operation is named by its id. */
const wide = 100;

/** Answers a row for each operation, below the numbers of the layers. */
export function matrixLines(
  tried: readonly Tried[],
  { node, paper }: { node: NodeFacts; paper: Paper },
): readonly string[] {
  const rows = tried.map(({ asked, verdict }) => ({
    name: paper.width < wide ? asked.id : titleOf(asked.call),
    said: [...(verdict === null ? [] : [marksOf(verdict, node)]), fateText(verdict, paper)],
  }));
  const first = Math.max(0, ...rows.map(({ name }) => name.length));
  return [
    paper.paint(`  ${' '.repeat(first)}  ${seats}`, 'quiet'),
    ...rows.map(({ name, said }) => `  ${[name.padEnd(first), ...said].join('  ')}`.trimEnd()),
  ];
}

function marksOf(verdict: Verdict, node: NodeFacts): string {
  const { seats: drawn } = sectionOf(verdict, node);
  return drawn.map(({ state }) => marks[state]).join(' ');
}

/** Answers what the numbers and the marks stand for. */
export function matrixLegend({ width, paint }: Paper): string {
  const layers =
    '1 API server, 2 kubelet and runtime, 3 seccomp, 4 security module, 5 user namespace, 6 capabilities, 7 user, 8 mounts';
  const meaning =
    '· let it through, ◆ stopped it, ◇ would have stopped it, / overruled, ? cannot tell, blank: not asked';
  return [layers, meaning]
    .flatMap((line) => wrapped(line, { width, indent: '' }))
    .map((line) => paint(line, 'quiet'))
    .join('\n');
}
