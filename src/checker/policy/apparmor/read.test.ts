import { describe, expect, test } from 'vitest';
import { debianIncludes } from '../../facts/apparmor-includes.ts';
import { explainAppArmorFinding } from './explain.ts';
import { readAppArmorProfiles } from './read.ts';

const read = (text: string) => readAppArmorProfiles({ file: 'p', text }, debianIncludes);
const inProfile = (rules: string): string => `profile x {\n  ${rules}\n}\n`;

/** Answers the findings as code and the words that they are about. */
function found(text: string): readonly (readonly [code: string, place: string])[] {
  return read(text).findings.map(({ code, span }) => [code, text.slice(span.start, span.end)]);
}

describe('a text that does not load', () => {
  test.each([
    ['profile x {\n /a r,\n', 3, 'apparmor-profile/unexpected', ''],
    [inProfile('capability CAP_CHOWN,'), 2, 'apparmor-profile/unknown-capability', 'CAP_CHOWN'],
    [inProfile('capability chown, setuid,'), 2, 'apparmor-profile/comma-in-list', ','],
    [inProfile('network inet, tcp,'), 2, 'apparmor-profile/comma-in-list', ','],
    [inProfile('/a r;'), 2, 'apparmor-profile/semicolon', 'r'],
    [inProfile('/a r\n  /b w,'), 3, 'apparmor-profile/missing-comma', '/a r'],
    [inProfile('/a r'), 3, 'apparmor-profile/unexpected', '}'],
    [inProfile('"a" r,'), 2, 'apparmor-profile/unreadable', '"'],
    [`${inProfile('/a r,')}# end`, 4, 'apparmor-profile/unreadable', '#'],
    [inProfile('deny /x ix,'), 2, 'apparmor-profile/exec-mode-in-deny', 'deny /x ix,'],
    [inProfile('/x x,'), 2, 'apparmor-profile/exec-without-mode', '/x x,'],
    [inProfile('/x wa,'), 2, 'apparmor-profile/refused', 'wa'],
    [inProfile('userns,'), 2, 'apparmor-profile/newer-rule', 'userns'],
    [inProfile('all,'), 2, 'apparmor-profile/newer-rule', 'all'],
    [inProfile('mqueue create,'), 2, 'apparmor-profile/newer-rule', 'mqueue'],
    [inProfile('priority=3 /x r,'), 2, 'apparmor-profile/newer-rule', 'priority'],
    [inProfile('capabilty chown,'), 2, 'apparmor-profile/unexpected', 'capabilty'],
    [inProfile('signal send set=kil,'), 2, 'apparmor-profile/refused', 'kil'],
    [inProfile('mount options=ro,nosuid -> /m/,'), null, 'apparmor-profile/unknown-mount-option', 'ro,nosuid'],
    [
      inProfile('mount options=bind fstype=ext4 /a/ -> /b/,'),
      null,
      'apparmor-profile/mount-of-nothing',
      'mount options=bind fstype=ext4 /a/ -> /b/,',
    ],
    [inProfile('/{a} r,'), null, 'apparmor-profile/glob', '/{a} r,'],
    [inProfile('/b/* ix, /b/a* px,'), null, 'apparmor-profile/two-exec-modes', '/b/a* px,'],
    [inProfile('@{V} r,'), null, 'apparmor-profile/variable-undefined', '@{V} r,'],
    ['@{V}=a\n@{V}=b\nprofile x {\n}\n', 3, 'apparmor-profile/variable-twice', '@{V}'],
    ['@{V}+=b\nprofile x {\n}\n', 2, 'apparmor-profile/variable-undefined', '@{V}'],
    ['@{V}=/a,\nprofile x {\n}\n', 1, 'apparmor-profile/variable-with-comma', ','],
    ['@{V}=/@{V}\nprofile x {\n @{V} r,\n}\n', null, 'apparmor-profile/variable-of-itself', '@{V} r,'],
    ['profile x {\n}\nprofile x {\n}\n', null, 'apparmor-profile/profile-twice', 'profile x'],
    ['foo {\n /a r,\n}\n', 3, 'apparmor-profile/name-without-word', 'foo'],
    ['profile x flags=complain {\n}\n', 1, 'apparmor-profile/flags-without-brackets', 'complain'],
  ])('%j: line %s, %s at %j', (text, line, code, place) => {
    const { policy, refusal, findings } = read(text);
    expect([policy, refusal?.line]).toEqual([null, line]);
    const [first] = findings;
    expect([first?.code, text.slice(first?.span.start, first?.span.end)]).toEqual([code, place]);
    expect(first === undefined ? '' : explainAppArmorFinding(first).what).toMatch(/\.$/);
  });

  test('is read to its end for the sake of what else is wrong', () => {
    const text = 'profile x {\n capability CAP_KILL,\n /a r,\n deny /b ix,\n}\nprofile y {\n /c x,\n}\n';
    expect(found(text).map(([, place]) => place)).toEqual(['CAP_KILL', 'deny /b ix,', '/c x,']);
    expect(read(text).refusal?.line).toBe(2);
  });

  test('names what a word was meant to be', () => {
    const meant = (rules: string) => read(inProfile(rules)).findings[0]?.facts['meant'];
    expect([meant('capabilty chown,'), meant('capability NET_RAW,'), meant('netwok inet,'), meant('foo bar,')]).toEqual(
      ['capability', 'net_raw', 'network', null],
    );
  });
});

