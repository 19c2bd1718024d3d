/**
 * What a keystroke costs: `check()` on a pod of forty lines with ten criteria, warm, beside the parse of the same text by
 * the `yaml` package in the same run, which is the floor.
 */
import { Bench, type Statistics } from 'tinybench';
import { parseDocument } from 'yaml';
import { check, openLab } from '../../src/checker/index.ts';
import { kubectlOptions } from '../../src/checker/parse/scalars.ts';
import { typicalAnswer, typicalLab } from './typical-lab.ts';

const goals = { ratio: 0.15, p95: 1.5 };
const lab = openLab(typicalLab);
const { grade } = check([typicalAnswer], lab);
const lines = typicalAnswer.text.trimEnd().split('\n').length;
console.log(`${lines} lines, ${grade.outcomes.length} criteria (${grade.status}).`);

const bench = new Bench({ time: 4_000, warmupTime: 2_000, retainSamples: true });
bench
  .add('parse', () => void parseDocument(typicalAnswer.text, kubectlOptions))
  .add('check', () => void check([typicalAnswer], lab));
await bench.run();

const [parse, whole] = bench.tasks.map(({ result }) => ('latency' in result ? timesOf(result.latency) : null));
if (!parse || !whole) throw new Error('The bench has no result.');
console.table({ 'parse by yaml, ms': parse, 'check, ms': whole });

const ratio = (whole.median - parse.median) / parse.median;
const answer = (value: number, goal: number): string => `${value.toFixed(3)} (goal: at most ${goal})`;
console.log(`Everything but the parse, as a share of the parse: ${answer(ratio, goals.ratio)}`);
console.log(`95 of 100 checks are done within, ms: ${answer(whole.p95, goals.p95)}`);
if (ratio > goals.ratio || whole.p95 > goals.p95) process.exitCode = 1;

function timesOf({ p50: median, samples }: Statistics) {
  const sorted = [...(samples ?? [])].sort((a, b) => a - b);
  return { median, p95: sorted[Math.floor(sorted.length * 0.95)] ?? Infinity, samples: sorted.length };
}
