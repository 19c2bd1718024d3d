/**
 * Runs a filter as the kernel does: the instructions of classic BPF that seccomp allows (Linux v6.18, kernel/seccomp.c,
 * seccomp_check_filter) and libseccomp uses, over `struct seccomp_data` (include/uapi/linux/seccomp.h).
 */
export interface Instruction {
  readonly code: number;
  readonly jt: number;
  readonly jf: number;
  readonly k: number;
}

interface SeccompData {
  /** AUDIT_ARCH_*: of the entry, not of the program. */
  readonly architecture: number;
  readonly number: number;
  readonly registers: readonly bigint[];
}

const load = 0x20;
const and = 0x54;
const jump = 0x05;
const jumpIf = {
  0x15: (a: number, k: number) => a === k,
  0x25: (a: number, k: number) => a > k,
  0x35: (a: number, k: number) => a >= k,
  0x45: (a: number, k: number) => (a & k) !== 0,
} as const;
const answer = 0x06;

/** Answers what a filter returns for a call: action and data. */
export function runFilter(program: readonly Instruction[], data: SeccompData): number {
  const words = wordsOf(data);
  let register = 0;
  for (let at = 0; ; at += 1) {
    const instruction = program[at];
    if (instruction === undefined) throw new Error('the filter ends without an answer');
    const { code, jt, jf, k } = instruction;
    if (code === answer) return k;
    if (code === load) register = words[k / 4] ?? 0;
    else if (code === and) register = (register & k) >>> 0;
    else if (code === jump) at += k;
    else {
      const holds = jumpIf[code as keyof typeof jumpIf];
      if (holds === undefined) throw new Error(`no instruction of a filter: ${code}`);
      at += holds(register, k) ? jt : jf;
    }
  }
}

/** The structure in words of 32 bits: number, architecture, instruction pointer, six registers, each low half first. */
function wordsOf({ architecture, number, registers }: SeccompData): readonly number[] {
  const halves = registers.flatMap((register) => [register & 0xffff_ffffn, register >> 32n]).map(Number);
  return [number >>> 0, architecture, 0, 0, ...halves];
}
