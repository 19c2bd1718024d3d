import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import type { Source } from '../checker/index.ts';
import { Unusable } from './unusable.ts';

/** Answers a file as a text for the checker; `-` is the standard input. */
export async function readSource(file: string): Promise<Source> {
  const text = file === '-' ? await readAll(process.stdin) : await readText(file);
  return { file, text, language: 'kubernetes' };
}

/** Answers a file's text, or throws in words why there is none. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Unusable(`\`${file}\` cannot be read: ${reasonOf(error)}.`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'access is denied',
};

export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
