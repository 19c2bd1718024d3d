/** What may be asked of a policy, and what it answers. */
import type { Capability } from '../../model/capability.ts';
import type { Errno } from '../../model/errno.ts';
import type { Facts } from '../../model/fact.ts';
import type { ProfileMode, PtraceWord, Rule } from './syntax.ts';

/** A path is the one that the kernel has resolved: no symlink in it, and `/` behind a directory. */
export type Access =
  | FileAccess
  | { readonly kind: 'rename' | 'exchange'; readonly from: string; readonly to: string }
  | { readonly kind: 'link'; readonly from: string; readonly to: string }
  | { readonly kind: 'exec'; readonly path: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'capability'; readonly capability: Capability }
  | { readonly kind: 'network'; readonly family: string; readonly type: string }
  | MountAccess
  | { readonly kind: 'umount'; readonly target: string }
  | { readonly kind: 'pivot_root'; readonly newRoot: string; readonly oldRoot: string }
  | { readonly kind: 'signal'; readonly does: 'send' | 'receive'; readonly signal: string; readonly peer: string }
  | { readonly kind: 'ptrace'; readonly does: PtraceWord; readonly peer: string }
  | { readonly kind: 'change_profile'; readonly name: string }
  | { readonly kind: 'rlimit'; readonly resource: string; readonly limit: number };

export interface FileAccess {
  readonly kind: 'file';
  readonly path: string;
  /** Bits of `permissions.ts`. */
  readonly asks: number;
  /** Made by the call, so owned by who calls. */
  readonly isNew: boolean;
  /** How the file is reached: by its path, by a descriptor got before, or outside of every mount that is seen. */
  readonly by: 'path' | 'inherited' | 'disconnected';
}

export interface MountAccess {
  readonly kind: 'mount';
  readonly flags: number;
  readonly type: string;
  /** A directory for a bind or a move; the words of the call for a new mount. */
  readonly source: string;
  readonly target: string;
}

/** Who asks. */
export interface Asker {
  /** The name of the profile; it is one of the policy. */
  readonly profile: string;
  readonly uid: number;
  /** The owner of the file that is asked about. */
  readonly owner: number;
  readonly noNewPrivs: boolean;
}

export interface Answer {
  readonly decision: 'allowed' | 'denied' | 'unknown';
  readonly errno: Errno | null;
  /** What the process gets in place of an error. */
  readonly signal: 'SIGSEGV' | 'SIGKILL' | null;
  /** What the process runs under then; null where the label stays or the question is of another kind. */
  readonly label: string | null;
  readonly mode: ProfileMode;
  readonly logged: boolean;
  /** What was asked and is not granted: letters of files, words of other rules. */
  readonly missing: string;
  /** The rules that took part, the deciding one first. */
  readonly rules: readonly Rule[];
  readonly reason: string;
  readonly facts: Facts;
}
