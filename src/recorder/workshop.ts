/**
 * Where containers are made: a mount and a network namespace of the recorder's own, on a tmpfs. The kernel takes both away
 * with the last process in them, so whatever ends the recorder, nothing stays behind; and a pod with `hostNetwork` meets that
 * network and not this machine's.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './commands.ts';

export interface Workshop {
  readonly folder: string;
  /** The program of all operations, and the one that lays id-mapped mounts. */
  readonly operate: string;
  readonly idmapMount: string;
}

/** Tells the program inside that it is, and where its folder lies. */
const insideVariable = 'BULKHEAD_WORKSHOP';

/** Runs this program again inside a workshop, and answers how it ended. */
export function runInside(program: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'bulkhead-'));
  // An interrupt reaches the program inside as well; this one outlives it to take the folder away.
  process.on('SIGINT', () => undefined);
  try {
    const words = ['--mount', '--net', '--', process.execPath, program, ...process.argv.slice(2)];
    const env = { ...process.env, [insideVariable]: folder };
    return spawnSync('unshare', words, { stdio: 'inherit', env }).status ?? 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Answers the workshop with its programs built, or null outside of one. */
export function openWorkshop(): Workshop | null {
  const folder = process.env[insideVariable];
  if (folder === undefined) return null;
  mountTmpfs(folder);
  // crun refuses a node with both versions of cgroups; in this mount namespace the second one may go.
  if (existsSync('/sys/fs/cgroup/unified')) run('umount', '/sys/fs/cgroup/unified');
  const operate = join(folder, 'operate');
  const idmapMount = join(folder, 'idmap-mount');
  run(join(import.meta.dirname, '../guest/operations/build.sh'), operate);
  run('gcc', '-Wall', '-Wextra', '-Werror', '-o', idmapMount, join(import.meta.dirname, 'idmap-mount.c'));
  return { folder, operate, idmapMount };
}

/** A tmpfs for each pod: the next one meets no file and no id-mapped mount of the last. */
export async function onFreshGround<T>(workshop: Workshop, work: (fresh: Workshop) => Promise<T>): Promise<T> {
  const folder = join(workshop.folder, 'pod');
  mkdirSync(folder, { recursive: true });
  mountTmpfs(folder);
  try {
    return await work({ ...workshop, folder });
  } finally {
    run('umount', '--lazy', folder);
  }
}

function mountTmpfs(folder: string): void {
  run('mount', '-t', 'tmpfs', '-o', 'mode=755', 'bulkhead', folder);
}
