/**
 * What the recorder asks the kernel: profiles, each with the calls that tell how it was loaded.
 * Long because it is one list, a question a row.
 */
import { profileText, rule, type Comparison, type TestRule } from '../../support/seccomp.ts';

export interface Question {
  readonly name: string;
  readonly text: string;
  readonly calls: readonly string[];
}

const three = ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32'];
const native = ['SCMP_ARCH_X86_64'];
const big = 0x1_0000_0000n;

/** What `make-call` needs itself, and the runtimes between loading the filter and execve. */
const needed = rule(
  'ALLOW',
  [
    'fork clone wait4 write rt_sigaction rt_sigreturn exit exit_group execve futex close fcntl fstatfs getdents64 openat',
    'read mmap munmap nanosleep tgkill sigaltstack gettid epoll_ctl epoll_pwait rt_sigprocmask sched_yield getpid madvise',
    'newfstatat clock_gettime fstat',
  ].join(' '),
);

function open(name: string, rules: readonly TestRule[], ...calls: readonly string[]): Question {
  return { name, text: profileText(rules, { defaultAction: 'SCMP_ACT_ALLOW', architectures: three }), calls };
}

function closed(
  name: string,
  head: Parameters<typeof profileText>[1],
  calls: readonly string[],
  ...rules: readonly TestRule[]
): Question {
  return { name, text: profileText([needed, ...rules], head), calls };
}

function headed(name: string, head: object, ...calls: readonly string[]): Question {
  return { name, text: profileText([rule('ERRNO 77', 'socket')], { defaultAction: 'SCMP_ACT_ALLOW', ...head }), calls };
}

/** A profile of one rule for socket, its JSON as it stands here. */
function written(name: string, members: string, head = ''): Question {
  const text = `{"defaultAction":"SCMP_ACT_ALLOW"${head},"syscalls":[{${members}}]}`;
  return { name, text, calls: ['socket(40)'] };
}

const named = '"names":["socket"],"action":"SCMP_ACT_ERRNO"';
const compared = (members: string): string => `${named},"errnoRet":77,"args":[{${members}}]`;
const on = (...args: readonly Comparison[]): TestRule => rule('ERRNO 77', 'ioctl', ...args);

