/**
 * The architectures that a profile may name (runc libcontainer/seccomp/config.go; libseccomp 2.5.4, src/arch.c,
 * arch_def_lookup_name). Only three of them are entries of an x86-64 machine; rules for the others are never asked.
 */
import type { Entry } from '../../facts/syscalls.ts';

interface Architecture {
  readonly entry?: Entry;
  /** libseccomp holds no two byte orders in one filter, and that of x86 is in each. */
  readonly isBigEndian?: true;
  /** runc 1.1.5 has a list of its own, without these. */
  readonly onlyCrun?: true;
}

/** By the name behind `SCMP_ARCH_`. */
export const architectures: Readonly<Record<string, Architecture>> = {
  X86: { entry: 'i386' },
  X86_64: { entry: 'x86_64' },
  X32: { entry: 'x32' },
  ARM: {},
  AARCH64: {},
  MIPS: { isBigEndian: true },
  MIPS64: { isBigEndian: true },
  MIPS64N32: { isBigEndian: true },
  MIPSEL: {},
  MIPSEL64: {},
  MIPSEL64N32: {},
  PPC: { isBigEndian: true },
  PPC64: { isBigEndian: true },
  PPC64LE: {},
  S390: { isBigEndian: true },
  S390X: { isBigEndian: true },
  PARISC: { isBigEndian: true, onlyCrun: true },
  PARISC64: { isBigEndian: true, onlyCrun: true },
  RISCV64: { onlyCrun: true },
};

export const architectureNames: readonly string[] = Object.keys(architectures).map((name) => `SCMP_ARCH_${name}`);

/** What libseccomp puts into every filter, listed or not. */
export const nativeEntry: Entry = 'x86_64';
