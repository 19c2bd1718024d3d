/**
 * Asks apparmor_parser 3.0.8 (Debian 12, package apparmor) and writes its answers beside this file:
 * `node tests/conformance/apparmor/record.ts`. No kernel with AppArmor is needed: what the parser compiles is what the
 * kernel matches against.
 */
import { writeFileSync } from 'node:fs';
import { readAccess } from '../../../src/cli/apparmor-access.ts';
import { debianIncludes } from '../../../src/checker/policy/apparmor/index.ts';
import { cases, type Case } from './cases.ts';
import { fileBits, grants, withoutNumber } from './kernel.ts';
import { oddGlobs, slips } from './made-up.ts';
import { parse } from './parser.ts';
import type { Blob } from './policy-blob.ts';
import type { Recorded } from './recorded.ts';

function record({ text, paths = [], accesses = [] }: Case): Recorded {
  const parsed = parse(text);
  if ('said' in parsed) return { text, said: parsed.said, line: parsed.line };
  const [first] = parsed.blobs;
  return first === undefined ? { text } : { text, ...filesOf(first, paths), ...accessesOf(first, accesses) };
}

function filesOf(blob: Blob, paths: readonly string[]): Pick<Recorded, 'files'> {
  if (paths.length === 0) return {};
  const bits = paths.map((path) => [path, fileBits(blob, path).map(withoutNumber)] as const);
  return { files: Object.fromEntries(bits) as Recorded['files'] & object };
}

function accessesOf(blob: Blob, accesses: readonly string[]): Pick<Recorded, 'granted' | 'refused'> {
  if (accesses.length === 0) return {};
  const isGranted = (access: string): boolean => grants(blob, readAccess(access, { profile: 'x' })) === true;
  return { granted: accesses.filter(isGranted), refused: accesses.filter((access) => !isGranted(access)) };
}

/** Some files include one that is not known here, and then nothing is known of them either. */
function isWhole(name: string): boolean {
  const file = debianIncludes[name];
  return file !== undefined && (file.includes ?? []).every(isWhole);
}

/** Every file that Debian ships, with paths made of its own globs. */
const included: readonly Case[] = Object.entries(debianIncludes)
  .filter(([name]) => name.startsWith('abstractions/') && isWhole(name))
  .map(([name, { files = {} }]) => {
    const globs = Object.values(files).flat();
    const paths = globs.map((glob) =>
      glob
        .replace(/@\{PROC\}\/?/g, '/proc/')
        .replace(/@\{HOME\}\/?/g, '/root/')
        .replace(/@\{sys\}\/?/g, '/sys/')
        .replace(/@\{run\}\/?/g, '/run/')
        .replace(/@\{etc_ro\}\/?/g, '/etc/')
        .replace(/@\{pids?\}/g, '12')
        .replace(/@\{[a-zA-Z_]+\}/g, 'v')
        .replace(/\{[^{},]*,([^{}]*?)[,}][^{}]*\}?/g, '$1')
        .replace(/\[[^\]]*\]/g, '1')
        .replace(/\*+/g, 'x')
        .replace(/\?/g, 'q'),
    );
    return {
      text: `include <tunables/global>\nprofile x {\n  include <${name}>\n}\n`,
      paths: [
        ...new Set([...paths, '/', '/etc/passwd', '/etc/shadow', '/dev/null', '/proc/1/status', '/usr/lib/libc.so.6']),
      ].slice(0, 24),
    };
  });

const files: Readonly<Record<string, readonly Case[]>> = {
  written: cases,
  globs: oddGlobs({ seed: 1, count: 250 }),
  slips: slips({ seed: 1, count: 350 }),
  included,
};
for (const [name, each] of Object.entries(files)) {
  const lines = each.map((one) => JSON.stringify(record(one)));
  writeFileSync(new URL(`recordings/${name}.json`, import.meta.url), `[\n${lines.join(',\n')}\n]\n`);
  console.log(
    `${name}: ${lines.length} profiles, ${each.reduce((sum, { paths = [], accesses = [] }) => sum + paths.length + accesses.length, 0)} questions`,
  );
}