describe('a text that loads', () => {
  test.each([
    ['', ['apparmor-rule/no-profile']],
    ['# nothing\n', ['apparmor-rule/no-profile']],
    ['profile x {}', ['apparmor-rule/no-program-runs']],
    ['profile x (complain) {\n /a ix,\n}\n', ['apparmor-rule/learns']],
    ['profile x {\r\n /a ix,\r\n}\r\n', []],
    [inProfile('file,'), []],
    [inProfile('r /a, /b ix,'), []],
    [inProfile('network tcp, file,'), []],
    [inProfile('file, /a RW,'), ['apparmor-rule/old-spelling']],
    [inProfile('file, /a Px,'), []],
    [inProfile('file, mount options=(ro,rw),'), ['apparmor-rule/options-cancel-out']],
    [inProfile('file, mount -> /m,'), ['apparmor-rule/mount-point-without-slash']],
    [inProfile('file, mount options=bind /a -> /m/,'), ['apparmor-rule/mount-point-without-slash']],
    [inProfile('file, mount fstype=tmpfs tmpfs -> /m/**,'), []],
    [inProfile('file, /proc/self/status r,'), ['apparmor-rule/proc-self']],
    [inProfile('file, /a/../b r,'), ['apparmor-rule/dots-in-path']],
    [inProfile('/bin/a ix, /srv/* r,'), ['apparmor-rule/star-leaves-directories']],
    [inProfile('/bin/a ix, /srv/* r, /srv/ r,'), []],
    [inProfile('file, deny /etc/** w, /etc/x rw,'), ['apparmor-rule/allow-behind-deny']],
    [inProfile('file, deny owner /etc/** w, /etc/x rw,'), []],
    [inProfile('file, /a[^b]c r,'), ['apparmor-rule/negated-class-takes-slash']],
    [inProfile('file, /a[^b/]c r, /[^b]c r,'), []],
    [inProfile('file, unix send,'), ['apparmor-rule/unix-without-address']],
    [inProfile('file, deny unix,'), ['apparmor-rule/deny-unix-is-lost']],
    [inProfile('file, dbus,'), ['apparmor-rule/not-mediated']],
    [inProfile('file, ptrace (trace, read),'), ['apparmor-rule/half-of-ptrace']],
    [inProfile('file, ptrace,'), []],
    [inProfile('file, ^h {\n file,\n }'), ['apparmor-rule/hat']],
    [inProfile('/a px -> y,'), ['apparmor-rule/transition-to-nowhere']],
    [inProfile('/a cx -> y, profile y {\n file,\n }'), []],
    ['@{V}=/a # why\nprofile x {\n file,\n}\n', ['apparmor-rule/comment-in-variable']],
    ['#include <tunables/global>\nprofile x {\n file,\n}\n', ['apparmor-rule/include-with-hash']],
    [inProfile('file,\n include if exists <local/x>\n'), ['apparmor-rule/optional-include']],
    [inProfile('/x ix,\n include <local/x>\n'), ['apparmor-rule/unknown-include']],
  ])('%j: %j', (text, codes) => {
    const { refusal, findings } = read(text);
    expect(refusal).toBeNull();
    expect(findings.map(({ code }) => code)).toEqual(codes);
    for (const each of findings) expect(explainAppArmorFinding(each).what).toMatch(/\.$/);
  });

  test('says first what leaves everything open', () => {
    const [first] = found(inProfile('/proc/self/x r,\n  include <abstractions/none>\n'));
    expect(first?.[0]).toBe('apparmor-rule/unknown-include');
  });

  test('has the span of each rule', () => {
    const text = inProfile('/a r,\n  capability chown, signal send,');
    const rules = read(text).policy?.profiles[0]?.text.rules ?? [];
    expect(rules.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '/a r,',
      'capability chown,',
      'signal send,',
    ]);
  });

  test('holds children and hats under the names of their parents', () => {
    const text = 'profile a {\n profile b {\n  profile c { }\n }\n ^h { }\n}\n/bin/d {\n}\n';
    expect(read(text).policy?.profiles.map(({ name }) => name)).toEqual(['a', 'a//b', 'a//b//c', 'a//h', '/bin/d']);
  });
});
