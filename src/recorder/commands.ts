import { spawnSync } from 'node:child_process';

/** Runs a program without a shell and answers what it printed; its last words are the error where it does not end well. */
export function run(program: string, ...words: readonly string[]): string {
  const ended = spawnSync(program, words, { encoding: 'utf8', timeout: 60_000 });
  if (ended.error !== undefined) throw ended.error;
  if (ended.status === 0) return ended.stdout;
  throw new Error(`${program} ${words.join(' ')}: ${lastLine(ended.stderr) || `ended with ${String(ended.status)}`}`);
}

/** Answers whether a program is there to be run. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
