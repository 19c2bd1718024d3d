/** What each runtime says of a profile. Long because it is a table: a row a profile, in the words of runc and of crun. */
import { describe, expect, test } from 'vitest';
import { compiled, profileText, rule } from '../../../../tests/support/seccomp.ts';
import type { Runtime } from './profile.ts';

const open = { defaultAction: 'SCMP_ACT_ALLOW' };
const unableTo = 'unable to start container process: unable to init seccomp: ';

/** What a runtime says of a profile: code and words, or that it loads. */
function said(text: string, runtime: Runtime): string {
  const outcome = compiled(text, runtime);
  return 'refusal' in outcome ? `${outcome.refusal.code}: ${outcome.refusal.words}` : outcome.value.kind;
}

const code = (slug: string, words: string): string => `${slug}: ${words}`;
const inRule = (members: string): string => `{"defaultAction":"SCMP_ACT_ALLOW","syscalls":[{${members}}]}`;
const socketRule = (member: string): string => inRule(`"names":["socket"],"action":"SCMP_ACT_ERRNO",${member}`);
const argument = (members: string): string => socketRule(`"args":[{${members}}]`);
const goNumber = (found: string, field: string, type: string): string =>
  `json: cannot unmarshal ${found} into Go struct field ${field} of type ${type}`;

