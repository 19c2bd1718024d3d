/** What loaded rules answer to calls. Long because it is a table: a row a set of rules, with the calls that tell them apart. */
import { describe, expect, test } from 'vitest';
import { answerWord, asked, profileText, rule, type TestRule } from '../../../../tests/support/seccomp.ts';

const all = ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32'];
const openEntry = { defaultAction: 'SCMP_ACT_ALLOW', architectures: all };
const big = 0x1_0000_0000n;

type Row = readonly [what: string, rules: readonly TestRule[], answers: Readonly<Record<string, string>>];

/** Under a default of ALLOW on all three entries, where no stub stands in front. */
describe('rules under an open default', () => {
  test.each<Row>([
    ['one rule, no conditions', [rule('ERRNO 13', 'mount')], { mount: '13', umount2: 'allowed' }],
    ['EPERM where no number is written', [rule('ERRNO', 'mount')], { mount: '1' }],
    ['errno 0 is success without the call', [rule('ERRNO 0', 'mount')], { mount: '0' }],
    ['only 16 bits of the number count', [rule('ERRNO 65549', 'mount')], { mount: '13' }],
    [
      'all conditions of a rule',
      [rule('ERRNO 5', 'socket', [0, 'EQ', 2], [1, 'EQ', 3])],
      {
        'socket(2,3)': '5',
        'socket(2,1)': 'allowed',
        'socket(1,3)': 'allowed',
      },
    ],
    [
      'any of several rules',
      [rule('ERRNO 5', 'socket', [0, 'EQ', 16]), rule('ERRNO 5', 'socket', [0, 'EQ', 17])],
      {
        'socket(16)': '5',
        'socket(17)': '5',
        'socket(2)': 'allowed',
      },
    ],
    [
      'two on one register: any of ALL conditions of the rule',
      [
        rule('ERRNO 5', 'ioctl', [1, 'GE', 100], [1, 'LE', 200]),
        rule('ERRNO 6', 'fcntl', [1, 'EQ', 7], [1, 'EQ', 8], [0, 'EQ', 3]),
      ],
      { 'ioctl(0,50)': '5', 'ioctl(0,500)': '5', 'fcntl(3,9)': '6', 'fcntl(4,9)': 'allowed', 'fcntl(4,8)': '6' },
    ],
    [
      'two NE on one register match everything',
      [rule('ERRNO 5', 'socket', [0, 'NE', 1], [0, 'NE', 2])],
      {
        'socket(1)': '5',
        'socket(2)': '5',
      },
    ],
    [
      'comparisons are unsigned, of 64 bits',
      [rule('ERRNO 5', 'ioctl', [1, 'EQ', 0x5412])],
      {
        'ioctl(0,0x5412)': '5',
        'ioctl(0,0x100005412)': 'allowed',
        'ioctl(0,-1)': 'allowed',
      },
    ],
    [
      'GT takes -1 for the highest number',
      [rule('ERRNO 5', 'socket', [0, 'GT', 40])],
      {
        'socket(-1)': '5',
        'socket(40)': 'allowed',
        'socket(0xffffffff)': '5',
      },
    ],
    [
      'the families of RuntimeDefault leave the upper half open',
      [rule('ERRNO 1', 'socket', [0, 'EQ', 38]), rule('ERRNO 1', 'socket', [0, 'EQ', 40])],
      { 'socket(40)': '1', 'socket(0x100000028)': 'allowed' },
    ],
    [
      'MASKED_EQ: value is the mask',
      [rule('ERRNO 5', 'clone', [0, 'MASKED_EQ', 0x7e020000, 0x10000000])],
      {
        'clone(0x10000011)': '5',
        'clone(0x110000000)': '5',
        'clone(0x11)': 'allowed',
      },
    ],
    [
      'MASKED_EQ without valueTwo wants 0',
      [rule('ERRNO 5', 'clone', [0, 'MASKED_EQ', 0xff])],
      {
        'clone(0x100)': '5',
        'clone(1)': 'allowed',
      },
    ],
    ['mask 0 matches everything', [rule('ERRNO 5', 'clone', [0, 'MASKED_EQ', 0, 7])], { 'clone(9)': '5' }],
    [
      'bits outside of the mask are dropped',
      [rule('ERRNO 5', 'clone', [0, 'MASKED_EQ', 0xf0, 0x1ff])],
      {
        'clone(0xf3)': '5',
        'clone(0xe3)': 'allowed',
      },
    ],
    ['valueTwo is nothing to other operators', [rule('ERRNO 5', 'socket', [0, 'EQ', 2, 99])], { 'socket(2)': '5' }],
    [
      'each operator at its edge',
      [
        rule('ERRNO 2', 'read', [0, 'LT', 5]),
        rule('ERRNO 3', 'write', [0, 'LE', 5]),
        rule('ERRNO 4', 'close', [0, 'GE', 5]),
        rule('ERRNO 5', 'fstat', [0, 'GT', 5]),
        rule('ERRNO 6', 'lseek', [0, 'NE', 5]),
      ],
      {
        'read(4)': '2',
        'read(5)': 'allowed',
        'write(5)': '3',
        'write(6)': 'allowed',
        'close(5)': '4',
        'close(4)': 'allowed',
        'fstat(6)': '5',
        'fstat(5)': 'allowed',
        'lseek(4)': '6',
        'lseek(5)': 'allowed',
      },
    ],
    [
      'i386 compares the low half of value',
      [rule('ERRNO 5', 'ioctl', [1, 'EQ', 0xffff_ffff_ffff_ffffn]), rule('ERRNO 6', 'fcntl', [1, 'LT', 2n * big])],
      { 'i386:ioctl(0,0xffffffff)': '5', 'i386:fcntl(0,1)': 'allowed', 'fcntl(0,1)': '6', 'i386:ioctl(0,-1)': '5' },
    ],
    [
      'x32 does so too, although its registers have 64 bits',
      [rule('ERRNO 5', 'ioctl', [1, 'EQ', 5n + big])],
      {
        'x32:ioctl(0,5)': '5',
        'x32:ioctl(0,0x700000005)': '5',
        'ioctl(0,5)': 'allowed',
      },
    ],
    [
      'a name of i386 covers its own number only',
      [rule('ERRNO 5', 'chown umount')],
      {
        chown: '5',
        'i386:chown': '5',
        'i386:chown32': 'allowed',
        'i386:umount': '5',
        'i386:umount2': 'allowed',
        umount2: 'allowed',
      },
    ],
    [
      'socketcall is covered by its first argument, and the rule forgets what it asked of register 0',
      [rule('ERRNO 5', 'socket', [0, 'EQ', 2]), rule('ERRNO 6', 'bind')],
      {
        'i386:socketcall(1)': '5',
        'i386:socketcall(2)': '6',
        'i386:socketcall(3)': 'allowed',
        'i386:socket(2)': '5',
        'i386:socket(3)': 'allowed',
        'i386:socketcall(0x100000001)': '5',
      },
    ],
    [
      'of other registers the socketcall is still asked',
      [rule('ERRNO 5', 'socket', [1, 'EQ', 3])],
      {
        'i386:socketcall(1,3)': '5',
        'i386:socketcall(1,4)': 'allowed',
      },
    ],
    [
      'ipc stands for the calls of System V',
      [rule('ERRNO 5', 'shmat semtimedop')],
      {
        'i386:ipc(21)': '5',
        'i386:ipc(4)': '5',
        'i386:ipc(22)': 'allowed',
        'i386:ipc(0x10015)': 'allowed',
        'i386:shmat': '5',
      },
    ],
    ['the first of two rules without conditions', [rule('ERRNO 5', 'mount'), rule('KILL', 'mount')], { mount: '5' }],
    ['the first, also of two error numbers', [rule('ERRNO 5', 'mount'), rule('ERRNO 6', 'mount')], { mount: '5' }],
    [
      'no conditions beat conditions',
      [rule('ERRNO 5', 'ioctl', [1, 'EQ', 3]), rule('ERRNO 6', 'ioctl')],
      {
        'ioctl(0,3)': '6',
        'ioctl(0,4)': '6',
      },
    ],
    [
      'no conditions beat conditions that come later',
      [rule('ERRNO 6', 'ioctl'), rule('ERRNO 5', 'ioctl', [1, 'EQ', 3])],
      {
        'ioctl(0,3)': '6',
      },
    ],
    [
      'a rule like the default protects nothing',
      [rule('ALLOW', 'ioctl'), rule('ERRNO 5', 'ioctl', [1, 'EQ', 3])],
      {
        'ioctl(0,3)': '5',
        'ioctl(0,4)': 'allowed',
      },
    ],
    [
      'names that libseccomp does not know',
      [rule('ERRNO 5', 'Mount umnt2 41'), rule('ERRNO 6', 'unlink')],
      {
        mount: 'allowed',
        umount2: 'allowed',
        socket: 'allowed',
        unlink: '6',
      },
    ],
    [
      'overlap with different actions',
      [rule('ERRNO 5', 'ioctl', [1, 'GE', 10]), rule('ERRNO 6', 'ioctl', [1, 'LE', 20])],
      {
        'ioctl(0,15)': 'unknown',
        'ioctl(0,30)': '5',
        'ioctl(0,3)': '6',
      },
    ],
    [
      'overlap with the same action',
      [rule('ERRNO 5', 'ioctl', [1, 'GE', 10]), rule('ERRNO 5', 'ioctl', [1, 'EQ', 20])],
      {
        'ioctl(0,20)': '5',
      },
    ],
    [
      'actions',
      [
        rule('KILL', 'mount'),
        rule('KILL_THREAD', 'umount2'),
        rule('KILL_PROCESS', 'swapon'),
        rule('TRAP', 'swapoff'),
        rule('TRACE 9', 'reboot'),
        rule('LOG', 'sethostname'),
      ],
      {
        mount: 'killed',
        umount2: 'killed',
        swapon: 'killed',
        swapoff: 'killed',
        reboot: '38',
        sethostname: 'allowed',
      },
    ],
    [
      'numbers',
      [rule('ERRNO 5', 'read')],
      { '0': '5', '1': 'allowed', 'x32:0': '5', 'i386:3': '5', '0x40000000': '5', '999': 'allowed' },
    ],
  ])('%s', (_what, rules, answers) => {
    const text = profileText(rules, openEntry);
    const found = Object.fromEntries(Object.keys(answers).map((call) => [call, answerWord(asked(text, call))]));
    expect(found).toEqual(answers);
    const crun = Object.fromEntries(Object.keys(answers).map((call) => [call, answerWord(asked(text, call, 'crun'))]));
    expect(crun).toEqual(answers);
  });
});

