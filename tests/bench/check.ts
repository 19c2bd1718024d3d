/**
 * What a keystroke costs: `check()` on a pod of forty lines with ten criteria, warm, beside the parse of the same text by
 * the `yaml` package, which is the floor. The two take turns, so that a machine that gets busy is busy for both.
 */
import { Bench } from 'tinybench';
import { parseDocument } from 'yaml';
import { check, openLab } from '../../src/checker/index.ts';
import { kubectlOptions } from '../../src/checker/parse/scalars.ts';
import { typicalAnswer, typicalLab } from './typical-lab.ts';

const goals = { ratio: 0.15, p95: 1.5 };
const turns = 30;
const lab = openLab(typicalLab);
const { grade } = check([typicalAnswer], lab);
const lines = typicalAnswer.text.trimEnd().split('\n').length;
console.log(`${lines} lines, ${grade.outcomes.length} criteria (${grade.status}).`);

const tasks = {
  parse: () => void parseDocument(typicalAnswer.text, kubectlOptions),
  check: () => void check([typicalAnswer], lab),
};
const samples: Record<keyof typeof tasks, number[]> = { parse: [], check: [] };

for (let turn = 0; turn < turns; turn += 1) {
  const bench = new Bench({ time: 150, warmupTime: turn === 0 ? 2_000 : 20, retainSamples: true });
  for (const [name, task] of Object.entries(tasks)) bench.add(name, task);
  await bench.run();
  for (const { name, result } of bench.tasks) {
    if ('latency' in result) samples[name as keyof typeof tasks].push(...(result.latency.samples ?? []));
  }
}

const parse = timesOf(samples.parse);
const whole = timesOf(samples.check);
console.table({ 'parse by yaml, ms': parse, 'check, ms': whole });

const ratio = (whole.median - parse.median) / parse.median;
const answer = (value: number, goal: number): string => `${value.toFixed(3)} (goal: at most ${goal})`;
console.log(`Everything but the parse, as a share of the parse: ${answer(ratio, goals.ratio)}`);
console.log(`95 of 100 checks are done within, ms: ${answer(whole.p95, goals.p95)}`);
if (ratio > goals.ratio || whole.p95 > goals.p95) process.exitCode = 1;

function timesOf(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => Number((sorted[Math.floor(sorted.length * share)] ?? Infinity).toFixed(4));
  return { median: at(0.5), p95: at(0.95), samples: sorted.length };
}
