/**
 * Records what runc and crun load for each profile of `questions.ts`, and what the calls come to: as root,
 * `node tests/conformance/seccomp/record.ts`. The programs it needs are those of the other recorder (src/recorder/needs.ts).
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text as readAll } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { readSeccompCall, type ReadCall, type SeccompRuntime } from '../../../src/checker/policy/seccomp/index.ts';
import { lastLine, run } from '../../../src/recorder/commands.ts';
import { circumstances } from '../../../src/recorder/ground.ts';
import { whatIsMissing } from '../../../src/recorder/needs.ts';
import { openWorkshop, runInside } from '../../../src/recorder/workshop.ts';
import { runFilter, type Instruction } from './bpf.ts';
import { questions, type Question } from './questions.ts';
import { renderRecording, type RecordedAnswer, type RecordedProfile } from './recording.ts';

const here = import.meta.dirname;

/** include/uapi/linux/audit.h; x32 shares the number of x86_64. */
const auditArchitectures = { x86_64: 0xc000_003e, x32: 0xc000_003e, i386: 0x4000_0003 } as const;

interface Place {
  readonly folder: string;
  readonly readFilter: string;
  readonly runtime: SeccompRuntime;
}

interface Ran {
  /** One for each call that was made. */
  readonly came: readonly string[];
  /** The filter of the process; null where it has none. */
  readonly filter: readonly Instruction[] | null;
}

async function main(): Promise<number> {
  const missing = whatIsMissing('runc') ?? whatIsMissing('crun');
  if (missing !== null) {
    console.error(missing);
    return 2;
  }
  const workshop = openWorkshop();
  if (workshop === null) return runInside(fileURLToPath(import.meta.url));
  const { folder } = workshop;
  const makeCall = join(folder, 'rootfs/make-call');
  const readFilter = join(folder, 'read-filter');
  mkdirSync(join(folder, 'rootfs/proc'), { recursive: true });
  run('gcc', ...freestanding, '-o', makeCall, join(here, 'make-call.c'));
  run('gcc', '-O1', '-Wall', '-Wextra', '-Werror', '-o', readFilter, join(here, 'read-filter.c'));
  for (const runtime of ['runc', 'crun'] as const) {
    const profiles: RecordedProfile[] = [];
    for (const question of questions) profiles.push(await record(question, { folder, readFilter, runtime }));
    const made = circumstances(runtime);
    writeFileSync(join(here, `recordings/${runtime}.json`), renderRecording({ made, profiles }));
    console.log(`${runtime}: ${profiles.length} profiles`);
  }
  return 0;
}

const freestanding = ['-O1', '-static', '-nostdlib', '-fno-stack-protector', '-Wall', '-Wextra', '-Werror'] as const;

async function record({ name, text, calls }: Question, place: Place): Promise<RecordedProfile> {
  const read = calls.map((written) => ({ written, call: callOf(written) }));
  const made = read.filter(({ call }) => call.entry !== 'i386').map(({ call }) => call);
  const ran = await runContainer(text, { made, place });
  if ('refused' in ran) return { name, text, ...ran };
  const bare = await runContainer('null', { made, place });
  if ('refused' in bare) throw new Error(bare.refused);
  const answers = read.map(({ written, call }): RecordedAnswer => {
    const returns = ran.filter === null ? null : hex(runFilter(ran.filter, dataOf(call)));
    const index = made.indexOf(call);
    if (index === -1) return { call: written, returns };
    return { call: written, returns, came: came(ran.came[index]), bare: came(bare.came[index]) };
  });
  return { name, text, answers };
}

/** What a call gives back above 0 is another number each time: an id, a descriptor. */
function came(word = 'nothing'): string {
  return /^[1-9]/.test(word) ? 'ok' : word;
}

function hex(value: number): string {
  return `0x${(value >>> 0).toString(16).padStart(8, '0')}`;
}

function callOf(written: string): ReadCall {
  const read = readSeccompCall(written);
  if ('problem' in read) throw new Error(`${written}: ${read.problem.is}`);
  return read.call;
}

/** The i386 entry has registers of 32 bits. */
function dataOf({ entry, number, registers }: ReadCall) {
  const seen = entry === 'i386' ? registers.map((register) => BigInt.asUintN(32, register)) : registers;
  return { architecture: auditArchitectures[entry], number, registers: seen };
}

interface Running {
  readonly made: readonly ReadCall[];
  readonly place: Place;
}

async function runContainer(text: string, { made, place }: Running): Promise<Ran | { readonly refused: string }> {
  const { folder, runtime, readFilter } = place;
  const args = made.map(({ number, registers }) => `${number}:${registers.join(',')}`);
  // The text goes in as it is: what a runtime makes of its commas and keys is part of the question.
  const configuration = JSON.stringify(configurationOf(args)).replace('"PROFILE"', () => text);
  writeFileSync(join(folder, 'config.json'), configuration);
  const state = [runtime, '--root', join(folder, 'state')] as const;
  const container = spawn(runtime, ['--root', join(folder, 'state'), 'run', '--bundle', folder, 'asked'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 30_000,
    killSignal: 'SIGKILL',
  });
  const complaint = readAll(container.stderr);
  const lines: string[] = [];
  try {
    for await (const line of createInterface({ input: container.stdout })) {
      if (line !== 'ready') {
        lines.push(line);
        continue;
      }
      const { pid } = JSON.parse(run(...state, 'state', 'asked')) as { readonly pid: number };
      return { came: lines, filter: filterOf(readFilter, pid) };
    }
    return { refused: wordsOf(await complaint) };
  } finally {
    container.kill('SIGKILL');
    discard(state);
  }
}

function filterOf(readFilter: string, pid: number): readonly Instruction[] | null {
  if (/^Seccomp:\s*0$/m.test(run('cat', `/proc/${pid}/status`))) return null;
  return run(readFilter, String(pid))
    .trim()
    .split('\n')
    .map((line) => {
      const [code = 0, jt = 0, jf = 0, k = 0] = line.split(' ').map(Number);
      return { code, jt, jf, k };
    });
}

/** runc quotes its words as its log does; crun draws an arrow below the first line. */
function wordsOf(complaint: string): string {
  const [, quoted] = /level=error msg=("(?:[^"\\]|\\.)*")/.exec(lastLine(complaint)) ?? [];
  if (quoted !== undefined) return (JSON.parse(quoted) as string).replace('runc run failed: ', '');
  const lines = complaint
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('cgroups in hybrid mode'));
  return (lines[0] ?? '').replace('load `config.json`: ', '');
}

function discard(state: readonly [string, ...string[]]): void {
  try {
    run(...state, 'delete', '--force', 'asked');
  } catch {
    // It never was, and the runtime says so.
    return;
  }
}

function configurationOf(calls: readonly string[]) {
  return {
    ociVersion: '1.0.2',
    root: { path: 'rootfs', readonly: true },
    process: {
      terminal: false,
      cwd: '/',
      args: ['/make-call', ...calls],
      env: [],
      user: { uid: 0, gid: 0 },
      noNewPrivileges: true,
      capabilities: { bounding: [], permitted: [], effective: [] },
    },
    mounts: [{ destination: '/proc', type: 'proc', source: 'proc', options: [] }],
    linux: { namespaces: [{ type: 'pid' }, { type: 'mount' }], seccomp: 'PROFILE' },
  };
}

process.exitCode = await main();
