/**
 * Compares the evaluator with libseccomp itself on made-up profiles, more hostile ones than anybody writes:
 * `node tests/conformance/seccomp/against-libseccomp.ts [seed] [profiles]`. Needs gcc and the Debian package libseccomp-dev,
 * and no root. Prints what is answered otherwise, and the figures that the README of the evaluator gives.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import {
  compileSeccomp,
  decideSeccomp,
  readSeccompCall,
  readSeccompProfile,
  type ReadCall,
  type SeccompAnswer,
} from '../../../src/checker/policy/seccomp/index.ts';
import { run } from '../../../src/recorder/commands.ts';
import { profileText, rule, type Comparison } from '../../support/seccomp.ts';
import { runFilter, type Instruction } from './bpf.ts';

const [seed = '1', count = '2000'] = process.argv.slice(2);

const operators = { NE: 1, LT: 2, LE: 3, EQ: 4, GE: 5, GT: 6, MASKED_EQ: 7 } as const;
const actions = { ALLOW: 0x7fff_0000, 'ERRNO 5': 0x0005_0005, 'ERRNO 7': 0x0005_0007 } as const;
const trap = 0x0003_0000;
const architectures = { x86_64: 'SCMP_ARCH_X86_64', x86: 'SCMP_ARCH_X86', x32: 'SCMP_ARCH_X32' } as const;
const entries = { x86_64: 0xc000_003e, x32: 0xc000_003e, i386: 0x4000_0003 } as const;

const keys = <T extends object>(of: T) => fc.constantFrom(...(Object.keys(of) as (keyof T & string)[]));
const values = fc.constantFrom(0n, 1n, 2n, 5n, 0xffff_ffffn, 0x1_0000_0000n, 0x1_0000_0005n, 0xffff_ffff_ffff_ffffn);
const names = fc.constantFrom(
  'ioctl',
  'ioctl',
  'socket',
  'socketcall',
  'bind',
  'send',
  'ipc',
  'semget',
  'chown32',
  'read',
);
const comparisons = fc.uniqueArray(fc.tuple(fc.nat({ max: 2 }), keys(operators), values, values), {
  maxLength: 3,
  selector: ([index]) => index,
});
const rules = fc.array(fc.tuple(keys(actions), names, comparisons), { minLength: 1, maxLength: 6 });
const registers = fc.array(fc.tuple(values, fc.constantFrom(-1n, 0n, 1n)), { minLength: 6, maxLength: 6 });
const calls = fc.array(fc.tuple(fc.constantFrom('', 'i386:', 'x32:'), names, registers), {
  minLength: 30,
  maxLength: 30,
});
const cases = fc.tuple(rules, fc.subarray(Object.keys(architectures) as (keyof typeof architectures)[]), calls);

type Rules = typeof rules extends fc.Arbitrary<infer T> ? T : never;

function linesOf(list: Rules, listed: readonly string[]): string {
  const added = list.map(([action, name, args]) => {
    const conditions = args.map(([index, operator, one, two]) => `${index} ${operators[operator]} ${one} ${two}`);
    return `R ${actions[action]} ${name} ${args.length} ${conditions.join(' ')}`;
  });
  return [`F ${trap} ${listed.join(' ')}`, ...added, 'L', ''].join('\n');
}

function programOf(line: string): readonly Instruction[] {
  return line.split(' ').map((instruction) => {
    const [code = 0, jt = 0, jf = 0, k = 0] = instruction.split(',').map(Number);
    return { code, jt, jf, k };
  });
}

function callOf(written: string): ReadCall | null {
  const read = readSeccompCall(written);
  return 'problem' in read ? null : read.call;
}

function returnsOf({ decision, errno, action }: SeccompAnswer): number {
  if (decision === 'allowed') return actions.ALLOW;
  if (errno !== null) return 0x0005_0000 + errno;
  return action === 'SCMP_ACT_TRAP' ? trap : 0;
}

const folder = mkdtempSync(join(tmpdir(), 'bulkhead-'));
const oracle = join(folder, 'libseccomp');
run('gcc', '-O1', '-Wall', '-Wextra', '-Werror', '-o', oracle, join(import.meta.dirname, 'libseccomp.c'), '-lseccomp');
const made = fc.sample(cases, { seed: Number(seed), numRuns: Number(count) });
const input = made.map(([list, listed]) => linesOf(list, listed)).join('');
const { stdout } = spawnSync(oracle, { input, encoding: 'utf8', maxBuffer: 1 << 30 });
rmSync(folder, { recursive: true });

const tally = { endless: 0, loads: 0, 'loads otherwise': 0, answers: 0, unknown: 0, 'answers otherwise': 0 };
for (const [index, line] of stdout.trimEnd().split('\n').entries()) {
  const [list, listed, asked] = made[index] ?? [[], [], []];
  if (line === 'endless') {
    tally.endless += 1;
    continue;
  }
  const written = list.map(([action, name, args]) => rule(action, name, ...(args as readonly Comparison[])));
  const text = profileText(written, {
    defaultAction: 'SCMP_ACT_TRAP',
    architectures: listed.map((each) => architectures[each]),
  });
  const compiled = compileSeccomp(
    readSeccompProfile({ file: 'profile.json', text, language: 'seccomp' }).profile,
    'crun',
  );
  const isRefused = 'refusal' in compiled;
  tally.loads += 1;
  if (isRefused !== (line === 'refused')) {
    tally['loads otherwise'] += 1;
    console.log(`${line === 'refused' ? 'refused' : 'loaded'} by libseccomp:\n${text}`);
  }
  if (isRefused || line === 'refused') continue;
  const program = programOf(line);
  for (const [entry, name, words] of asked) {
    const values64 = words.map(([value, step]) => BigInt.asUintN(64, value + step));
    const call = callOf(`${entry}${name}(${values64.join(',')})`);
    if (call === null) continue;
    const answer = decideSeccomp(compiled.value, call);
    if (answer.decision === 'unknown') {
      tally.unknown += 1;
      continue;
    }
    const seen = call.entry === 'i386' ? values64.map((value) => BigInt.asUintN(32, value)) : values64;
    const returned = runFilter(program, { architecture: entries[call.entry], number: call.number, registers: seen });
    tally.answers += 1;
    if (returned !== returnsOf(answer)) tally['answers otherwise'] += 1;
  }
}
console.log(tally);
