import { describe, expect, test } from 'vitest';
import { profileText, rule } from '../../../../tests/support/seccomp.ts';
import { readSeccompProfile } from './read.ts';

const all = ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32'];
const read = (text: string) => readSeccompProfile({ file: 'profile.json', text, language: 'seccomp' }).findings;

/** Codes, with the text that each stands at. */
const found = (text: string): readonly string[] =>
  read(text).map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`);

const run = rule('ALLOW', 'execve');
/** A profile that refuses what it does not name, so that nothing is to be said about it as a whole. */
const closed = (...rules: readonly Parameters<typeof profileText>[0][number][]): string =>
  profileText([run, ...rules], { architectures: all });
const open = (...rules: readonly Parameters<typeof profileText>[0][number][]): string =>
  profileText(rules, { defaultAction: 'SCMP_ACT_ALLOW', architectures: all });
const openByDefault = 'seccomp-rule/open-by-default: "SCMP_ACT_ALLOW"';
const raw = (members: string): string =>
  `{"defaultAction":"SCMP_ACT_ERRNO","architectures":${JSON.stringify(all)},"syscalls":[${JSON.stringify(run)},{${members}}]}`;

describe('nothing is said', () => {
  test.each([
    ['of a plain allow list', closed(rule('ALLOW', 'read write'))],
    [
      'of an exact condition that allows',
      closed(rule('ALLOW', 'socket', [0, 'EQ', 2]), rule('ERRNO 38', 'io_uring_setup')),
    ],
    ['of the names of other machines', closed(rule('ALLOW', 'chown32 arm_fadvise64_64 _newselect'))],
    ['of a comment', raw('"names":["read"],"action":"SCMP_ACT_ALLOW","comment":"why"')],
    [
      'of clone by its flags beside a clone3 that is not there',
      closed(rule('ALLOW', 'clone', [0, 'MASKED_EQ', 0x7e020000, 0]), rule('ERRNO 38', 'clone3')),
    ],
    ['of text that is no JSON', '{'],
    ['of no profile', 'null'],
  ])('%s', (_what, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('is told', () => {
  test.each<readonly [string, string, readonly string[]]>([
    ['a list of what is forbidden', open(rule('ERRNO', 'mount')), [openByDefault]],
    ['a name that opens', open(rule('ERRNO', 'moumt')), [openByDefault, 'seccomp-rule/unknown-call: "moumt"']],
    ['a name that closes', closed(rule('ALLOW', 'Read')), ['seccomp-rule/unknown-call: "Read"']],
    ['a number for a name', closed(rule('ALLOW', '41')), ['seccomp-rule/unknown-call: "41"']],
    [
      'a rule like the default',
      closed(rule('ERRNO', 'mount')),
      ['seccomp-rule/like-default: {"names":["mount"],"action":"SCMP_ACT_ERRNO"}'],
    ],
    [
      'the second of two',
      closed(rule('ALLOW', 'mount'), rule('KILL', 'mount')),
      ['seccomp-rule/never-counts: "mount"'],
    ],
    [
      'conditions beside none',
      closed(rule('KILL', 'ptrace', [0, 'GT', 1]), rule('ALLOW', 'ptrace')),
      ['seccomp-rule/hidden-conditions: "ptrace"'],
    ],
    [
      'a register twice',
      closed(rule('ALLOW', 'ptrace', [0, 'GE', 1], [0, 'LE', 9])),
      ['seccomp-rule/register-twice: {"index":0,"op":"SCMP_CMP_LE","value":9}'],
    ],
    [
      'an address',
      closed(rule('ALLOW', 'unlink', [0, 'EQ', 1])),
      ['seccomp-rule/pointer: {"index":0,"op":"SCMP_CMP_EQ","value":1}'],
    ],
    [
      '32 bits of 64',
      open(rule('ERRNO', 'ioctl', [1, 'EQ', 0x5412])),
      [openByDefault, 'seccomp-rule/upper-half: {"index":1,"op":"SCMP_CMP_EQ","value":21522}'],
    ],
    [
      'sockets, and io_uring open',
      open(rule('ERRNO', 'socket')),
      [openByDefault, 'seccomp-rule/io-uring: {"names":["socket"],"action":"SCMP_ACT_ERRNO"}'],
    ],
    [
      'clone by its flags, clone3 with EPERM',
      closed(rule('ALLOW', 'clone', [0, 'MASKED_EQ', 0x7e020000, 0]), rule('ALLOW', 'futex_waitv')),
      [
        'seccomp-rule/clone3: {"names":["clone"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"op":"SCMP_CMP_MASKED_EQ","value":2114060288,"valueTwo":0}]}',
      ],
    ],
    [
      'no execve',
      profileText([rule('ALLOW', 'read')], { architectures: all }),
      ['seccomp-rule/no-execve: "SCMP_ACT_ERRNO"'],
    ],
    ['a number for nothing', closed(rule('KILL 5', 'mount')), ['seccomp-rule/errno-ignored: "SCMP_ACT_KILL"']],
    [
      'a number of more than 16 bits',
      closed(rule('ERRNO 65613', 'mount')),
      ['seccomp-rule/errno-cut: "SCMP_ACT_ERRNO"'],
    ],
    [
      'entries left out',
      profileText([run], { architectures: ['SCMP_ARCH_X86'] }),
      ['seccomp-rule/entry-left-out: "SCMP_ARCH_X86"', 'seccomp-rule/entry-left-out: "SCMP_ARCH_X86"'],
    ],
    [
      'keys of Docker',
      raw(
        '"names":["mount"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_SYS_ADMIN"]},"excludes":{},"minKernel":"4.8"',
      ),
      [
        'seccomp-rule/docker-key: "includes"',
        'seccomp-rule/docker-key: "excludes"',
        'seccomp-rule/docker-key: "minKernel"',
      ],
    ],
    ['archMap', profileText([run], { architectures: all, archMap: [] }), ['seccomp-rule/docker-key: "archMap"']],
    ['the old form', raw('"name":"mount","action":"SCMP_ACT_ALLOW"'), ['seccomp-rule/old-form: "name"']],
    [
      'a key that is none',
      raw('"names":["read"],"action":"SCMP_ACT_ALLOW","errnoRed":1'),
      ['seccomp-rule/unknown-key: "errnoRed"'],
    ],
    [
      'a key in other letters',
      raw('"Names":["read"],"action":"SCMP_ACT_ALLOW"'),
      ['seccomp-rule/other-letters: "Names"'],
    ],
    [
      'a key twice',
      raw('"names":["read"],"action":"SCMP_ACT_ALLOW","names":["write"]'),
      ['seccomp-rule/repeated-key: "names"'],
    ],
    [
      'a key of an argument',
      raw(
        '"names":["ptrace"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":1,"op":"SCMP_CMP_EQ","valueTow":1}]',
      ),
      ['seccomp-rule/unknown-key: "valueTow"'],
    ],
  ])('%s', (_what, text, findings) => {
    expect(found(text)).toEqual(findings);
  });

  test.each([
    [open(rule('ERRNO', 'moumt')), 'seccomp-rule/unknown-call', { name: 'moumt', nearest: 'mount', opens: true }],
    [closed(rule('ALLOW', 'moumt')), 'seccomp-rule/unknown-call', { name: 'moumt', nearest: 'mount', opens: false }],
    [
      closed({ names: [' Mount '], action: 'SCMP_ACT_ALLOW' }),
      'seccomp-rule/unknown-call',
      { name: ' Mount ', nearest: 'mount', opens: false },
    ],
    [closed(rule('ALLOW', '41')), 'seccomp-rule/unknown-call', { name: '41', nearest: 'socket', opens: false }],
    [closed(rule('ALLOW', 'mount'), rule('KILL', 'mount')), 'seccomp-rule/never-counts', { call: 'mount', line: 4 }],
    [
      raw('"names":["read"],"action":"SCMP_ACT_ALLOW","errnoRed":1'),
      'seccomp-rule/unknown-key',
      { key: 'errnoRed', nearest: 'errnoRet' },
    ],
  ])('with facts: %s', (text, code, facts) => {
    expect(read(text).find((each) => each.code === code)?.facts).toEqual(facts);
  });
});
