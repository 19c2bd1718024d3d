/**
 * Writes `src/checker/facts/apparmor-includes.ts` from the files that Debian's package apparmor installs:
 * `node src/tools/update-apparmor-includes.ts [FOLDER]`, with `/etc/apparmor.d` where none is named.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { IncludedFile } from '../checker/model/apparmor-include.ts';
import { readAppArmorProfiles } from '../checker/policy/apparmor/read.ts';
import type { Rule } from '../checker/policy/apparmor/syntax.ts';
import { lettersOf } from '../checker/policy/apparmor/permissions.ts';

const folder = process.argv[2] ?? '/etc/apparmor.d';
const target = fileURLToPath(new URL('../checker/facts/apparmor-includes.ts', import.meta.url));

const head = `/**
 * Files that profiles include, as Debian ships them: what they allow and which variables they set.
 * Source: Debian 12, package apparmor 3.0.8-3, /etc/apparmor.d/abstractions and tunables. Read 2026-11-28; written by
 * \`src/tools/update-apparmor-includes.ts\` (the rules are facts of the package, the form is ours).
 *
 * Left out: D-Bus rules, since no mainline kernel asks about them; files with profiles of their own in them, which stay
 * unknown: LEFT.
 */
import type { IncludedFile } from '../model/apparmor-include.ts';

/** By the name between the brackets of an include. */
export const debianIncludes: Readonly<Record<string, IncludedFile>> = `;

function namesBelow(path: string): readonly string[] {
  return readdirSync(join(folder, path)).flatMap((name) => {
    const each = `${path}/${name}`;
    return statSync(join(folder, each)).isDirectory() ? [each, ...namesBelow(each)] : [each];
  });
}

const names = ['abstractions', 'tunables'].flatMap(namesBelow).sort();
const left: string[] = [];
const table: Record<string, IncludedFile> = {};
for (const name of names) {
  const isFolder = statSync(join(folder, name)).isDirectory();
  const file = isFolder ? { includes: names.filter((each) => each.startsWith(`${name}/`)) } : fileOf(name);
  if (file === null) left.push(name);
  else table[name] = file;
}

/** Answers what a file says, null for one with profiles of its own. */
function fileOf(name: string): IncludedFile | null {
  const text = readFileSync(join(folder, name), 'utf8');
  const includes = [...text.matchAll(/^\s*#?include\s+(if exists\s+)?<([^>]+)>/gm)]
    .filter(([, optional, each]) => optional === undefined || names.includes(each ?? ''))
    .map(([, , each]) => each ?? '');
  const bare = text.replace(/^\s*#?include.*$/gm, '').replace(/^\s*abi .*$/gm, '');
  if (name.startsWith('tunables/')) return { ...named({ includes }), variables: variablesIn(bare) };
  const { written, refusal } = readAppArmorProfiles({ file: name, text: `profile x {\n${bare}\n}\n` }, {});
  const [profile, ...children] = written.profiles;
  if (profile === undefined || children.length > 0) return null;
  // Variables are declared elsewhere: that they are missing here is no matter.
  if (refusal !== null && !refusal.said.startsWith('Found reference')) throw new Error(`${name}: ${refusal.said}`);
  return named({ includes, files: filesIn(profile.rules), rules: othersIn(profile.rules) });
}

function named(file: IncludedFile): IncludedFile {
  return Object.fromEntries(Object.entries(file).filter(([, value]) => Object.keys(value as object).length > 0));
}

function variablesIn(text: string): Readonly<Record<string, readonly string[]>> {
  const { written } = readAppArmorProfiles({ file: '', text }, {});
  return Object.fromEntries(Object.entries(written.variables).map(([name, { values }]) => [name, values]));
}

type FileRule = Extract<Rule, { kind: 'file' }>;

function isPlain(rule: Rule): rule is FileRule {
  return rule.kind === 'file' && rule.exec === null && rule.link === null;
}

function filesIn(rules: readonly Rule[]): Readonly<Record<string, readonly string[]>> {
  const files: Record<string, string[]> = {};
  for (const rule of rules.filter(isPlain)) {
    const words = [
      rule.audit ? 'audit' : '',
      rule.deny ? 'deny' : '',
      rule.ownership ?? '',
      lettersOf(rule.permissions),
    ];
    (files[words.filter(Boolean).join(' ')] ??= []).push(rule.path);
  }
  return files;
}

function othersIn(rules: readonly Rule[]): readonly string[] {
  const others = rules.filter((rule) => !isPlain(rule) && rule.kind !== 'dbus');
  // A word that means several sockets makes several rules of one text.
  return [...new Set(others.map(({ text }) => text.replace(/,$/, '').replace(/\s+/g, ' ').trim()))];
}

const source = head.replace('LEFT', left.join(', ')) + JSON.stringify(table);
writeFileSync(target, await format(source, { ...(await resolveConfig(target)), parser: 'typescript' }));
