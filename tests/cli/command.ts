import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { plainPaper } from '../../src/checker/index.ts';
import { run } from '../../src/cli/main.ts';
import { repository } from '../support/files.ts';

/** Runs the command in this process. */
export function bulkhead(...words: readonly string[]) {
  return run(words, plainPaper);
}

/** Runs the command as a program of its own. */
export function bulkheadProgram(words: readonly string[], { input = '', env = {} }: ProgramOptions = {}) {
  const program = join(repository, 'src/cli/bulkhead.ts');
  const options = { cwd: repository, input, encoding: 'utf8', env: { ...process.env, ...env } } as const;
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, ...words], options);
  return { stdout, stderr, status };
}

interface ProgramOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Answers a function that writes a file and answers its path; the files are gone behind the last test. */
export function temporaryFiles(): (name: string, text: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'bulkhead-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  return (name, text) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
}
