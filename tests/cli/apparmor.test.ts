/**
 * The command's answers, rule by rule of AppArmor's language. Long because it is a table: a row a rule and an access, and the
 * kinds of rules share the way they are asked.
 */
import { describe, expect, test } from 'vitest';
import { appArmorTextOf, containerdProfile } from '../../src/checker/policy/apparmor/index.ts';
import { appArmorOutput, type AppArmorEntry } from '../../src/cli/apparmor-output.ts';
import { Unusable } from '../../src/cli/unusable.ts';
import { bulkhead, bulkheadProgram, temporaryFiles } from './command.ts';

const write = temporaryFiles();
let written = 0;

/** Asks a profile `x` of these rules, or a whole text. */
async function ask(rules: string, ...words: readonly string[]): Promise<readonly AppArmorEntry[]> {
  const text = /^(profile|@\{|alias|include) ?[^\n]*\n/.test(rules) ? rules : `profile x {\n${rules}\n}\n`;
  written += 1;
  const file = write(`profile-${written}`, text);
  const { output, status } = await bulkhead('apparmor', '--format', 'json', file, ...words);
  expect(status).toBe(0);
  return appArmorOutput.parse(JSON.parse(output));
}

/** Answers an entry in a word or two: `EACCES r`, `allowed`, `allowed y` where a label comes with it. */
function shortOf({ decision, errno, signal, label, missing }: AppArmorEntry): string {
  const words = decision === 'denied' ? [signal ?? errno ?? '', missing] : [decision, label ?? ''];
  return words.filter(Boolean).join(' ');
}

type Row = readonly [rules: string, ...asked: readonly (readonly [access: string, answer: string])[]];

function tell(title: string, rows: readonly Row[], ...options: readonly string[]): void {
  describe(title, () => {
    test.each(rows.map(([rules, ...asked]) => ({ rules, asked })))('$rules', async ({ rules, asked }) => {
      const entries = await ask(rules, ...options, ...asked.map(([access]) => access));
      expect(entries.map((entry) => `${entry.access}: ${shortOf(entry)}`)).toEqual(
        asked.map(([access, answer]) => `${access}: ${answer}`),
      );
    });
  });
}

tell('1: the path is the resolved one, and some calls need nothing', [
  [
    'deny /** r,',
    ['stat /a', 'allowed'],
    ['readlink /a', 'allowed'],
    ['chdir /a/', 'allowed'],
    ['access /a', 'allowed'],
  ],
  ['/real/a r,', ['open r /real//./x/../a', 'allowed'], ['open r /real/a', 'allowed'], ['open r /link/a', 'EACCES r']],
]);

tell('2: a directory ends with a slash', [
  ['/x/y/ r,', ['list /x/y', 'allowed'], ['list /x/y/', 'allowed'], ['open r /x/y', 'EACCES r']],
  ['/x/y r,', ['list /x/y/', 'EACCES r']],
  ['/x/new/ w,', ['mkdir /x/new', 'allowed'], ['rmdir /x/new/', 'allowed'], ['mkdir /x/other', 'EACCES w']],
  ['/ r,', ['list /', 'allowed']],
]);

tell('3: no rule is asked about the directories on the way', [
  ['/a/b/c r, deny /a/ r, deny /a/b/ r,', ['open r /a/b/c', 'allowed']],
  ['/up/ rw, /down/ w, deny /up/secret rw,', ['rename /up/ /down/', 'allowed'], ['open r /up/secret', 'EACCES r']],
]);

tell('4: globs', [
  [
    '/s/* r,',
    ['open r /s/a', 'allowed'],
    ['open r /s/.a', 'allowed'],
    ['list /s/', 'EACCES r'],
    ['list /s/d/', 'EACCES r'],
    ['open r /s/d/a', 'EACCES r'],
  ],
  ['/s/** r,', ['list /s/', 'EACCES r'], ['list /s/d/', 'allowed'], ['open r /s/d/e/f', 'allowed']],
  ['/s/{,**} r,', ['list /s/', 'allowed'], ['open r /s/d/e', 'allowed']],
  ['/s/*/ r,', ['list /s/d/', 'allowed'], ['open r /s/d', 'EACCES r']],
  ['/s/a* r, /s/**z w,', ['open r /s/a', 'allowed'], ['open w /s/z', 'allowed']],
  ['/a/**/b r,', ['open r /a/b', 'EACCES r'], ['open r /a/x/b', 'allowed']],
  ['/d[^a]x r,', ['open r /d/x', 'allowed'], ['open r /dax', 'EACCES r']],
  ['/d? r,', ['open r /da', 'allowed'], ['open r /d/', 'EACCES r']],
  ['/a\\*b r,', ['open r /a*b', 'allowed'], ['open r /axb', 'EACCES r']],
  ['/a//b r, /c/../d r,', ['open r /a/b', 'allowed'], ['open r /d', 'EACCES r']],
  ['"/a b" r,', ['open r "/a b"', 'allowed']],
  ['alias /a/ -> /b/,\nprofile x {\n /a/c r,\n}\n', ['open r /a/c', 'allowed'], ['open r /b/c', 'allowed']],
]);

tell('5: variables', [
  [
    '@{V}=/a /b\nprofile x {\n @{V}/c r,\n}\n',
    ['open r /a/c', 'allowed'],
    ['open r /b/c', 'allowed'],
    ['open r /c', 'EACCES r'],
  ],
  ['@{V}=/a/\n@{V}+=/z/\nprofile x {\n @{V}/c r,\n}\n', ['open r /a/c', 'allowed'], ['open r /z/c', 'allowed']],
  [
    'include <tunables/global>\nprofile x {\n @{PROC}/@{pid}/status r,\n}\n',
    ['open r /proc/1/status', 'allowed'],
    ['open r /proc/4711/status', 'allowed'],
  ],
  ['signal peer=@{profile_name},', ['signal send hup peer=x', 'allowed'], ['signal send hup peer=y', 'EACCES send']],
]);

tell('6: /proc/self never appears', [
  ['/proc/self/status r,', ['open r /proc/7/status', 'EACCES r'], ['open r /proc/self/status', 'EACCES r']],
  [
    '/proc/[0-9]*/** r, owner /proc/*/task/*/comm w,',
    ['open r /proc/self/status', 'allowed'],
    ['open w /proc/thread-self/comm', 'allowed'],
  ],
]);

tell('7 and 8: permissions add up, and a deny takes its part', [
  ['/x r, /x w,', ['open rw /x', 'allowed']],
  [
    '/** rw, deny /x w, /x rw,',
    ['open r /x', 'allowed'],
    ['open w /x', 'EACCES w'],
    ['open rw /x', 'EACCES w'],
    ['open rw /y', 'allowed'],
  ],
  ['deny /d/** r, /d/deep/file r,', ['open r /d/deep/file', 'EACCES r']],
]);

tell('10: what each call asks for', [
  ['/x r,', ['open r /x', 'allowed'], ['open rt /x', 'EACCES w'], ['lock /x', 'EACCES k'], ['mmap x /x', 'EACCES m']],
  [
    '/x w,',
    ...(['create', 'unlink', 'truncate', 'chmod', 'chown', 'symlink', 'mknod', 'bind', 'append'] as const).map(
      (call) => [`${call} /x`, 'allowed'] as const,
    ),
    ['open r /x', 'EACCES r'],
  ],
  [
    '/x a,',
    ['append /x', 'allowed'],
    ['open a /x', 'allowed'],
    ['open w /x', 'EACCES w'],
    ['create /x', 'EACCES w'],
    ['truncate /x', 'EACCES w'],
    ['chmod /x', 'EACCES w'],
  ],
  ['/a rw, /b w,', ['rename /a /b', 'allowed'], ['rename /b /a', 'EACCES r'], ['exchange /a /b', 'EACCES r']],
  ['/a w, /b w,', ['rename /a /b', 'EACCES r']],
  ['/x k, /y m,', ['lock /x', 'allowed'], ['mmap x /y', 'allowed'], ['mmap rx /y', 'EACCES r']],
  ['/x r,', ['connect /run/s', 'allowed']],
]);

tell('11: what was opened before is not asked again', [
  ['/x k,', ['open rw /x inherited', 'allowed'], ['mmap x /x inherited', 'allowed'], ['chmod /x', 'EACCES w']],
]);

tell('12: links', [
  ['/new rl, /old r,', ['link /old /new', 'allowed']],
  ['/new rwl, /old r,', ['link /old /new', 'EACCES w']],
  ['/new r, /old r,', ['link /old /new', 'EACCES l']],
  ['link /new -> /old, /new rw,', ['link /old /new', 'allowed'], ['link /other /new', 'EACCES l']],
  ['link subset /new -> /old, /new rw,', ['link /old /new', 'EACCES rw']],
  ['/new l, /old r, deny /new l,', ['link /old /new', 'EACCES l']],
]);

tell(
  '13: owner, of uid 0',
  [['owner /x rw, owner /new w,', ['open r /x', 'EACCES r'], ['create /new', 'allowed'], ['unlink /new', 'EACCES w']]],
  '--owner',
  '7',
);
tell(
  '13: owner, of the same uid',
  [['owner /x rw, /y rw, deny owner /y w,', ['open r /x', 'allowed'], ['open w /y', 'EACCES w']]],
  '--owner',
  '7',
  '--uid',
  '7',
);
tell(
  '13: deny owner, of another uid',
  [['/y rw, deny owner /y w,', ['open w /y', 'allowed']]],
  '--owner',
  '7',
  '--uid',
  '8',
);

tell('14: file, and what looks like it', [
  [
    'file,',
    ['open rw /x', 'allowed'],
    ['list /', 'allowed'],
    ['exec /bin/a', 'allowed x'],
    ['mmap x /y', 'allowed'],
    ['lock /y', 'allowed'],
  ],
  [
    '/** rwkl,',
    ['open rw /x', 'allowed'],
    ['list /', 'EACCES r'],
    ['exec /bin/a', 'EACCES x'],
    ['mmap x /y', 'EACCES m'],
  ],
]);

const family = `profile x {
 /bin/i ix,
 /bin/p px,
 /bin/c cx,
 /bin/u ux,
 /bin/none px,
 /bin/pix pix,
 /bin/cix cix,
 /bin/pux pux,
 /bin/n px -> y,
 /bin/ni px -> nowhere,
 /bin/nix pix -> nowhere,
 /bin/dead px,
 /bin/cn cx -> kid,
 /bin/stack px -> &y,
 profile kid /bin/c {
  /bin/c* rm,
 }
}
profile /bin/p {
 /bin/p rm,
}
profile y {
 /bin/* rm,
}
profile dead /bin/de?d {
 /bin/dead r,
}
`;

tell('15: exec', [
  [
    family,
    ['exec /bin/i', 'allowed x'],
    ['exec /bin/p', 'allowed /bin/p'],
    ['exec /bin/c', 'allowed x//kid'],
    ['exec /bin/cn', 'allowed x//kid'],
    ['exec /bin/u', 'allowed unconfined'],
    ['exec /bin/none', 'EACCES x'],
    ['exec /bin/pix', 'allowed x'],
    ['exec /bin/cix', 'allowed x'],
    ['exec /bin/pux', 'allowed unconfined'],
    ['exec /bin/n', 'allowed y'],
    ['exec /bin/ni', 'EACCES x'],
    ['exec /bin/nix', 'allowed x'],
    ['exec /bin/dead', 'SIGSEGV m'],
    ['exec /bin/stack', 'allowed x//&y'],
    ['exec /bin/other', 'EACCES x'],
  ],
  [
    'profile x {\n /bin/abc px,\n}\nprofile a /bin/* {\n file,\n}\nprofile b /bin/ab* {\n file,\n}\n',
    ['exec /bin/abc', 'allowed b'],
  ],
  [
    'profile x {\n /bin/a px,\n}\nprofile a /bin/* {\n file,\n}\nprofile b /{bin,x}/* {\n file,\n}\n',
    ['exec /bin/a', 'EACCES x'],
  ],
]);

tell('16: a path beats a glob, and a deny all', [
  [
    'profile x {\n /b/* ix,\n /b/y px,\n}\nprofile /b/y {\n file,\n}\n',
    ['exec /b/y', 'allowed /b/y'],
    ['exec /b/z', 'allowed x'],
  ],
  ['/b/* ix, deny /b/y x,', ['exec /b/y', 'EACCES x'], ['exec /b/z', 'allowed x']],
]);

tell(
  '17: no_new_privs',
  [
    [
      family,
      ['exec /bin/i', 'allowed x'],
      ['exec /bin/p', 'EPERM x'],
      ['exec /bin/u', 'EPERM x'],
      ['exec /bin/pix', 'allowed x'],
      ['exec /bin/stack', 'allowed x//&y'],
    ],
    [
      'change_profile -> *, /proc/*/attr/** w,\n}\nprofile y {',
      ['change_profile y', 'EPERM'],
      ['change_profile x', 'allowed x'],
    ],
  ],
  '--no-new-privs',
);

tell('9 and 18: complain mode', [
  [
    'profile x flags=(complain) {\n /a r,\n deny /b rw,\n audit deny /c r,\n deny /bin/b x,\n /bin/p px,\n}\n',
    ['open w /a', 'allowed'],
    ['open r /b', 'EACCES r'],
    ['open r /c', 'allowed'],
    ['exec /bin/z', 'allowed x//null-/bin/z'],
    ['exec /bin/b', 'allowed x//null-/bin/b'],
    ['exec /bin/p', 'EACCES x'],
    ['capability chown', 'allowed'],
    ['network inet raw', 'allowed'],
  ],
]);

tell('19: change_profile', [
  ['profile x {\n change_profile -> y,\n}\nprofile y {\n}\n', ['change_profile y', 'EACCES w']],
  [
    'profile x {\n change_profile -> y*,\n /proc/*/attr/current w,\n}\nprofile y {\n}\nprofile z {\n}\n',
    ['change_profile y', 'allowed y'],
    ['change_profile -> y', 'allowed y'],
    ['change_profile z', 'EACCES change_profile'],
    ['change_profile yy', 'ENOENT change_profile'],
    ['change_profile unconfined', 'EACCES change_profile'],
  ],
  ['change_profile, /proc/*/task/*/attr/** w,', ['change_profile unconfined', 'allowed unconfined']],
]);

tell('20 and 21: what is not mentioned is refused', [
  [
    'file,',
    ['capability chown', 'EPERM chown'],
    ['network unix stream', 'EACCES unix stream'],
    ['mount fstype=tmpfs tmpfs /x/', 'EACCES mount'],
    ['umount /x/', 'EACCES umount'],
    ['pivot_root /x/ /y/', 'EACCES pivot_root'],
    ['signal send kill', 'EACCES send'],
    ['ptrace trace', 'EACCES trace'],
  ],
  [
    'capability chown net_raw, deny capability net_raw,',
    ['capability CAP_CHOWN', 'allowed'],
    ['capability NET_RAW', 'EPERM net_raw'],
  ],
  ['capability,', ['capability sys_admin', 'allowed']],
]);

tell('22: network', [
  [
    'network,',
    ['network inet stream', 'allowed'],
    ['network netlink raw', 'allowed'],
    ['network unix dgram', 'allowed'],
  ],
  ['network inet,', ['network inet raw', 'allowed'], ['network inet6 stream', 'EACCES inet6 stream']],
  [
    'network inet tcp,',
    ['network inet stream', 'allowed'],
    ['network inet tcp', 'allowed'],
    ['network inet udp', 'EACCES inet dgram'],
  ],
  ['network stream,', ['network unix stream', 'allowed'], ['network inet dgram', 'EACCES inet dgram']],
  [
    'network, deny network raw,',
    ['network inet raw', 'EACCES inet raw'],
    ['network netlink raw', 'EACCES netlink raw'],
    ['network inet dgram', 'allowed'],
  ],
  [
    'unix (send) type=stream peer=(label=y),',
    ['network unix stream', 'allowed'],
    ['network unix dgram', 'EACCES unix dgram'],
  ],
]);

tell('23: mount', [
  [
    'mount,',
    ['mount fstype=tmpfs tmpfs /m/', 'allowed'],
    ['mount options=bind /a/ /m/', 'allowed'],
    ['mount options=remount,ro /m/', 'allowed'],
    ['mount options=rprivate /', 'allowed'],
    ['umount /m/', 'EACCES umount'],
    ['pivot_root /a/ /b/', 'EACCES pivot_root'],
  ],
  [
    'mount options=(ro,nosuid) fstype=tmpfs tmpfs -> /m/,',
    ['mount fstype=tmpfs options=(ro, nosuid) tmpfs /m/', 'allowed'],
    ['mount fstype=tmpfs options=ro tmpfs /m/', 'EACCES mount'],
    ['mount fstype=tmpfs options=ro,nosuid,noexec tmpfs /m/', 'EACCES mount'],
    ['mount fstype=tmpfs options=ro,nosuid tmpfs /n/', 'EACCES mount'],
  ],
  [
    'mount options in (ro,nosuid) -> /m/,',
    ['mount fstype=tmpfs options=ro tmpfs -> /m/', 'allowed'],
    ['mount fstype=tmpfs tmpfs /m/', 'allowed'],
    ['mount fstype=tmpfs options=noexec tmpfs /m/', 'EACCES mount'],
  ],
  [
    'mount options=ro, mount options=nosuid,',
    ['mount fstype=tmpfs options=nosuid tmpfs /m/', 'allowed'],
    ['mount fstype=tmpfs options=ro,nosuid tmpfs /m/', 'EACCES mount'],
  ],
  ['mount fstype=tmpfs,', ['mount options=bind /a/ /m/', 'EACCES mount'], ['remount options=ro /m/', 'EACCES mount']],
  [
    'mount options=bind /a/ -> /m/,',
    ['mount options=bind /a/ /m/', 'allowed'],
    ['mount options=rbind /a/ /m/', 'EACCES mount'],
  ],
  ['mount options=bind /a -> /m,', ['mount options=bind /a/ /m/', 'EACCES mount']],
  [
    'remount options=ro /m/,',
    ['remount options=ro /m/', 'allowed'],
    ['mount options=remount,ro /m/', 'allowed'],
    ['remount /m/', 'EACCES mount'],
  ],
  ['mount, umount, deny mount,', ['mount fstype=tmpfs tmpfs /m/', 'EACCES mount'], ['umount /m/', 'allowed']],
  ['pivot_root oldroot=/o/ /n/,', ['pivot_root /n/ /o/', 'allowed'], ['pivot_root /n/ /x/', 'EACCES pivot_root']],
]);

tell('24: signals, of both sides', [
  ['signal (send) peer=x,', ['signal send kill peer=x', 'EACCES receive']],
  [
    'signal (send receive) peer=x,',
    ['signal send kill', 'allowed'],
    ['signal receive SIGTERM', 'allowed'],
    ['signal send kill peer=unconfined', 'EACCES send'],
  ],
  [
    'signal send set=(term 	exists) peer=unconfined,',
    ['signal send 0 peer=unconfined', 'allowed'],
    ['signal send kill peer=unconfined', 'EACCES send'],
  ],
  [
    'profile x {\n signal,\n}\nprofile y {\n signal receive set=hup,\n}\n',
    ['signal send hup peer=y', 'allowed'],
    ['signal send kill peer=y', 'EACCES receive'],
    ['signal send rtmin+3 peer=y', 'EACCES receive'],
  ],
  ['capability,', ['signal receive kill peer=unconfined', 'EACCES receive']],
]);

tell('25: ptrace, of both sides', [
  ['ptrace (trace read) peer=x,', ['ptrace trace', 'EACCES tracedby'], ['ptrace read', 'EACCES readby']],
  [
    'ptrace peer=@{profile_name},',
    ['ptrace trace', 'allowed'],
    ['ptrace read', 'allowed'],
    ['ptrace tracedby', 'allowed'],
  ],
  ['ptrace readby,', ['ptrace readby peer=unconfined', 'allowed'], ['ptrace read peer=unconfined', 'EACCES read']],
]);

tell('26: rlimit', [
  [
    'set rlimit nofile <= 100,',
    ['rlimit nofile 100', 'allowed'],
    ['rlimit nofile 101', 'EACCES nofile'],
    ['rlimit nproc 5000', 'allowed'],
  ],
]);

tell('27 and 28: paths without a root, and files that are gone', [
  ['/x r,', ['open r /x disconnected', 'EACCES r'], ['open r /x deleted', 'allowed']],
  ['profile x flags=(complain) {\n /x r,\n}\n', ['open r /x disconnected', 'EACCES r']],
  [
    'profile x flags=(attach_disconnected) {\n /x r,\n}\n',
    ['open r /x disconnected', 'allowed'],
    ['open w /x disconnected', 'EACCES w'],
  ],
]);

tell('29: modes', [
  [
    'profile x flags=(unconfined) {\n}\n',
    ['open rw /x', 'allowed'],
    ['capability sys_admin', 'allowed'],
    ['exec /bin/a', 'allowed x'],
  ],
  ['profile x flags=(kill) {\n}\n', ['open r /x', 'SIGKILL r']],
]);

describe('32: the profile of containerd', () => {
  const asked = [
    ['open w /proc/sys/kernel/core_pattern', 'EACCES w'],
    ['open w /proc/sys/kernel/shmmax', 'allowed'],
    ['open w /proc/sys/net/ipv4/ip_forward', 'EACCES w'],
    ['open w /proc/1/oom_score_adj', 'allowed'],
    ['open w /proc/asound/x', 'EACCES w'],
    ['open r /proc/kcore', 'EACCES r'],
    ['open w /sys/kernel/x', 'EACCES w'],
    ['open w /sys/fs/cgroup/x', 'allowed'],
    ['mount fstype=tmpfs tmpfs /x/', 'EACCES mount'],
    ['umount /x/', 'allowed'],
    ['capability sys_admin', 'allowed'],
    ['ptrace trace', 'allowed'],
    ['signal send kill', 'allowed'],
    ['signal receive kill peer=unconfined', 'allowed'],
    ['exec /bin/sh', 'allowed cri-containerd.apparmor.d'],
    ['open rw /x disconnected', 'allowed'],
  ] as const;

  test('of 2.3.4', async () => {
    const entries = await ask(appArmorTextOf(containerdProfile), ...asked.map(([access]) => access));
    expect(entries.map((entry) => [entry.access, shortOf(entry)])).toEqual(asked);
  });

  test('before that: a class without the slash takes `sys/` for a name of four characters', async () => {
    const rules = 'file, deny /proc/{[^1-9],[^1-9][^0-9],[^1-9s][^0-9y][^0-9s],[^1-9][^0-9][^0-9][^0-9]*}/** w,';
    const [entry] = await ask(rules, 'open w /proc/sys/kernel/shmmax');
    expect(entry?.errno).toBe('EACCES');
  });
});

describe('what is logged', () => {
  test.each([
    ['/x r,', 'open r /x', false],
    ['audit /x r,', 'open r /x', true],
    ['/x r,', 'open w /x', true],
    ['deny /x w,', 'open w /x', false],
    ['audit deny /x w,', 'open w /x', true],
    ['deny /x w,', 'open rw /x', true],
    ['profile x flags=(audit) {\n /x r,\n}\n', 'open r /x', true],
    ['profile x flags=(audit) {\n deny /x r,\n}\n', 'open r /x', true],
    ['profile x flags=(complain) {\n}\n', 'open r /x', true],
  ])('%s %s: %s', async (rules, access, logged) => {
    const [entry] = await ask(rules, access);
    expect(entry?.logged).toBe(logged);
  });
});

describe('an entry', () => {
  test('has the rule that decided, with its place, and those that took part', async () => {
    const [entry] = await ask('  /etc/** r,\n  deny /etc/shadow r,', 'open r /etc/shadow');
    expect(entry).toEqual({
      access: 'open r /etc/shadow',
      profile: 'x',
      decision: 'denied',
      errno: 'EACCES',
      signal: null,
      label: null,
      mode: 'enforce',
      logged: false,
      missing: 'r',
      rule: { line: 3, column: 3, endLine: 3, endColumn: 22, text: 'deny /etc/shadow r,' },
      rules: [
        { line: 3, column: 3, endLine: 3, endColumn: 22, text: 'deny /etc/shadow r,' },
        { line: 2, column: 3, endLine: 2, endColumn: 13, text: '/etc/** r,' },
      ],
      reason: 'apparmor-access/denied-by-rule',
      message: '`r` is denied (line 3).',
    });
  });

  test('of an included rule has the line of the include', async () => {
    const text = 'include <tunables/global>\nprofile x {\n  include <abstractions/base>\n}\n';
    const [entry] = await ask(text, 'open r /etc/ld.so.cache');
    expect(entry).toMatchObject({
      decision: 'allowed',
      rule: { line: 3, text: expect.stringContaining('ld.so.cache') as string },
    });
  });

  test('is open where an include is not known, whatever is asked', async () => {
    const entries = await ask(
      'profile x {\n include <local/mine>\n deny /x r,\n @{UNKNOWN} r,\n}\n',
      'open r /x',
      'capability chown',
    );
    expect(entries.map(({ decision, reason }) => [decision, reason])).toEqual([
      ['unknown', 'apparmor-access/include-unknown'],
      ['unknown', 'apparmor-access/include-unknown'],
    ]);
  });

  test('is judged without a file that need not exist', async () => {
    const [entry] = await ask('profile x {\n include if exists <local/mine>\n /x r,\n}\n', 'open r /x');
    expect(entry?.decision).toBe('allowed');
  });

  const reasons: readonly (readonly [rules: string, access: string, reason: string, ...options: readonly string[]])[] =
    [
      ['/x r,', 'open r /x', 'apparmor-access/granted'],
      ['profile x flags=(unconfined) {\n}\n', 'open r /x', 'apparmor-access/unconfined'],
      ['/x r,', 'stat /x', 'apparmor-access/not-mediated'],
      ['/x r,', 'open w /x inherited', 'apparmor-access/inherited'],
      ['profile x flags=(complain) {\n}\n', 'open r /x', 'apparmor-access/complain'],
      ['profile x flags=(complain) {\n}\n', 'exec /x', 'apparmor-access/complain-exec'],
      ['/x r,', 'open w /x', 'apparmor-access/no-rule'],
      ['owner /x r,', 'open r /x', 'apparmor-access/only-for-the-owner', '--owner', '5'],
      ['/x r,', 'list /x/', 'apparmor-access/directory-needs-slash'],
      ['/x/ r,', 'open r /x', 'apparmor-access/file-has-no-slash'],
      ['/x r,', 'open r /x disconnected', 'apparmor-access/disconnected'],
      ['link /n -> /o,', 'link /p /n', 'apparmor-access/link-of-another-file'],
      ['/n rl,', 'link /o /n', 'apparmor-access/link-with-more-rights'],
      ['/x ix,', 'exec /x', 'apparmor-access/runs-under'],
      ['/x pix,', 'exec /x', 'apparmor-access/fallback'],
      ['/x px,', 'exec /x', 'apparmor-access/no-profile-to-enter'],
      ['/x ux,', 'exec /x', 'apparmor-access/no-new-privs', '--no-new-privs'],
      ['/x px,\n}\nprofile /x {', 'exec /x', 'apparmor-access/killed-at-mapping'],
      ['signal,\n}\nprofile y {', 'signal send hup peer=y', 'apparmor-access/other-side'],
      ['signal,', 'signal send hup peer=y', 'apparmor-access/other-side-unknown'],
      ['change_profile,', 'change_profile x', 'apparmor-access/no-write-to-attr'],
      ['change_profile, /** w,', 'change_profile y', 'apparmor-access/not-loaded'],
      ['set rlimit nofile <= 1,', 'rlimit nofile 2', 'apparmor-access/above-limit'],
    ];
  test.each(reasons)('%s %s: %s', async (rules, access, reason, ...options) => {
    const [entry] = await ask(rules, ...options, access);
    expect(entry?.reason).toBe(reason);
    expect(entry?.message).toMatch(/\S/);
  });
});

describe('the words', () => {
  const file = write('two', 'profile a {\n /x r,\n}\nprofile b {\n /y r,\n}\n');

  test('name one profile of several', async () => {
    const { output } = await bulkhead('apparmor', file, '--name', 'b', 'open r /y', 'open r /x');
    expect(output.split('\n').filter((line) => line.startsWith('open'))).toEqual([
      'open r /y: allowed',
      'open r /x: denied, EACCES (logged)',
    ]);
  });

  test.each([
    [['apparmor'], 'Name the profile'],
    [['apparmor', file, '--name', 'c', 'open r /x'], 'declares no profile `c`: `a`, `b`.'],
    [['apparmor', file, '--format', 'sarif'], 'There is no format `sarif`: text, json.'],
    [['apparmor', file, '--uid', 'root', 'open r /x'], '`--uid root` is no id.'],
    [['apparmor', file, 'open /x'], '`open /x` is no access. An access is one of'],
    [['apparmor', file, 'open z /x'], 'is no access'],
    [['apparmor', file, 'open r x'], 'is no access'],
    [['apparmor', file, 'exec'], 'is no access'],
    [['apparmor', file, 'capability foo'], 'is no access'],
    [['apparmor', file, 'network inet foo'], 'is no access'],
    [['apparmor', file, 'mount options=foo /a/ /b/'], 'is no access'],
    [['apparmor', file, 'signal send foo'], 'is no access'],
    [['apparmor', file, 'toString'], 'is no access'],
  ])('%j: %s', async (words, message) => {
    await expect(bulkhead(...words)).rejects.toThrow(Unusable);
    await expect(bulkhead(...words)).rejects.toThrow(message);
  });

  test('of the help hold the grammar', () => {
    const { stdout, status } = bulkheadProgram(['apparmor', '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('signal send|receive [NAME] [peer=LABEL]');
  });
});

describe('a text that does not load', () => {
  test('says so in the words of the parser, with its line, and in ours', () => {
    const { stderr, stdout, status } = bulkheadProgram(['apparmor', '-', 'open r /x'], {
      input: 'profile x {\n  /a r\n  /b r,\n}\n',
    });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.split('\n').slice(0, 2)).toEqual([
      'AppArmor parser error for - at line 3: missing an end of line character? (entry: /a)',
      '-:2:3: error: This rule has no comma at its end. [apparmor-profile/missing-comma]',
    ]);
  });

  test('names no line where the parser names none', () => {
    const { stderr } = bulkheadProgram(['apparmor', '-', 'open r /x'], { input: 'profile x {\n  /{a} r,\n}\n' });
    expect(stderr).toMatch(
      /^AppArmor parser error for -: Regex grouping error: Invalid number of items between \{\}\n-:2:3: error/,
    );
  });
});
