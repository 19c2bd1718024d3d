/** Globs and slips that nobody would write, the same ones for the same seed. */
import type { Case } from './cases.ts';

// prettier-ignore
const atoms = [
  '/', '/', 'a', 'b', '.', '*', '**', '***', '?', '[ab]', '[^a]', '[^/]', '[a-c]', '{a,b}', '{,a}', '{a,/b}', '{*,b}', '{,**}', '\\*',
  '\\?', '[*]', '[a', '{a', 'a}', ']', '{a}', '\\\\', '^', '$', '+', '|', '(', '[b-]', '[]a]', '[^^a]', '[c-a]', '//', '{a,{b,c}}',
  '\\[', '\\{', 'é', '-', '{,}', '@', '[?]', '[{a]', '[a,b]', '..', '/**/', '\\x41', '\\101', '\\n', '[.]', '[\\]]', '[\\^a]', '[a\\-c]',
];
const characters = [
  '/',
  'a',
  'b',
  'c',
  '.',
  '*',
  '?',
  '[',
  '{',
  ']',
  '}',
  '-',
  '^',
  '\\',
  'é',
  'A',
  '$',
  '+',
  '|',
  '(',
];

/** Rules that load, and pieces that break them. */
// prettier-ignore
const rules = [
  '/a r', '/b/** rw', 'owner /c/* rwk', 'deny /d w', 'audit /e r', 'capability chown', 'capability net_raw sys_admin', 'network inet tcp', 'network',
  'network unix stream', 'signal (send, receive) peer=x', 'signal send set=(kill,term)', 'ptrace (trace read) peer=@{profile_name}',
  'mount options=(ro,nosuid) fstype=tmpfs tmpfs -> /m/', 'umount /m/', 'remount options=ro /m/', 'pivot_root oldroot=/o/ /n/', 'change_profile -> y',
  'link subset /l -> /m', '/f px -> y', '/g Cix', '/h ux', 'set rlimit nofile <= 100', 'set rlimit cpu <= 10 seconds', 'unix (send receive) type=stream',
  'dbus send bus=system', 'file', '"/j k" r', '/k{a,b,}/*.so mr', '@{V}/x r', 'r /l', 'deny /m x', 'unsafe /p px', '^hat { /w r, }', 'profile kid { /x r, }',
  'audit { /y r, }', '# a comment\n', 'abi <abi/3.0>', 'if $B { /t r, }', 'if defined @{V} { /u r, } else { /v w, }',
];
// prettier-ignore
const pieces = [
  ' ', ',', '{', '}', '(', ')', '=', '->', '\n', '"', '#', '@', '@{', ';', 'r', 'rw', 'x', 'ix', 'deny', 'owner', 'audit', 'peer=', 'set=', '/', '\\', '^', ':',
  '&', '*', '<=', 'in', '$B', 'profile ', 'file', 'network', 'mount', ', ', ',\n', 'abi', '\r\n', '\t', '+=', '<', '>', '!', 'px', 'safe', '1', '-', '_',
];

type Chance = () => number;

/** Mulberry32: small, and the same everywhere. */
function chanceFrom(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function pick<T>(chance: Chance, from: readonly T[]): T {
  return from[Math.floor(chance() * from.length)] as T;
}

function several(chance: Chance, most: number, from: readonly string[]): string {
  return Array.from({ length: Math.floor(chance() * (most + 1)) }, () => pick(chance, from)).join('');
}

/** Answers profiles of one rule with an odd glob, each with paths to try. */
export function oddGlobs({ seed, count }: { readonly seed: number; readonly count: number }): readonly Case[] {
  const chance = chanceFrom(seed);
  return Array.from({ length: count }, () => {
    const glob = `/${pick(chance, atoms)}${several(chance, 5, atoms)}`;
    const made = Array.from({ length: 12 }, () => `/${several(chance, 5, characters)}`);
    return { text: `profile x {\n "${glob}" r,\n}\n`, paths: [...new Set(['/', '/a', '/a/', '/a/b', '/ab', ...made])] };
  });
}

/** Answers profiles with one or two slips in them. */
export function slips({ seed, count }: { readonly seed: number; readonly count: number }): readonly Case[] {
  const chance = chanceFrom(seed);
  return Array.from({ length: count }, () => {
    const body = Array.from({ length: 3 }, () => pick(chance, rules)).map(
      (rule) => ` ${rule}${/[\n}]$/.test(rule) ? '' : ','}\n`,
    );
    let text = `@{V}=/v /w\n$B=true\nprofile x flags=(complain) {\n${body.join('')}}\n`;
    for (let slip = 0; slip < 1 + Math.floor(chance() * 2); slip += 1) {
      const at = 20 + Math.floor(chance() * (text.length - 20));
      const gone = chance() < 0.5 ? 1 + Math.floor(chance() * 3) : 0;
      text = text.slice(0, at) + (gone > 0 ? '' : pick(chance, pieces)) + text.slice(at + gone);
    }
    return { text };
  }).filter(({ text }) => !/include/.test(text));
}
