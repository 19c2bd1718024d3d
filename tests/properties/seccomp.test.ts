import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compileSeccomp,
  decideSeccomp,
  explainSeccompAnswer,
  explainSeccompFinding,
  readSeccompCall,
  readSeccompProfile,
  type SeccompRuntime,
} from '../../src/checker/policy/seccomp/index.ts';
import { answerWord, profileText, rule, type TestRule } from '../support/seccomp.ts';

const runtimes = fc.constantFrom<SeccompRuntime>('runc', 'crun');
const read = (text: string) => readSeccompProfile({ file: 'profile.json', text, language: 'seccomp' });
const values = fc.constantFrom(0n, 1n, 2n, 5n, 0xffff_ffffn, 0x1_0000_0000n, 0x1_0000_0005n, 0xffff_ffff_ffff_ffffn);
const operators = fc.constantFrom('NE', 'LT', 'LE', 'EQ', 'GE', 'GT', 'MASKED_EQ');
const actions = fc.constantFrom('ALLOW', 'ERRNO', 'ERRNO 5', 'KILL', 'TRAP', 'LOG', 'TRACE', 'NOTIFY', 'NONE');
const names = fc.constantFrom('ioctl', 'socket', 'socketcall', 'bind', 'semop', 'chown32', 'read', 'reed', 'clone3');
const rules: fc.Arbitrary<readonly TestRule[]> = fc.array(
  fc
    .tuple(
      actions,
      names,
      fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), operators, values, values), { maxLength: 3 }),
    )
    .map(([action, name, args]) => rule(action, name, ...args)),
  { maxLength: 6 },
);
const architectures = fc.subarray(['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32', 'SCMP_ARCH_ARM']);
const profiles = fc
  .tuple(rules, actions, architectures)
  .map(([list, action, listed]) =>
    profileText(list, { defaultAction: `SCMP_ACT_${action.split(' ')[0]}`, architectures: listed }),
  );
const calls = fc
  .tuple(
    fc.constantFrom('', 'i386:', 'x32:'),
    fc.constantFrom('socket', 'read', 'clone3', '54', '600'),
    fc.array(values, { maxLength: 6 }),
  )
  .map(([entry, name, args]) => `${entry}${name}(${args.join(',')})`);

function answer(text: string, written: string, runtime: SeccompRuntime) {
  const compiled = compileSeccomp(read(text).profile, runtime);
  const asked = readSeccompCall(written);
  return 'refusal' in compiled || 'problem' in asked ? null : decideSeccomp(compiled.value, asked.call);
}

/** What people type is near to a profile: its letters, some gone, some twice. */
const slips = fc
  .tuple(profiles, fc.nat(), fc.nat({ max: 4 }), fc.constantFrom('', '"', '{', ',', '//', '\u0000', '9'))
  .map(([text, at, gone, put]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + gone);
  });

describe('a seccomp profile, whatever it is', () => {
  test('never throws, and what it says has a sentence', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), profiles, slips), runtimes, (text, runtime) => {
        const { profile, findings } = read(text);
        for (const found of findings) expect(explainSeccompFinding(found).what).not.toBe('');
        const compiled = compileSeccomp(profile, runtime);
        if ('refusal' in compiled) expect(explainSeccompFinding(compiled.refusal).what).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  test('is read in time that grows with its length', () => {
    const long = ['[', '{"a":', '"', '/*', '//\n', '[]', '{"syscalls":[', ',', '\\', '{}'].map((part) =>
      part.repeat(65_536 / part.length),
    );
    const rulesForOne = Array.from({ length: 700 }, (_, index) => rule('ALLOW', 'ioctl', [1, 'EQ', index]));
    for (const text of [...long, profileText(rulesForOne)]) {
      const { profile } = read(text);
      expect(() => compileSeccomp(profile, 'runc')).not.toThrow();
    }
  });

  test('answers every call, with a reason, and with a rule of its own text', () => {
    fc.assert(
      fc.property(profiles, calls, runtimes, (text, call, runtime) => {
        const said = answer(text, call, runtime);
        if (said === null) return;
        expect(explainSeccompAnswer(said.why, 'line 1').what).not.toBe('');
        if (said.rule !== null)
          expect(JSON.parse(text.slice(said.rule.span.start, said.rule.span.end))).toHaveProperty('action');
        if (said.decision === 'unknown') expect([said.errno, said.signal]).toEqual([null, null]);
      }),
      { numRuns: 500 },
    );
  });

  test('answers a call alike, whatever was asked before', () => {
    fc.assert(
      fc.property(profiles, fc.array(calls, { maxLength: 5 }), calls, (text, before, call) => {
        const compiled = compileSeccomp(read(text).profile, 'crun');
        if ('refusal' in compiled) return;
        const ask = (written: string) => {
          const asked = readSeccompCall(written);
          return 'problem' in asked ? null : decideSeccomp(compiled.value, asked.call);
        };
        const alone = ask(call);
        before.forEach(ask);
        expect(ask(call)).toEqual(alone);
      }),
    );
  });

  test('a rule that comes last and names another call changes nothing', () => {
    fc.assert(
      fc.property(rules, calls, (list, call) => {
        const head = { defaultAction: 'SCMP_ACT_ALLOW', architectures: ['SCMP_ARCH_X86_64'] };
        // A rule without conditions for a call of each entry, so that the number is read with and without.
        const first = rule('ERRNO', 'getpid');
        const [without, withIt] = [
          [first, ...list],
          [first, ...list, rule('KILL', 'umask')],
        ].map((each) => answer(profileText(each, head), call, 'crun'));
        expect(withIt && answerWord(withIt)).toEqual(without && answerWord(without));
      }),
    );
  });
});