describe('a profile that is not loaded, in the words of each runtime', () => {
  test.each<readonly [string, string, string, string]>([
    [
      'a trailing comma',
      '{"defaultAction":"SCMP_ACT_ALLOW",}',
      code('seccomp-profile/not-json', "invalid character '}' looking for beginning of object key string"),
      code('seccomp-profile/not-json', 'cannot parse the data: parse error: invalid object key (must be a string)'),
    ],
    [
      'an open bracket',
      '{"defaultAction":',
      code('seccomp-profile/not-json', 'unexpected end of JSON input'),
      code('seccomp-profile/not-json', 'cannot parse the data: parse error: premature EOF'),
    ],
    [
      'two values',
      '{} {}',
      code('seccomp-profile/not-json', "invalid character '{' after top-level value"),
      code('seccomp-profile/not-json', 'cannot parse the data: parse error: trailing garbage'),
    ],
    [
      'a comment',
      '{"defaultAction":"SCMP_ACT_ALLOW" /* open */}',
      code('seccomp-profile/comment', "invalid character '/' after object key:value pair"),
      'loaded',
    ],
    [
      'a list',
      '[]',
      code('seccomp-profile/wrong-type', 'json: cannot unmarshal array into Go value of type specs.LinuxSeccomp'),
      'none',
    ],
    [
      'a text for a number',
      socketRule('"errnoRet":"1"'),
      code('seccomp-profile/wrong-type', goNumber('string', 'LinuxSyscall.syscalls.errnoRet', 'uint')),
      'loaded',
    ],
    [
      'a fraction',
      socketRule('"errnoRet":1.0'),
      code('seccomp-profile/wrong-type', goNumber('number 1.0', 'LinuxSyscall.syscalls.errnoRet', 'uint')),
      code('seccomp-profile/wrong-type', "Invalid value '1.0' with type 'uint32' for key 'errnoRet': Invalid argument"),
    ],
    [
      'a number of 33 bits',
      socketRule('"errnoRet":4294967296'),
      'loaded',
      code(
        'seccomp-profile/wrong-type',
        "Invalid value '4294967296' with type 'uint32' for key 'errnoRet': Numerical result out of range",
      ),
    ],
    [
      'a value below 0',
      argument('"index":0,"value":-1,"op":"SCMP_CMP_EQ"'),
      code('seccomp-profile/wrong-type', goNumber('number -1', 'LinuxSeccompArg.syscalls.args.value', 'uint64')),
      'loaded',
    ],
    [
      'a value of 65 bits',
      argument('"index":0,"value":18446744073709551616,"op":"SCMP_CMP_EQ"'),
      code(
        'seccomp-profile/wrong-type',
        goNumber('number 18446744073709551616', 'LinuxSeccompArg.syscalls.args.value', 'uint64'),
      ),
      code(
        'seccomp-profile/wrong-type',
        "Invalid value '18446744073709551616' with type 'uint64' for key 'value': Numerical result out of range",
      ),
    ],
    [
      'a name that is a number',
      inRule('"names":[41],"action":"SCMP_ACT_ERRNO"'),
      code('seccomp-profile/wrong-type', goNumber('number', 'LinuxSyscall.syscalls.names', 'string')),
      'loaded',
    ],
    [
      'names that are one text',
      inRule('"names":"read","action":"SCMP_ACT_ERRNO"'),
      code('seccomp-profile/wrong-type', goNumber('string', 'LinuxSyscall.syscalls.names', '[]string')),
      code('seccomp-profile/missing-field', "Required field 'names' not present"),
    ],
    [
      'the old form',
      inRule('"name":"socket","action":"SCMP_ACT_ERRNO"'),
      'loaded',
      code('seccomp-profile/missing-field', "Required field 'names' not present"),
    ],
    ['nothing', '{}', 'none', code('seccomp-profile/missing-field', "Required field 'defaultAction' not present")],
    [
      'keys in other letters',
      '{"DEFAULTACTION":"SCMP_ACT_ALLOW"}',
      'loaded',
      code('seccomp-profile/missing-field', "Required field 'defaultAction' not present"),
    ],
    [
      'no action',
      inRule('"names":["read"]'),
      code('seccomp-profile/unknown-action', 'string  is not a valid action for seccomp'),
      code('seccomp-profile/missing-field', "Required field 'action' not present"),
    ],
    [
      'an unknown action',
      profileText([rule('DENY', 'read')], open),
      code('seccomp-profile/unknown-action', 'string SCMP_ACT_DENY is not a valid action for seccomp'),
      code('seccomp-profile/unknown-action', 'invalid seccomp action `SCMP_ACT_DENY`'),
    ],
    [
      'an unknown default',
      profileText([], { defaultAction: 'ALLOW' }),
      code('seccomp-profile/unknown-action', 'string ALLOW is not a valid action for seccomp'),
      code('seccomp-profile/unknown-action', 'invalid seccomp action `ALLOW`'),
    ],
    [
      'an unknown operator',
      profileText([rule('ERRNO', 'read', [0, 'IN', 1])], open),
      code('seccomp-profile/unknown-operator', 'string SCMP_CMP_IN is not a valid operator for seccomp'),
      code('seccomp-profile/unknown-operator', 'get_seccomp_operator'),
    ],
    [
      'no operator',
      argument('"index":0,"value":1'),
      code('seccomp-profile/unknown-operator', 'string  is not a valid operator for seccomp'),
      code('seccomp-profile/missing-field', "Required field 'op' not present"),
    ],
    [
      'an unknown operator of an unknown call',
      profileText([rule('ERRNO', 'reed', [0, 'IN', 1])], open),
      code('seccomp-profile/unknown-operator', 'string SCMP_CMP_IN is not a valid operator for seccomp'),
      'loaded',
    ],
    [
      'an unknown architecture',
      profileText([], { ...open, architectures: ['SCMP_ARCH_X64'] }),
      code('seccomp-profile/unknown-architecture', 'string SCMP_ARCH_X64 is not a valid arch for seccomp'),
      code('seccomp-profile/unknown-architecture', 'seccomp unknown architecture X64'),
    ],
    [
      'an architecture without its prefix',
      profileText([], { ...open, architectures: ['x86'] }),
      code('seccomp-profile/unknown-architecture', 'string x86 is not a valid arch for seccomp'),
      'loaded',
    ],
    [
      'one that runc has no word for',
      profileText([], { ...open, architectures: ['SCMP_ARCH_RISCV64'] }),
      code('seccomp-profile/unknown-architecture', 'string SCMP_ARCH_RISCV64 is not a valid arch for seccomp'),
      'loaded',
    ],
    [
      'the other byte order',
      profileText([], { ...open, architectures: ['SCMP_ARCH_S390X'] }),
      code(
        'seccomp-profile/byte-order',
        `${unableTo}error adding architecture to seccomp filter: numerical argument out of domain`,
      ),
      code('seccomp-profile/byte-order', 'seccomp adding architecture: Numerical argument out of domain'),
    ],
    [
      'a flag',
      profileText([], { ...open, flags: ['SECCOMP_FILTER_FLAG_LOG'] }),
      code('seccomp-profile/flags', 'seccomp flags are not yet supported by runc'),
      'loaded',
    ],
    [
      'an unknown flag',
      profileText([], { ...open, flags: ['LOG'] }),
      code('seccomp-profile/flags', 'seccomp flags are not yet supported by runc'),
      code('seccomp-profile/flags', 'unknown seccomp option LOG'),
    ],
    ['no flags', profileText([], { ...open, flags: [] }), 'loaded', 'loaded'],
    [
      'an error number too high',
      profileText([rule('ERRNO 4095', 'read')], open),
      code(
        'seccomp-profile/errno-too-high',
        `${unableTo}error adding seccomp filter rule for syscall read: two checks on same syscall argument`,
      ),
      code('seccomp-profile/errno-too-high', 'seccomp_rule_add `read`: Invalid argument'),
    ],
    ['the highest error number', profileText([rule('ERRNO 4094', 'read')], open), 'loaded', 'loaded'],
    [
      'a default too high',
      profileText([], { defaultAction: 'SCMP_ACT_ERRNO', defaultErrnoRet: 4095 }),
      code('seccomp-profile/errno-too-high', `${unableTo}error creating filter: could not create filter`),
      code('seccomp-profile/errno-too-high', 'error seccomp_init'),
    ],
    [
      'a number beside KILL',
      profileText([rule('KILL 5', 'read')], open),
      'loaded',
      code('seccomp-profile/errno-beside-action', 'errno value specified for action `SCMP_ACT_KILL`'),
    ],
    [
      'a number beside a default of ALLOW',
      profileText([], { ...open, defaultErrnoRet: 5 }),
      'loaded',
      code('seccomp-profile/errno-beside-action', 'errno value specified for action `SCMP_ACT_ALLOW`'),
    ],
    [
      'an empty name',
      profileText([rule('ERRNO', ' read')], open),
      code('seccomp-profile/empty-name', `${unableTo}empty string is not a valid syscall`),
      'loaded',
    ],
    [
      'a seventh argument',
      profileText([rule('ERRNO', 'read', [6, 'EQ', 1])], open),
      code(
        'seccomp-profile/no-such-argument',
        `${unableTo}error creating seccomp syscall condition for syscall read: syscalls only have up to 6 arguments (6 given)`,
      ),
      code('seccomp-profile/no-such-argument', 'invalid seccomp index 0'),
    ],
    [
      'a seventh argument of a rule that is skipped',
      profileText([rule('ALLOW', 'read', [6, 'EQ', 1])], open),
      'loaded',
      'loaded',
    ],
    [
      'NOTIFY without an agent',
      profileText([rule('NOTIFY', 'mount')], open),
      code('seccomp-profile/no-listener', 'unable to start container process: listenerPath is not set'),
      'loaded',
    ],
    [
      'NOTIFY for write',
      profileText([rule('NOTIFY', 'write')], { ...open, listenerPath: '/run/agent' }),
      code('seccomp-profile/notify-everything', `${unableTo}SCMP_ACT_NOTIFY cannot be used for the write syscall`),
      'loaded',
    ],
    [
      'NOTIFY as default',
      profileText([], { defaultAction: 'SCMP_ACT_NOTIFY', listenerPath: '/run/agent' }),
      code('seccomp-profile/notify-everything', `${unableTo}SCMP_ACT_NOTIFY cannot be used as default action`),
      'loaded',
    ],
    [
      'an agent somewhere',
      profileText([], { ...open, listenerPath: 'agent' }),
      'loaded',
      code('seccomp-profile/listener-path', 'the seccomp receiver `agent` is not an absolute path'),
    ],
    [
      'one condition, two actions',
      profileText([rule('ERRNO', 'read', [0, 'EQ', 1]), rule('KILL', 'read', [0, 'EQ', 1])], open),
      code('seccomp-profile/clash', `${unableTo}error adding seccomp rule for syscall read: file exists`),
      code('seccomp-profile/clash', 'seccomp_rule_add_array: File exists'),
    ],
    [
      'a short rule behind a longer one',
      profileText([rule('ERRNO', 'read', [0, 'EQ', 1], [1, 'EQ', 2]), rule('KILL', 'read', [0, 'EQ', 1])], open),
      code('seccomp-profile/clash', `${unableTo}error adding seccomp rule for syscall read: file exists`),
      code('seccomp-profile/clash', 'seccomp_rule_add_array: File exists'),
    ],
    [
      'the short rule first',
      profileText([rule('KILL', 'read', [0, 'EQ', 1]), rule('ERRNO', 'read', [0, 'EQ', 1], [1, 'EQ', 2])], open),
      'loaded',
      'loaded',
    ],
    [
      'ranges that share their upper half',
      profileText([rule('ERRNO', 'read', [0, 'GT', 5], [1, 'EQ', 2]), rule('KILL', 'read', [0, 'GT', 9])], open),
      code('seccomp-profile/clash', `${unableTo}error adding seccomp rule for syscall read: file exists`),
      code('seccomp-profile/clash', 'seccomp_rule_add_array: File exists'),
    ],
    [
      'with and without conditions, on i386',
      profileText([rule('ERRNO', 'socket', [0, 'EQ', 40]), rule('KILL', 'socket')], {
        ...open,
        architectures: ['SCMP_ARCH_X86'],
      }),
      code('seccomp-profile/clash', `${unableTo}error adding seccomp filter rule for syscall socket: file exists`),
      code('seccomp-profile/clash', 'seccomp_rule_add `socket`: File exists'),
    ],
    [
      'the same, where socketcall is decided',
      profileText([rule('ERRNO', 'socketcall'), rule('ERRNO', 'socket', [0, 'EQ', 40]), rule('KILL', 'socket')], {
        ...open,
        architectures: ['SCMP_ARCH_X86'],
      }),
      'loaded',
      'loaded',
    ],
    [
      'the same, without i386',
      profileText([rule('ERRNO', 'socket', [0, 'EQ', 40]), rule('KILL', 'socket')], open),
      'loaded',
      'loaded',
    ],
  ])('%s', (_what, text, runc, crun) => {
    expect([said(text, 'runc'), said(text, 'crun')]).toEqual([runc, crun]);
  });
});