export const questions: readonly Question[] = [
  open(
    'an action and its number',
    [rule('ERRNO 77', 'socket')],
    'socket(2)',
    'bind',
    'i386:socket(2)',
    'x32:socket(2)',
  ),
  open('no number', [rule('ERRNO', 'socket')], 'socket(2)'),
  open('errno 0', [rule('ERRNO 0', 'socket')], 'socket(2)'),
  open('errno 4094', [rule('ERRNO 4094', 'socket')], 'socket(2)'),
  open('errno 4095', [rule('ERRNO 4095', 'socket')], 'socket(2)'),
  open('errno beyond 16 bits', [rule('ERRNO 65613', 'socket')], 'socket(2)'),
  open(
    'actions',
    [
      rule('KILL', 'setuid'),
      rule('KILL_THREAD', 'setgid'),
      rule('KILL_PROCESS', 'setsid'),
      rule('TRAP', 'umask'),
      rule('TRACE 9', 'getuid'),
      rule('LOG', 'getgid'),
    ],
    'setuid',
    'setgid',
    'setsid',
    'umask',
    'getuid',
    'getgid',
  ),
  open(
    'conditions of one rule',
    [rule('ERRNO 77', 'socket', [0, 'EQ', 2], [1, 'EQ', 1])],
    'socket(2,1)',
    'socket(2,2)',
    'socket(1,1)',
    'i386:socket(2,1)',
    'i386:socketcall(1,1)',
    'i386:socketcall(1,2)',
    'i386:socketcall(2,1)',
  ),
  open(
    'several rules',
    [rule('ERRNO 77', 'socket', [0, 'EQ', 16]), rule('ERRNO 77', 'socket', [0, 'EQ', 17])],
    'socket(16,3)',
    'socket(17,3)',
    'socket(2,1)',
  ),
  open('a register twice', [on([1, 'GE', 100], [1, 'LE', 200])], 'ioctl(-1,50)', 'ioctl(-1,150)', 'ioctl(-1,500)'),
  open(
    'a register twice, another once',
    [on([1, 'EQ', 7], [1, 'EQ', 8], [2, 'EQ', 3])],
    'ioctl(-1,7)',
    'ioctl(-1,9,3)',
    'ioctl(-1,9,4)',
  ),
  open('two NE', [on([1, 'NE', 1], [1, 'NE', 2])], 'ioctl(-1,1)', 'ioctl(-1,2)', 'ioctl(-1,3)'),
  open(
    '64 bits',
    [on([1, 'EQ', 0x5412])],
    'ioctl(-1,0x5412)',
    'ioctl(-1,0x100005412)',
    'ioctl(-1,-1)',
    'x32:ioctl(-1,0x100005412)',
    'i386:ioctl(-1,0x100005412)',
  ),
  open(
    'unsigned',
    [rule('ERRNO 77', 'socket', [0, 'GT', 40])],
    'socket(-1)',
    'socket(40,1)',
    'socket(0xffffffff)',
    'socket(41)',
  ),
  open(
    'families',
    [
      rule('ERRNO 77', 'socket', [0, 'LT', 1]),
      rule('ERRNO 77', 'socket', [0, 'EQ', 38]),
      rule('ERRNO 77', 'socket', [0, 'GT', 39]),
    ],
    'socket(38,5)',
    'socket(40,1)',
    'socket(0x100000026,5)',
    'socket(1,1)',
    'socket(0)',
  ),
  open(
    'masked',
    [rule('ERRNO 77', 'personality', [0, 'MASKED_EQ', 0xff00, 0x1200])],
    'personality(0x1234)',
    'personality(0x1334)',
    'personality(0x100001200)',
  ),
  open(
    'masked without a second value',
    [rule('ERRNO 77', 'personality', [0, 'MASKED_EQ', 0xff])],
    'personality(0x100)',
    'personality(1)',
  ),
  open('mask 0', [rule('ERRNO 77', 'personality', [0, 'MASKED_EQ', 0, 7])], 'personality(0)', 'personality(9)'),
  open(
    'value outside of the mask',
    [rule('ERRNO 77', 'personality', [0, 'MASKED_EQ', 0xf0, 0x1ff])],
    'personality(0xf3)',
    'personality(0xe3)',
  ),
  open(
    'a high mask',
    [rule('ERRNO 77', 'ioctl', [1, 'MASKED_EQ', 0xffff_ffff_0000_0000n, big])],
    'ioctl(-1,0x100000007)',
    'ioctl(-1,7)',
    'i386:ioctl(-1,7)',
    'x32:ioctl(-1,7)',
  ),
  open(
    'the upper half closed',
    [rule('ERRNO 77', 'socket', [0, 'MASKED_EQ', 0xffff_ffff, 40])],
    'socket(40,1)',
    'socket(0x100000028,1)',
    'socket(41)',
  ),
  open('a second value for nothing', [on([1, 'EQ', 5, 9])], 'ioctl(-1,5)', 'ioctl(-1,9)'),
  open(
    'edges',
    [
      rule('ERRNO 71', 'getpriority', [1, 'LT', 5]),
      rule('ERRNO 72', 'umask', [0, 'LE', 5]),
      rule('ERRNO 73', 'socket', [0, 'GE', 5]),
      rule('ERRNO 74', 'dup', [0, 'GT', 5]),
      rule('ERRNO 75', 'alarm', [0, 'NE', 5]),
    ],
    'getpriority(0,4)',
    'getpriority(0,5)',
    'umask(5)',
    'umask(6)',
    'socket(5)',
    'socket(4)',
    'dup(6)',
    'dup(5)',
    'alarm(4)',
    'alarm(5)',
  ),
  open(
    'edges of 64 bits',
    [
      rule('ERRNO 71', 'getpriority', [1, 'LT', big]),
      rule('ERRNO 72', 'umask', [0, 'LE', big]),
      rule('ERRNO 73', 'socket', [0, 'GE', big]),
      rule('ERRNO 74', 'dup', [0, 'GT', big]),
      rule('ERRNO 75', 'alarm', [0, 'NE', big]),
    ],
    'getpriority(0,0xffffffff)',
    'getpriority(0,0x100000000)',
    'umask(0x100000000)',
    'umask(0x100000001)',
    'socket(0x100000000)',
    'socket(0xffffffff)',
    'dup(0x100000001)',
    'dup(0x100000000)',
    'alarm(0)',
    'alarm(0x100000000)',
  ),
  open(
    'beyond 32 bits on 32-bit entries',
    [rule('ERRNO 77', 'ioctl', [1, 'EQ', 0xffff_ffff_ffff_ffffn]), rule('ERRNO 78', 'fcntl', [1, 'LT', 2n * big])],
    'i386:ioctl(0,0xffffffff)',
    'i386:fcntl(0,1)',
    'x32:fcntl(0,1)',
    'fcntl(-1,1)',
  ),
  open(
    'names of i386',
    [rule('ERRNO 77', 'chown umount clock_settime')],
    'chown',
    'i386:chown',
    'i386:chown32',
    'i386:umount',
    'i386:umount2',
    'umount2',
    'i386:clock_settime',
    'i386:clock_settime64',
  ),
  open(
    'socketcall',
    [rule('ERRNO 77', 'socket', [0, 'EQ', 2]), rule('ERRNO 78', 'bind'), rule('ERRNO 79', 'accept')],
    'i386:socketcall(1)',
    'i386:socketcall(2)',
    'i386:socketcall(3)',
    'i386:socketcall(5)',
    'i386:socket(2)',
    'i386:socket(3)',
    'accept(-1)',
  ),
  open(
    'ipc',
    [rule('ERRNO 77', 'shmat semtimedop msgget')],
    'i386:ipc(21)',
    'i386:ipc(4)',
    'i386:ipc(13)',
    'i386:ipc(22)',
    'i386:ipc(65557)',
    'i386:shmat',
    'shmat',
  ),
  open('the first of two', [rule('ERRNO 77', 'socket'), rule('KILL', 'socket')], 'socket(2)'),
  open('the first number of two', [rule('ERRNO 77', 'socket'), rule('ERRNO 78', 'socket')], 'socket(2)'),
  open('no conditions behind conditions', [on([1, 'EQ', 3]), rule('ERRNO 78', 'ioctl')], 'ioctl(-1,3)', 'ioctl(-1,4)'),
  open('no conditions before conditions', [rule('ERRNO 78', 'ioctl'), on([1, 'EQ', 3])], 'ioctl(-1,3)'),
  open('like the default', [rule('ALLOW', 'ioctl'), on([1, 'EQ', 3])], 'ioctl(-1,3)', 'ioctl(-1,4)'),
  open('one condition, two actions', [on([1, 'EQ', 3]), rule('KILL', 'ioctl', [1, 'EQ', 3])], 'ioctl(-1,3)'),
  open(
    'a short rule behind a long one',
    [on([1, 'EQ', 3], [2, 'EQ', 4]), rule('KILL', 'ioctl', [1, 'EQ', 3])],
    'ioctl(-1,3)',
  ),
  open(
    'a short rule before a long one',
    [rule('ERRNO 78', 'ioctl', [1, 'EQ', 3]), on([1, 'EQ', 3], [2, 'EQ', 4])],
    'ioctl(-1,3,5)',
    'ioctl(-1,4,4)',
  ),
  open(
    'ranges that share their upper half',
    [on([1, 'GT', 5], [2, 'EQ', 2]), rule('KILL', 'ioctl', [1, 'GT', 9])],
    'ioctl(-1,3)',
  ),
  open(
    'a rule that is lost',
    [on([1, 'GT', 5]), on([1, 'GT', 0], [2, 'EQ', 1])],
    'ioctl(-1,3,1)',
    'ioctl(-1,6)',
    'ioctl(-1,0)',
  ),
  open(
    'overlap',
    [on([1, 'GE', 10]), rule('ERRNO 78', 'ioctl', [1, 'LE', 20])],
    'ioctl(-1,15)',
    'ioctl(-1,30)',
    'ioctl(-1,3)',
  ),
  open(
    'with and without conditions on i386',
    [rule('ERRNO 77', 'socket', [0, 'EQ', 40]), rule('KILL', 'socket')],
    'socket(40)',
  ),
  open(
    'the same with socketcall decided',
    [rule('ERRNO 78', 'socketcall'), rule('ERRNO 77', 'socket', [0, 'EQ', 40]), rule('KILL', 'socket')],
    'socket(40)',
    'i386:socketcall(1)',
    'i386:socket(40)',
  ),
  open('names that are none', [rule('ERRNO 77', 'Socket sockett 41 umask')], 'socket(2)', 'umask'),
  open(
    'the number is not read',
    [rule('ERRNO 77', 'chown32'), rule('ERRNO 77', 'socket', [0, 'EQ', 40])],
    'socket(40)',
    'x32:socket(40)',
    'i386:socket(40)',
  ),
  open(
    'exact rules of several registers',
    [
      rule('ERRNO 77', 'socket', [0, 'EQ', 2], [1, 'EQ', 3]),
      rule('ERRNO 77', 'socket', [0, 'EQ', 1]),
      rule('ERRNO 78', 'socket', [0, 'EQ', 16], [2, 'EQ', 9]),
    ],
    'socket(2,3)',
    'socket(2,1)',
    'socket(1,1)',
    'socket(16,3,9)',
    'socket(16,3,0)',
  ),
  open(
    'clone and clone3',
    [rule('ERRNO 77', 'unshare', [0, 'MASKED_EQ', 0x7e02_0000, 0x1000_0000]), rule('ERRNO 38', 'clone3')],
    'unshare(0x10000000)',
    'unshare(0x10)',
    'clone3',
  ),
  headed('no list of architectures', {}, 'socket(2)', 'i386:getpid', 'x32:getpid'),
  headed('an empty list', { architectures: [] }, 'socket(2)', 'i386:getpid', 'x32:getpid'),
  headed('i386 alone', { architectures: ['SCMP_ARCH_X86'] }, 'socket(2)', 'i386:getpid', 'i386:socket', 'x32:getpid'),
  headed('x32 alone', { architectures: ['SCMP_ARCH_X32'] }, 'socket(2)', 'i386:getpid', 'x32:getpid', 'x32:socket'),
  headed('a foreign one', { architectures: ['SCMP_ARCH_AARCH64'] }, 'socket(2)', 'i386:getpid'),
  headed('the other byte order', { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_S390X'] }, 'socket(2)'),
  headed('one twice', { architectures: ['SCMP_ARCH_X86', 'SCMP_ARCH_X86'] }, 'socket(2)', 'i386:socket'),
  headed('an unknown one', { architectures: ['SCMP_ARCH_X64'] }, 'socket(2)'),
  headed('one without its prefix', { architectures: ['x86'] }, 'i386:socket'),
  headed('RISC-V', { architectures: ['SCMP_ARCH_RISCV64'] }, 'socket(2)'),
  headed('a flag', { flags: ['SECCOMP_FILTER_FLAG_LOG'] }, 'socket(2)'),
  headed('an unknown flag', { flags: ['LOG'] }, 'socket(2)'),
  headed('no flags', { flags: [] }, 'socket(2)'),
  headed(
    'archMap',
    { archMap: [{ architecture: 'SCMP_ARCH_X86_64', subArchitectures: ['SCMP_ARCH_X86'] }] },
    'socket(2)',
    'i386:getpid',
  ),
  headed('a number beside a default of ALLOW', { defaultErrnoRet: 5 }, 'socket(2)'),
  headed('an agent by no absolute path', { listenerPath: 'agent' }, 'socket(2)'),
  closed('a stub', { architectures: three }, [
    'unshare',
    'clone3',
    '435',
    '500',
    'i386:500',
    'i386:300',
    'i386:socket',
    'x32:500',
    'x32:unshare',
    'x32:umask',
    'umask',
    'i386:umask',
  ]),
  closed(
    'a stub up to a rule that denies',
    { architectures: native },
    ['clone3', 'unshare', '435', '436'],
    rule('ERRNO 77', 'clone3'),
  ),
  closed(
    'a stub up to what i386 multiplexes',
    { architectures: three },
    ['i386:363', 'i386:330', 'sendmmsg(-1)', '330'],
    rule('ALLOW', 'sendmmsg'),
  ),
  closed('no stub for a native entry that is not listed', { architectures: ['SCMP_ARCH_X86'] }, [
    'unshare',
    'clone3',
    'i386:500',
  ]),
  closed('no stub without a list', {}, ['unshare', 'clone3']),
  closed('a stub for another errno', { architectures: native, defaultErrnoRet: 77 }, ['umask', 'clone3']),
  closed('a stub for ENOSYS', { architectures: native, defaultErrnoRet: 38 }, ['umask', 'clone3']),
  closed('a stub for TRAP', { architectures: native, defaultAction: 'SCMP_ACT_TRAP' }, ['umask', 'clone3']),
  closed('no stub for TRACE', { architectures: native, defaultAction: 'SCMP_ACT_TRACE' }, ['umask', 'clone3']),
  closed('no stub for LOG', { architectures: native, defaultAction: 'SCMP_ACT_LOG' }, ['umask', 'clone3']),
  closed(
    'an allow list with a condition',
    { architectures: three },
    ['socket(2)', 'socket(1)', 'socket(0x100000002)', 'i386:socketcall(1,9)', 'i386:socketcall(2)'],
    rule('ALLOW', 'socket', [0, 'EQ', 2]),
  ),
  closed(
    'the same action with another number',
    { architectures: native },
    ['umask', 'alarm'],
    rule('ERRNO 77', 'umask'),
  ),
  closed('a misspelt name closes', { architectures: native }, ['umask'], rule('ALLOW', 'umaks')),
  closed('a default too high', { defaultErrnoRet: 4095 }, ['umask']),
  written('NOTIFY without an agent', '"names":["socket"],"action":"SCMP_ACT_NOTIFY"'),
  written('the old form', '"name":"socket","action":"SCMP_ACT_ERRNO","errnoRet":77'),
  written(
    'includes',
    `${named},"errnoRet":77,"includes":{"caps":["CAP_SYS_ADMIN"]},"excludes":{"arches":["amd64"]},"comment":"x"`,
  ),
  written('keys in other letters', '"NAMES":["socket"],"Action":"SCMP_ACT_ERRNO","errnoret":77'),
  written('a repeated key', `${named},"errnoRet":77,"errnoRet":78`),
  written('a repeated key in other letters', `${named},"errnoRet":77,"ERRNORET":78`),
  written(
    'a repeated list',
    `${named},"errnoRet":77,"args":[{"index":0,"value":3,"op":"SCMP_CMP_EQ"}]}],"syscalls":[{${named}`,
  ),
  written('a comment', `${named},"errnoRet":77 /* why */`),
  written('a missing comma', `${named} "errnoRet":77`),
  written('a missing colon', `${named},"errnoRet" 77`),
  written('a missing comma in a list', '"names":["socket" "bind"],"action":"SCMP_ACT_ERRNO"'),
  written('a trailing comma', `${named},"errnoRet":77,`),
  written('a text for a number', `${named},"errnoRet":"77"`),
  written('a fraction', `${named},"errnoRet":77.0`),
  written('a power', `${named},"errnoRet":7e1`),
  written('33 bits', `${named},"errnoRet":4294967373`),
  written('65 bits', compared('"index":0,"value":18446744073709551616,"op":"SCMP_CMP_EQ"')),
  written('below zero', compared('"index":0,"value":-1,"op":"SCMP_CMP_NE"')),
  written('null', `${named},"errnoRet":77,"args":null`),
  written('no value', compared('"index":0,"op":"SCMP_CMP_NE"')),
  written('no index', compared('"value":40,"op":"SCMP_CMP_EQ"')),
  written('no operator', compared('"index":0,"value":40')),
  written('an unknown operator', compared('"index":0,"value":40,"op":"SCMP_CMP_IN"')),
  written('argument 6', compared('"index":6,"value":40,"op":"SCMP_CMP_EQ"')),
  written(
    'argument 6 of a rule that is skipped',
    '"names":["socket"],"action":"SCMP_ACT_ALLOW","args":[{"index":6,"value":40,"op":"SCMP_CMP_EQ"}]',
  ),
  written('an empty name', '"names":["","socket"],"action":"SCMP_ACT_ERRNO","errnoRet":77'),
  written('a name up to NUL', '"names":["socket\\u0000x"],"action":"SCMP_ACT_ERRNO","errnoRet":77'),
  written('no action', '"names":["socket"]'),
  written('an unknown action', '"names":["socket"],"action":"SCMP_ACT_DENY"'),
  written('a number beside KILL', '"names":["socket"],"action":"SCMP_ACT_KILL","errnoRet":77'),
  { name: 'nothing', text: '{}', calls: ['socket(2)'] },
  { name: 'a list', text: '[]', calls: ['socket(2)'] },
  { name: 'null itself', text: 'null', calls: ['socket(2)'] },
  { name: 'no default', text: `{"syscalls":[{${named}}]}`, calls: ['socket(2)'] },
];
