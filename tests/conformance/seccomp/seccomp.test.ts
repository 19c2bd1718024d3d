import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  compileSeccomp,
  decideSeccomp,
  readSeccompCall,
  readSeccompProfile,
  type CompiledFilter,
  type SeccompAnswer,
  type SeccompRuntime,
} from '../../../src/checker/policy/seccomp/index.ts';
import { questions } from './questions.ts';
import type { Recording, RecordedAnswer } from './recording.ts';

const runtimes = ['runc', 'crun'] as const;
const read = (runtime: SeccompRuntime): Recording =>
  JSON.parse(readFileSync(join(import.meta.dirname, `recordings/${runtime}.json`), 'utf8')) as Recording;

const compile = (text: string, runtime: SeccompRuntime) =>
  compileSeccomp(readSeccompProfile({ file: 'profile.json', text, language: 'seccomp' }).profile, runtime);

function answerOf(filter: CompiledFilter, written: string): SeccompAnswer {
  const asked = readSeccompCall(written);
  if ('problem' in asked) throw new Error(written);
  return decideSeccomp(filter, asked.call);
}

/** What the kernel does with what a filter returns (include/uapi/linux/seccomp.h), in the words of an answer. */
function effectOf(returns: string | null): string {
  if (returns === null) return 'allowed';
  const value = Number(returns);
  const data = value & 0xffff;
  switch ((value & 0xffff_0000) >>> 0) {
    case 0x7fff_0000:
    case 0x7ffc_0000:
      return 'allowed';
    case 0x0005_0000:
      return `errno ${data}`;
    // A tracer and an agent are not there, and then the call is not made.
    case 0x7ff0_0000:
    case 0x7fc0_0000:
      return 'errno 38';
    case 0x0003_0000:
      return 'trap';
    case 0x8000_0000:
      return 'killed-process';
    default:
      return 'killed-thread';
  }
}

function effectOfAnswer({ decision, action, errno, signal }: SeccompAnswer): string {
  if (decision !== 'denied') return decision;
  if (signal === null) return `errno ${errno}`;
  if (action === 'SCMP_ACT_TRAP') return 'trap';
  return action === 'SCMP_ACT_KILL_PROCESS' ? 'killed-process' : 'killed-thread';
}

/** What comes back from a call that is made under such a filter. */
function comes(effect: string, { bare }: RecordedAnswer): string | undefined {
  if (effect === 'allowed') return bare;
  if (effect === 'trap') return 'trap 0';
  return effect === 'errno 0' ? '0' : effect.replace('errno ', '-');
}

/** The recorder hands a profile over inside of a configuration, so Go names two more fields on the way. */
const unwrapped = (words: string): string =>
  words
    .replace('linux.seccomp.', '')
    .replace('struct field Linux.linux.seccomp of', 'value of')
    .replace(/^unable to start container process: (?!unable|listener)/, '');

describe.each(runtimes)('%s', (runtime) => {
  const { profiles } = read(runtime);

  test('was asked every question as it stands', () => {
    expect(profiles.map(({ name, text }) => ({ name, text }))).toEqual(
      questions.map(({ name, text }) => ({ name, text })),
    );
    const counts = profiles.map((profile) => ('answers' in profile ? profile.answers.length : 1));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(200);
  });

  test.each(profiles)('$name', (profile) => {
    const compiled = compile(profile.text, runtime);
    if ('refused' in profile) {
      expect('refusal' in compiled ? compiled.refusal.words : 'it loads').toBe(unwrapped(profile.refused));
      return;
    }
    if ('refusal' in compiled) throw new Error(`refused: ${compiled.refusal.words}`);
    for (const recorded of profile.answers) {
      const effect = effectOf(recorded.returns);
      // The filter that was read back and the call that was made agree, or the recording is worth nothing.
      if (recorded.came !== undefined) expect(recorded.came).toBe(comes(effect, recorded));
      const answer = effectOfAnswer(answerOf(compiled.value, recorded.call));
      if (answer !== 'unknown') expect(`${recorded.call}: ${answer}`).toBe(`${recorded.call}: ${effect}`);
    }
  });

  test('is told unknown only where rules overlap or are misread', () => {
    const open = profiles.flatMap((profile) => {
      const compiled = compile(profile.text, runtime);
      if (!('answers' in profile) || 'refusal' in compiled) return [];
      const unknown = profile.answers.filter(({ call }) => answerOf(compiled.value, call).decision === 'unknown');
      return unknown.map(({ call }) => `${profile.name}: ${call}`);
    });
    expect(open).toEqual(['a rule that is lost: ioctl(-1,3,1)', 'overlap: ioctl(-1,15)']);
  });
});
