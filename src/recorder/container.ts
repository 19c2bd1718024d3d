/** One real container: made, asked, and gone. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { Readable, Writable } from 'node:stream';
import type { OciConfiguration } from '../oci/configuration.ts';
import { lastLine, run } from './commands.ts';
import { entryProgram } from './files.ts';
import type { State } from './recording.ts';

interface Bundle {
  readonly runtime: 'runc' | 'crun';
  readonly id: string;
  /** A folder of its own for the bundle and for the runtime's notes. */
  readonly folder: string;
  readonly configuration: OciConfiguration;
}

export interface Asked {
  readonly state: State;
  /** One for each line that was asked, in their order. */
  readonly answers: readonly { readonly result: string; readonly call: string }[];
}

type Process = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * Runs a container, stands a process of another uid beside its own, and asks each line. Answers the runtime's words instead
 * where it does not start.
 */
export async function askContainer(
  bundle: Bundle,
  lines: readonly string[],
): Promise<Asked | { readonly words: string }> {
  const runtime = [bundle.runtime, '--root', join(bundle.folder, 'state')] as const;
  mkdirSync(bundle.folder, { recursive: true });
  writeFileSync(join(bundle.folder, 'config.json'), JSON.stringify(bundle.configuration));
  const container = start([...runtime, 'run', '--bundle', bundle.folder, bundle.id]);
  const complaint = text(container.stderr);
  const said = createInterface({ input: container.stdout });
  try {
    container.stdin.write('state\n');
    const state = await nextLine(said);
    if (state === null) return { words: wordsOf(await complaint, bundle.folder) };
    const bystander = start([...runtime, 'exec', '--user', otherUser(bundle), bundle.id, entryProgram, 'bystander']);
    if ((await nextLine(createInterface({ input: bystander.stdout }))) !== 'ready')
      throw new Error(`No second process in ${bundle.id}: ${lastLine(await text(bystander.stderr))}`);
    container.stdin.end(lines.map((line) => `${line}\n`).join(''));
    const answers = [];
    for await (const line of said) answers.push(JSON.parse(line) as Asked['answers'][number]);
    bystander.stdin.end();
    if (answers.length !== lines.length) throw new Error(`${bundle.id} answered ${answers.length} of ${lines.length}.`);
    return { state: JSON.parse(state) as State, answers };
  } finally {
    container.kill('SIGKILL');
    discard(runtime, bundle.id);
  }
}

/** The bystander of `kill-other-uid` (src/guest/operations/kill-other-uid.c). */
function otherUser({ configuration }: Bundle): string {
  return configuration.process.user.uid === 3000 ? '2000:2000' : '3000:3000';
}

function start([program, ...words]: readonly [string, ...string[]]): Process {
  return spawn(program, words, { stdio: ['pipe', 'pipe', 'pipe'], timeout: 60_000 }).on('error', () => undefined);
}

function nextLine(from: Interface): Promise<string | null> {
  return new Promise((resolve) => {
    from.once('line', resolve);
    from.once('close', () => resolve(null));
  });
}

/** The runtime's last line, without what is this machine's alone. runc quotes its words as its log does. */
function wordsOf(complaint: string, folder: string): string {
  const line = lastLine(complaint);
  const [, quoted] = /level=error msg=("(?:[^"\\]|\\.)*")/.exec(line) ?? [];
  return (quoted === undefined ? line : (JSON.parse(quoted) as string)).replaceAll(folder, '');
}

/** A container that never was, or went by itself, needs no deleting: the runtime says so, and that is no error. */
function discard(runtime: readonly [string, ...string[]], id: string): void {
  try {
    run(...runtime, 'delete', '--force', id);
  } catch {
    return;
  }
}