describe('entries', () => {
  test.each([
    [undefined, { getpid: 'allowed', 'i386:getpid': 'killed', 'x32:getpid': 'killed' }],
    [[], { getpid: 'allowed', 'i386:getpid': 'killed' }],
    [
      ['SCMP_ARCH_X86'],
      { getpid: 'allowed', mount: '5', 'i386:getpid': 'allowed', 'i386:mount': '5', 'x32:mount': 'killed' },
    ],
    [['SCMP_ARCH_AARCH64'], { getpid: 'allowed', mount: '5', 'i386:getpid': 'killed' }],
    [['SCMP_ARCH_X32'], { 'x32:getpid': 'allowed', 'x32:mount': '5', 'i386:getpid': 'killed' }],
  ])('%j', (architectures, answers) => {
    const head = { defaultAction: 'SCMP_ACT_ALLOW', ...(architectures !== undefined && { architectures }) };
    const text = profileText([rule('ERRNO 5', 'mount')], head);
    expect(Object.fromEntries(Object.keys(answers).map((call) => [call, answerWord(asked(text, call))]))).toEqual(
      answers,
    );
  });
});

describe('the stub of runc', () => {
  const short = [rule('ALLOW', 'read exit_group')];
  const native = { architectures: ['SCMP_ARCH_X86_64'] };
  test.each([
    ['a number above the highest', native, short, 'unshare', '38', '1'],
    ['a number below', native, short, 'getpid', '1', '1'],
    ['a number without a name', native, short, '500', '38', '1'],
    ['rules that deny count', native, [...short, rule('ERRNO 5', 'clone3')], 'unshare', '1', '1'],
    ['an entry that is not listed has none', {}, short, 'unshare', '1', '1'],
    ['nor has one without names', native, [rule('ALLOW', 'chown32')], 'unshare', '1', '1'],
    ['number 0 is none', native, [rule('ALLOW', 'read')], 'unshare', '1', '1'],
    ['no rules', native, [], 'unshare', '1', '1'],
    ['for KILL', { ...native, defaultAction: 'SCMP_ACT_KILL' }, short, 'unshare', '38', 'killed'],
    ['for TRAP', { ...native, defaultAction: 'SCMP_ACT_TRAP' }, short, 'unshare', '38', 'killed'],
    ['not for TRACE', { ...native, defaultAction: 'SCMP_ACT_TRACE' }, short, 'unshare', '38', '38'],
    ['not for LOG', { ...native, defaultAction: 'SCMP_ACT_LOG' }, short, 'unshare', 'allowed', 'allowed'],
    ['with another errno', { ...native, defaultErrnoRet: 13 }, short, 'unshare', '38', '13'],
    [
      'what i386 multiplexes does not count',
      { architectures: ['SCMP_ARCH_X86'] },
      [rule('ALLOW', 'read socket')],
      'i386:4',
      '38',
      '1',
    ],
    ['of x32', { architectures: ['SCMP_ARCH_X32'] }, short, 'x32:unshare', '38', '1'],
    [
      'each entry has its own',
      { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'] },
      short,
      'i386:unshare',
      '38',
      '1',
    ],
  ])('%s', (_what, head, rules, call, runc, crun) => {
    const text = profileText(rules, head);
    expect([answerWord(asked(text, call)), answerWord(asked(text, call, 'crun'))]).toEqual([runc, crun]);
  });

  test('is not there where the default is the whole return value', () => {
    const text = profileText(short, { ...native, defaultAction: 'SCMP_ACT_KILL', defaultErrnoRet: 0x50026 });
    expect(answerWord(asked(text, 'unshare'))).toBe('killed');
  });
});

describe('why', () => {
  const multi = [rule('ALLOW', 'ioctl', [0, 'GT', 5]), rule('ALLOW', 'ioctl', [0, 'GT', 0], [2, 'EQ', 1])];
  test.each([
    ['seccomp-profile/rule', profileText([rule('ALLOW', 'read')]), 'read', 3],
    ['seccomp-profile/rule', profileText([rule('ALLOW', 'read'), rule('ALLOW', 'ioctl', [1, 'LT', 9])]), 'ioctl', 4],
    ['seccomp-profile/default', profileText([rule('ALLOW', 'read')]), 'write', null],
    ['seccomp-profile/default', profileText([rule('ALLOW', 'read', [0, 'EQ', 1])]), 'read', null],
    ['seccomp-profile/no-filter', '{}', 'read', null],
    ['seccomp-profile/no-filter', 'null', 'read', null],
    ['seccomp-profile/entry-not-listed', profileText([]), 'i386:read', null],
    [
      'seccomp-profile/newer-than-profile',
      profileText([rule('ALLOW', 'write')], { architectures: all }),
      'openat',
      null,
    ],
    [
      'seccomp-profile/ambiguous',
      profileText([rule('ALLOW', 'read', [0, 'GT', 1]), rule('KILL', 'read', [0, 'GT', 2])]),
      'read(3)',
      null,
    ],
    // The second rule is lost: the test for an upper half above 0 is answered by the first one already.
    ['seccomp-profile/misread', profileText(multi), 'ioctl(3,0,1)', null],
    [
      'seccomp-profile/number-not-read',
      profileText([rule('KILL', 'chown32'), rule('KILL', 'socket', [0, 'EQ', 40])], openEntry),
      'socket(40)',
      null,
    ],
  ])('%s', (code, text, call, line) => {
    const { why, rule: decisive } = asked(text, call);
    expect(why.code).toBe(code);
    expect(decisive === null ? null : text.slice(0, decisive.span.start).split('\n').length).toBe(line);
  });

  test('an agent decides about a call that is notified; without one it is not made', () => {
    const rules = [rule('NOTIFY', 'mount')];
    const withAgent = profileText(rules, { ...openEntry, listenerPath: '/run/agent' });
    expect(answerWord(asked(withAgent, 'mount'))).toBe('unknown');
    expect(answerWord(asked(profileText(rules, openEntry), 'mount', 'crun'))).toBe('38');
  });
});
