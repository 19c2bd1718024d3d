/**
 * `bulkhead conformance`: the checker over a folder laid out as the test data of kubernetes/pod-security-admission,
 * `<level>/<version>/{pass,fail}/*.yaml`.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { analyse, defaultWorld, podSecurityOf, readPodSecurityVersion } from '../checker/index.ts';
import type { Paper, PodSecurityVersion, PolicyLevel } from '../checker/index.ts';
import { readSource, reasonOf } from './read-source.ts';
import { Unusable } from './unusable.ts';

export interface Agreement {
  readonly level: PolicyLevel;
  readonly version: PodSecurityVersion;
  readonly wants: Wanted;
  readonly total: number;
  /** The files that are answered otherwise, each with the reason. */
  readonly differs: readonly string[];
}

type Wanted = 'pass' | 'fail';

/** Answers how the checker and the folder agree, one row a level, version and wish; throws where there is nothing to compare. */
export async function conformanceOf(folder: string): Promise<readonly Agreement[]> {
  const rows: Agreement[] = [];
  for (const level of ['baseline', 'restricted'] as const) {
    for (const name of await namesIn(join(folder, level))) {
      const version = readPodSecurityVersion(name);
      if (version === null) continue;
      for (const wants of ['pass', 'fail'] as const) {
        rows.push(await agreementOf({ folder: join(folder, level, name, wants), level, version, wants }));
      }
    }
  }
  const found = rows
    .filter(({ total }) => total > 0)
    .sort((a, b) => a.version.localeCompare(b.version, 'en', { numeric: true }));
  if (found.length === 0)
    throw new Unusable(`\`${folder}\` holds no file like baseline/v1.35/pass/base.yaml, in a version known here.`);
  return found;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new Unusable(`\`${folder}\` cannot be read: ${reasonOf(error)}.`);
  }
}

async function agreementOf({
  folder,
  ...row
}: Omit<Agreement, 'total' | 'differs'> & { readonly folder: string }): Promise<Agreement> {
  const files = (await namesIn(folder)).filter((name) => /\.ya?ml$/.test(name)).map((name) => join(folder, name));
  const reasons = await Promise.all(files.map((file) => differenceIn(file, row)));
  return { ...row, total: files.length, differs: reasons.filter((reason) => reason !== null) };
}

async function differenceIn(
  file: string,
  { level, version, wants }: Omit<Agreement, 'total' | 'differs'>,
): Promise<string | null> {
  const { documents } = analyse([await readSource(file)], defaultWorld);
  const pods = documents.flatMap(({ pod }) => (pod === null ? [] : [pod]));
  if (pods.length === 0) return `${file}: no pod in it`;
  const violations = pods.flatMap((pod) => podSecurityOf(pod, version)[level].violations);
  const isAllowed = violations.length === 0;
  if (isAllowed === (wants === 'pass')) return null;
  const ids = [...new Set(violations.map(({ id }) => id))];
  return isAllowed ? `${file}: nothing found` : `${file}: ${ids.join(', ')}`;
}

/** Answers the rows as a table, then every file that is answered otherwise. */
export function conformanceText(rows: readonly Agreement[], { paint }: Paper): string {
  const lines = rows.map(({ level, version, wants, total, differs }) => {
    const tally = `${total - differs.length} of ${total}`;
    return `${level.padEnd(10)}  ${version.padEnd(5)}  ${wants}  ${paint(tally, differs.length === 0 ? 'wanted' : 'not-wanted')}`;
  });
  const agreed = rows.reduce((sum, { total, differs }) => sum + total - differs.length, 0);
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  return [...lines, `${agreed} of ${total} agree`, ...rows.flatMap(({ differs }) => differs)].join('\n');
}
