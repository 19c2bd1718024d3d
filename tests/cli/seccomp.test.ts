import { describe, expect, test } from 'vitest';
import { seccompOutput, type SeccompEntry } from '../../src/cli/seccomp-output.ts';
import { profileText, rule } from '../support/seccomp.ts';
import { Unusable } from '../../src/cli/unusable.ts';
import { bulkhead, bulkheadProgram, temporaryFiles } from './command.ts';

const write = temporaryFiles();
const text = profileText(
  [rule('ALLOW', 'execve'), rule('ALLOW', 'socket', [0, 'EQ', 2]), rule('KILL', 'mount'), rule('ERRNO 777', 'umount2')],
  { architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86'] },
);
const file = write('profile.json', text);

async function entries(...words: readonly string[]): Promise<readonly SeccompEntry[]> {
  const { output } = await bulkhead('seccomp', file, '--format', 'json', ...words);
  return seccompOutput.parse(JSON.parse(output));
}

describe('seccomp', () => {
  test('answers in the order asked, with the rule and its place', async () => {
    const answers = await entries('socket(2,1)', 'x32:read', 'mount', 'execve(-1)', 'clone3', 'umount2');
    expect(
      answers.map(({ call, decision, errno, errnoNumber, signal, action, rule: at }) => [
        call,
        decision,
        errno,
        errnoNumber,
        signal,
        action,
        at?.line ?? null,
      ]),
    ).toEqual([
      ['socket(2,1)', 'allowed', null, null, null, 'SCMP_ACT_ALLOW', 4],
      ['x32:read', 'denied', null, null, 'SIGSYS', 'SCMP_ACT_KILL_THREAD', null],
      ['mount', 'denied', null, null, 'SIGSYS', 'SCMP_ACT_KILL', 5],
      ['execve(-1)', 'allowed', null, null, null, 'SCMP_ACT_ALLOW', 3],
      ['clone3', 'denied', 'ENOSYS', 38, null, 'SCMP_ACT_ERRNO', null],
      ['umount2', 'denied', null, 777, null, 'SCMP_ACT_ERRNO', 6],
    ]);
  });

  test('gives the registers as they are, and the number as the filter sees it', async () => {
    const [negative, wide] = await entries('socket(-1, 0x10)', 'x32:socket(0x100000002)');
    expect(negative?.args).toEqual(['18446744073709551615', '16', '0', '0', '0', '0']);
    expect([wide?.number, wide?.architecture, wide?.syscall]).toEqual([0x4000_0029, 'x32', 'socket']);
    const [bit30] = await entries('0x40000029');
    expect([bit30?.number, bit30?.architecture, bit30?.syscall]).toEqual([0x4000_0029, 'x32', 'socket']);
  });

  test('marks the whole rule, the end behind the last character', async () => {
    const [answer] = await entries('socket(2)');
    const { line, column, endColumn } = answer?.rule ?? { line: 0, column: 0, endColumn: 0 };
    expect(text.split('\n')[line - 1]?.slice(column - 1, endColumn - 1)).toMatch(/^\{"names":\["socket"\].*\}$/);
  });

  test('tells it in words, the findings first', async () => {
    const { output, status } = await bulkhead('seccomp', file, 'socket(1)', 'mount');
    expect(output.split('\n').filter((line) => !line.startsWith('    '))).toEqual([
      `${file}:1:22: note: \`architectures\` does not list SCMP_ARCH_X32. [seccomp-rule/entry-left-out]`.replace(
        '1:22',
        '1:56',
      ),
      'socket(1): denied, EPERM (SCMP_ACT_ERRNO)',
      'mount: denied, SIGSYS (SCMP_ACT_KILL)',
    ]);
    expect(status).toBe(0);
  });

  test('loads as the runtime that was named', async () => {
    const answers = await entries('clone3', '--runtime', 'crun');
    expect(answers[0]?.errno).toBe('EPERM');
  });

  test('reads the standard input, and says nothing to no call', () => {
    const piped = bulkheadProgram(['seccomp', '-', 'mount', '--format', 'json'], { input: text });
    expect([piped.status, (JSON.parse(piped.stdout) as SeccompEntry[])[0]?.decision]).toEqual([0, 'denied']);
    expect(bulkheadProgram(['seccomp', file, '--format', 'json']).stdout).toBe('[]\n');
  });
});

describe('what cannot be asked ends with 2 and says why', () => {
  const bad = write('bad.json', '{"defaultAction":"SCMP_ACT_ALLOW",}');
  test.each([
    [[], 'Name the profile'],
    [[file, 'read', '--runtime', 'youki'], 'There is no runtime `youki`: runc, crun.'],
    [[file, 'read', '--format', 'sarif'], 'There is no format `sarif`: text, json.'],
    [[file, 'soket'], 'libseccomp knows no call `soket`. Did you mean `socket`?'],
    [[file, 'socketcall(1)'], 'x86_64 has no call `socketcall`. Did you mean `i386:socketcall`?'],
    [[file, 'i386:accept'], 'i386 has no call `accept`. Did you mean `i386:socketcall(5)`?'],
    [[file, 'arm:read'], 'there is no entry `arm`: x86_64, i386, x32.'],
    [[file, 'read(a)'], '`a` is no number of 64 bits.'],
    [[file, 'read(0x10000000000000000)'], 'is no number of 64 bits.'],
    [[file, 'read(1,2,3,4,5,6,7)'], 'a call has at most six arguments.'],
    [[file, 'read 1'], 'a call is written as in'],
    [[bad, 'read'], "runc: invalid character '}' looking for beginning of object key string"],
    [
      [bad, 'read', '--runtime', 'crun'],
      'crun: cannot parse the data: parse error: invalid object key (must be a string)',
    ],
    [['missing.json', 'read'], 'there is no such file'],
  ])('%j', async (words, said) => {
    await expect(bulkhead('seccomp', ...words)).rejects.toThrow(Unusable);
    await expect(bulkhead('seccomp', ...words)).rejects.toThrow(said);
  });

  test('on the standard error, with nothing on the standard output', () => {
    const { status, stderr, stdout } = bulkheadProgram(['seccomp', bad, 'read']);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`${bad}:1:35: error: From here on the text is not JSON`);
  });
});
