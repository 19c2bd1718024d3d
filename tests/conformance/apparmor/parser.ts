/** apparmor_parser asked for what it makes of a text. It compiles for a kernel with the features of `features-6.1`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { blobsIn, type Blob } from './policy-blob.ts';

const features = fileURLToPath(new URL('features-6.1', import.meta.url));

export type Parsed = { readonly blobs: readonly Blob[] } | { readonly said: string; readonly line: number | null };

/** Answers the compiled profiles of a text, or what the parser says against it. */
export function parse(text: string): Parsed {
  const folder = mkdtempSync(join(tmpdir(), 'apparmor-'));
  try {
    const file = join(folder, 'profile');
    writeFileSync(file, text);
    // An empty file for its own settings: Debian's would pin other features.
    writeFileSync(join(folder, 'none'), '');
    const words = ['--config-file', join(folder, 'none'), '-M', features, '--quiet', '-QKS', file];
    const { status, stdout, stderr } = spawnSync('apparmor_parser', words, {
      cwd: folder,
      maxBuffer: 64 * 1024 * 1024,
    });
    if (status === 0) return { blobs: blobsIn(stdout) };
    return refusalIn(stderr.toString().replaceAll(file, 'profile'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function refusalIn(stderr: string): { readonly said: string; readonly line: number | null } {
  const lines = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('Cache read/write disabled'));
  const error = lines
    .map((line) => /^AppArmor parser error.* at line (\d+): (.*)$/.exec(line))
    .find((each) => each !== null);
  if (error) return { said: error[2] ?? '', line: Number(error[1]) };
  return { said: (lines[0] ?? '').replace(/^apparmor_parser: /, '').trim(), line: null };
}
