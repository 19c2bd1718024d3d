import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideAppArmor, debianIncludes, readAppArmorProfiles } from '../../src/checker/policy/apparmor/index.ts';
import type { AppArmorAccess, AppArmorPolicy } from '../../src/checker/policy/apparmor/index.ts';

const read = (text: string) => readAppArmorProfiles({ file: 'p', text }, debianIncludes);
const profileOf = (rules: readonly string[]): string =>
  `profile x {\n${rules.map((rule) => ` ${rule},\n`).join('')}}\n`;

const anyGlob = fc
  .array(fc.constantFrom('/', 'a', 'b', '*', '**', '?', '[ab]', '[^a]', '{a,b}', '{,a}', '.'), { maxLength: 5 })
  .map((parts) => `/${parts.join('')}`);
const anyLetters = fc
  .uniqueArray(fc.constantFrom('r', 'w', 'k', 'm', 'l'), { minLength: 1 })
  .map((each) => each.join(''));
const anyRule = fc
  .tuple(fc.constantFrom('', 'owner ', 'audit '), anyGlob, anyLetters)
  .map(([before, glob, letters]) => `${before}${glob} ${letters}`);
const anyPath = fc
  .array(fc.constantFrom('/', 'a', 'b', '.'), { maxLength: 5 })
  .map((parts) => `/${parts.join('')}`.replace(/\/+/g, '/'));
const anyAccess: fc.Arbitrary<AppArmorAccess> = fc.oneof(
  fc.record({
    kind: fc.constant('file' as const),
    path: anyPath,
    asks: fc.constantFrom(1, 2, 4, 6, 8, 32, 64),
    isNew: fc.boolean(),
    by: fc.constantFrom('path', 'inherited', 'disconnected'),
  }),
  fc.record({ kind: fc.constantFrom('rename' as const, 'exchange' as const), from: anyPath, to: anyPath }),
  fc.record({ kind: fc.constant('link' as const), from: anyPath, to: anyPath }),
  fc.record({ kind: fc.constant('exec' as const), path: anyPath }),
);

const asker = { profile: 'x', uid: 0, owner: 0, noNewPrivs: false };
const answer = (policy: AppArmorPolicy | null, access: AppArmorAccess) =>
  policy === null ? null : decideAppArmor(policy, access, asker);

/** Pieces of the language, so that made-up texts come near to profiles. */
const piece = fc.constantFrom(
  ...[
    'profile x {',
    '}',
    '/a r,',
    'deny ',
    'owner ',
    'audit ',
    '"',
    ',',
    '\n',
    ' ',
    '{',
    '->',
    '=',
    '(',
    ')',
    '#',
    '\\',
    '@{A}',
  ],
  ...[
    '@{A}=/b',
    'include <abstractions/base>',
    '#include',
    'mount ',
    'options=(',
    'signal ',
    'peer=',
    'set rlimit ',
    '<=',
    'ix',
    '$B',
  ],
  ...[
    'capability ',
    'network ',
    'unix ',
    'dbus ',
    'ptrace ',
    'if ',
    'not ',
    'else ',
    'hat ',
    '^',
    'flags=(',
    '/**',
    '[',
    ']',
    '*',
    '\r\n',
  ],
);

describe('a text', () => {
  test('never throws, and what does not load says why', () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(anyText, anyAccess, (text, access) => {
        const { policy, refusal, findings } = read(text);
        expect(policy === null).toBe(refusal !== null);
        for (const { span } of findings) expect(span.start <= span.end && span.end <= text.length).toBe(true);
        answer(policy, access);
      }),
      { numRuns: 3000 },
    );
  });

  test('of great size and little sense is answered', () => {
    for (const part of [
      '{',
      '}',
      'profile x {',
      '"',
      '/a r,',
      '@{A}=@{A}',
      'mount ',
      '/{a,',
      '#include <x>\n',
      '(',
      'deny ',
      '\\',
    ])
      expect(read(part.repeat(5000)).findings.length).toBeLessThan(200);
    const doubling = Array.from({ length: 40 }, (_, index) => `@{V${index + 1}}=@{V${index}}@{V${index}}\n`).join('');
    const { policy } = read(`@{V0}=a b\n${doubling}profile x {\n /@{V40} r,\n}\n`);
    expect(policy?.open?.name).toMatch(/^@\{V\d+\}$/);
  });
});

describe('rules on files', () => {
  test('may stand in any order', () => {
    fc.assert(
      fc.property(
        fc.array(anyRule, { maxLength: 6 }),
        fc.array(anyRule, { maxLength: 3 }),
        anyAccess,
        (allows, denies, access) => {
          const rules = [
            ...allows,
            ...denies.map((rule) => rule.replace(/^(owner )?/, 'deny $1').replace('deny audit', 'audit deny')),
          ];
          const [there, back] = [read(profileOf(rules)), read(profileOf([...rules].reverse()))];
          const told = [there, back].map(({ policy }) => answer(policy, access));
          expect(told[0]?.decision).toBe(told[1]?.decision);
          expect(told[0]?.missing).toBe(told[1]?.missing);
          expect(told[0]?.logged).toBe(told[1]?.logged);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('are never made wider by a deny', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(anyRule, { maxLength: 6 }),
        anyGlob,
        anyLetters,
        anyAccess,
        (allows, glob, letters, access) => {
          fc.pre(access.kind !== 'link');
          const before = answer(read(profileOf(allows)).policy, access);
          const after = answer(read(profileOf([...allows, `deny ${glob} ${letters}`])).policy, access);
          seen.add(`${before?.decision} ${after?.decision}`);
          expect(`${before?.decision} ${after?.decision}`).not.toBe('denied allowed');
        },
      ),
      { numRuns: 1000 },
    );
    expect([...seen].sort()).toEqual(['allowed allowed', 'allowed denied', 'denied denied']);
  });

  test('are never made narrower by one more allow', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 6 }), anyRule, anyAccess, (allows, more, access) => {
        fc.pre(access.kind !== 'link');
        const before = answer(read(profileOf(allows)).policy, access);
        const after = answer(read(profileOf([...allows, more])).policy, access);
        expect(`${before?.decision} ${after?.decision}`).not.toBe('allowed denied');
      }),
      { numRuns: 500 },
    );
  });
});
