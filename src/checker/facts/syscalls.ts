/**
 * System calls by name and entry, as the libseccomp that a runtime is linked with knows them, and what the i386 entry
 * multiplexes.
 * Source: libseccomp 2.5.4 of Debian 12 (syscalls.generated.ts); Linux v6.18, include/uapi/linux/net.h and
 * include/uapi/linux/ipc.h. Another version of libseccomp is another table of rows. Checked 2026-11-28.
 */
import { syscallRows } from './syscalls.generated.ts';

/** How a program enters the kernel; the architecture of the ENTRY is what a filter sees, not that of the program. */
export type Entry = 'x86_64' | 'i386' | 'x32';

export type Numbers = Readonly<Partial<Record<Entry, number>>>;

interface SyscallTable {
  /** A name that libseccomp knows for other machines only has no number here, and is known all the same. */
  readonly byName: ReadonlyMap<string, Numbers>;
}

/** Every number of x32 has it (arch/x86/include/uapi/asm/unistd.h, __X32_SYSCALL_BIT). */
export const x32Bit = 0x4000_0000;

/** Answers the table of libseccomp 2.5.4. */
export function readSyscallTable(): SyscallTable {
  const rows = syscallRows.trim().split('\n');
  return { byName: new Map(rows.map(numbersOf)) };
}

function numbersOf(row: string): [string, Numbers] {
  const [name = '', x86_64 = '-', i386 = '-', x32 = '-'] = row.split(' ');
  return [
    name,
    {
      ...(x86_64 !== '-' && { x86_64: Number(x86_64) }),
      ...(i386 !== '-' && { i386: Number(i386) }),
      ...(x32 !== '-' && { x32: Number(x32) + x32Bit }),
    },
  ];
}

interface Multiplexed {
  /** The i386 call that stands for all of them, and which one it is told to make. */
  readonly by: 'socketcall' | 'ipc';
  readonly number: number;
}

// prettier-ignore
const socketCalls = [
  'socket', 'bind', 'connect', 'listen', 'accept', 'getsockname', 'getpeername', 'socketpair', 'send', 'recv', 'sendto',
  'recvfrom', 'shutdown', 'setsockopt', 'getsockopt', 'sendmsg', 'recvmsg', 'accept4', 'recvmmsg', 'sendmmsg',
];

// prettier-ignore
const ipcCalls = {
  semop: 1, semget: 2, semctl: 3, semtimedop: 4, msgsnd: 11, msgrcv: 12, msgget: 13, msgctl: 14, shmat: 21, shmdt: 22,
  shmget: 23, shmctl: 24,
};

/** Answers what i386 makes a call through: rules for its name cover that call as well (libseccomp src/syscalls.c, abi_rule_add). */
export function multiplexedOnI386(name: string): Multiplexed | null {
  const place = socketCalls.indexOf(name);
  if (place !== -1) return { by: 'socketcall', number: place + 1 };
  return Object.hasOwn(ipcCalls, name) ? { by: 'ipc', number: ipcCalls[name as keyof typeof ipcCalls] } : null;
}
