/** Makes the files that a world speaks of, with their owners, modes and file capabilities. */
import { chmodSync, chownSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileFacts } from '../checker/index.ts';
import { run } from './commands.ts';

/** Where the container's entry program lies: the program of all operations under an ordinary name. */
export const entryProgram = '/usr/bin/operate';

interface Tree {
  readonly root: string;
  readonly files: readonly FileFacts[];
  /** The program that every executable file of the tree is a copy of. */
  readonly program: string;
}

/** Makes a tree. Folders that are not listed are made on the way: root's, 0755. */
export function makeFiles({ root, files, program }: Tree): void {
  const parentsFirst = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  for (const file of parentsFirst) {
    const path = join(root, file.path);
    mkdirSync(file.kind === 'directory' ? path : dirname(path), { recursive: true });
    if (file.kind === 'file') fill(path, file, program);
    chownSync(path, file.uid, file.gid);
    chmodSync(path, file.mode);
    if (file.capabilities !== undefined) setCapabilities(path, file.capabilities);
  }
}

/** Makes the root file system of an image: its files, the entry program, and the folders that a runtime mounts on. */
export function makeRootFileSystem(tree: Tree): void {
  const root = { uid: 0, gid: 0, mode: 0o755 } as const;
  const folders = ['/dev', '/proc', '/sys'];
  makeFiles({
    ...tree,
    files: [
      ...folders.map((path) => ({ path, kind: 'directory', ...root }) as const),
      { path: entryProgram, kind: 'file', ...root },
      ...tree.files,
    ],
  });
}

function fill(path: string, file: FileFacts, program: string): void {
  if ((file.mode & 0o111) === 0) writeFileSync(path, `${file.path}\n`);
  else copyFileSync(program, path);
}

function setCapabilities(path: string, { names, effective }: NonNullable<FileFacts['capabilities']>): void {
  run('setcap', `${names.join(',').toLowerCase()}+${effective ? 'ep' : 'p'}`, path);
}
