import { isInstalled } from './commands.ts';

/** The programs that the recorder runs, and the Debian packages that bring them. */
const programs = {
  runc: 'runc',
  crun: 'crun',
  'musl-gcc': 'musl-tools',
  gcc: 'gcc',
  setcap: 'libcap2-bin',
  unshare: 'util-linux',
} as const;

/** Answers in a sentence what this machine lacks for real containers; null if nothing. */
export function whatIsMissing(runtime: 'runc' | 'crun'): string | null {
  if (process.platform !== 'linux')
    return 'Recording asks a Linux kernel, and this is not Linux. The recordings in the repository are made already: the tests need nothing else.';
  if (process.getuid?.() !== 0)
    return 'Recording makes real containers, so it has to be root. The tests that read the recordings do not.';
  const wanted = Object.entries(programs).filter(([name]) => name !== (runtime === 'runc' ? 'crun' : 'runc'));
  const missing = wanted.filter(([name]) => !isInstalled(name)).map(([, debianPackage]) => debianPackage);
  return missing.length === 0 ? null : `Recording needs more programs. On Debian: apt-get install ${missing.join(' ')}`;
}
