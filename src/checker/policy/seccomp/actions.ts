/** What a filter may answer: seccomp(2), "Filter return values"; the names are those of OCI. */
import type { Word } from './oci.ts';

type ActionKind = 'allow' | 'log' | 'errno' | 'trace' | 'trap' | 'kill-thread' | 'kill-process' | 'notify';

export interface Action {
  readonly kind: ActionKind;
  /** The errno, or what a tracer is told: 16 bits. */
  readonly data: number;
  /** As the profile spells it. */
  readonly name: string;
}

const kinds: Readonly<Record<string, ActionKind>> = {
  SCMP_ACT_ALLOW: 'allow',
  SCMP_ACT_LOG: 'log',
  SCMP_ACT_ERRNO: 'errno',
  SCMP_ACT_TRACE: 'trace',
  SCMP_ACT_TRAP: 'trap',
  SCMP_ACT_KILL: 'kill-thread',
  SCMP_ACT_KILL_THREAD: 'kill-thread',
  SCMP_ACT_KILL_PROCESS: 'kill-process',
  SCMP_ACT_NOTIFY: 'notify',
};

export const actionNames: readonly string[] = Object.keys(kinds);

/** EPERM, what both runtimes take where no number is written. */
const defaultErrno = 1;

/** Answers an action, or null for a name that is none. Only 16 bits of the number reach the filter. */
export function actionOf({ text }: Word, errnoRet: bigint | null): Action | null {
  const kind = Object.hasOwn(kinds, text) ? kinds[text] : undefined;
  if (kind === undefined) return null;
  return { kind, data: takesErrno(kind) ? Number((errnoRet ?? BigInt(defaultErrno)) & 0xffffn) : 0, name: text };
}

export function takesErrno(kind: ActionKind): boolean {
  return kind === 'errno' || kind === 'trace';
}

/** MAX_ERRNO of the kernel is 4095, and libseccomp wants less (src/system.c, sys_chk_seccomp_action). */
export function isBeyondErrno({ kind, data }: Action): boolean {
  return kind === 'errno' && data >= 4095;
}

/** Answers whether two actions are one to the kernel. */
export function isSameAction(one: Action, other: Action): boolean {
  return one.kind === other.kind && one.data === other.data;
}
