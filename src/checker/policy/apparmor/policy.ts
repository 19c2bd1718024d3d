/** Profiles as the kernel holds them: variables gone, globs made into automata. */
import type { Matcher } from './matcher.ts';
import type {
  CapabilityRule,
  ChangeProfileRule,
  FileRule,
  MountRule,
  NetworkRule,
  PivotRootRule,
  ProfileText,
  PtraceRule,
  RlimitRule,
  SignalRule,
} from './syntax.ts';

export interface Policy {
  readonly profiles: readonly Profile[];
  /** Why nothing can be said for sure: an include that is not known here, or a policy beyond all bounds. */
  readonly open: { readonly name: string } | null;
}

export interface Profile {
  readonly name: string;
  readonly text: ProfileText;
  /** What it attaches to, each with its aliases. */
  readonly attachments: readonly Matcher[];
  readonly files: readonly File[];
  readonly capabilities: readonly CapabilityRule[];
  readonly networks: readonly NetworkRule[];
  readonly mounts: readonly Mount[];
  readonly pivots: readonly Pivot[];
  readonly signals: readonly Peered<SignalRule>[];
  readonly ptraces: readonly Peered<PtraceRule>[];
  readonly changes: readonly Change[];
  readonly rlimits: readonly RlimitRule[];
}

export interface File {
  readonly rule: FileRule;
  readonly path: Matcher;
  /** The one file that may be linked; null: any. */
  readonly link: Matcher | null;
}

interface Peered<R> {
  readonly rule: R;
  /** Null: any label. */
  readonly peer: Matcher | null;
}

export interface Change {
  readonly rule: ChangeProfileRule;
  readonly target: Matcher;
}

interface Pivot {
  readonly rule: PivotRootRule;
  readonly newRoot: Matcher | null;
  readonly oldRoot: Matcher | null;
}

/** What a mount rule comes to; one rule may cover several kinds of mounts. */
export interface Mount {
  readonly rule: MountRule;
  readonly does: MountKind;
  readonly target: Matcher | null;
  readonly source: Matcher | null;
  /** None: any type. */
  readonly types: readonly Matcher[];
  /** Flags that must be there, and those that may be. */
  readonly flags: { readonly set: number; readonly free: number };
}

export type MountKind = 'remount' | 'bind' | 'propagation' | 'move' | 'new' | 'umount';
