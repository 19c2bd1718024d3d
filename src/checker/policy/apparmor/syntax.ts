/** A profile as it is written: what the parser read, nothing expanded and nothing merged. */
import type { Span } from '../../model/span.ts';

export interface ProfileText {
  /** With the names of those it stands in: `a//b`. */
  readonly name: string;
  readonly span: Span;
  /** The paths that it attaches to, where they are written beside the name. */
  readonly attachment: string | null;
  readonly isHat: boolean;
  readonly mode: ProfileMode;
  readonly flags: readonly ProfileFlag[];
  readonly rules: readonly Rule[];
}

export type ProfileMode = 'enforce' | 'complain' | 'kill' | 'unconfined';

/** Flags beside the mode (parser 3.0.8; `debug` and newer ones are refused). */
export type ProfileFlag = (typeof profileFlags)[number];
export const profileFlags = [
  'audit',
  'chroot_relative',
  'namespace_relative',
  'mediate_deleted',
  'delegate_deleted',
  'attach_disconnected',
  'no_attach_disconnected',
  'chroot_attach',
  'chroot_no_attach',
] as const;

/** What every rule has. */
export interface Written {
  /** The rule; where it came with an include, the line of the include. */
  readonly span: Span;
  /** The rule in the words of the text. */
  readonly text: string;
  /** The included file that holds it; null for a rule of the text itself. */
  readonly from: string | null;
  readonly audit: boolean;
  readonly deny: boolean;
}

/** Whose files: `owner` those of the process's own uid, `other` those of everybody else. */
export type Ownership = 'owner' | 'other' | null;

export interface FileRule extends Written {
  readonly kind: 'file';
  readonly path: string;
  /** Letters as a set of bits, `permissions.ts`. */
  readonly permissions: number;
  readonly exec: ExecMode | null;
  readonly ownership: Ownership;
  /** For `l` with `-> path`: the one file that may be linked. */
  readonly link: { readonly target: string; readonly isSubset: boolean } | null;
}

/** What becomes of the label. `plain` is the bare `x` of deny rules and named transitions. */
export interface ExecMode {
  readonly goes: 'inherit' | 'profile' | 'child' | 'unconfined' | 'plain';
  /** Where no profile is found. */
  readonly otherwise: 'inherit' | 'unconfined' | null;
  /** Capital letters: the environment is cleaned. */
  readonly cleans: boolean;
  /** Behind `->`. */
  readonly target: string | null;
}

export interface CapabilityRule extends Written {
  readonly kind: 'capability';
  /** Lower case, as here; none: all of them. */
  readonly names: readonly string[];
}

export interface NetworkRule extends Written {
  readonly kind: 'network';
  /** Null: every family. */
  readonly family: string | null;
  /** Null: every type. */
  readonly type: string | null;
  /** It was written as a `unix` rule, of which only the type is left. */
  readonly isUnix: boolean;
}

interface MountOptions {
  /** `=`: exactly these; `in`: any of these. */
  readonly test: 'exactly' | 'any-of';
  readonly words: readonly string[];
}

export interface MountRule extends Written {
  readonly kind: 'mount';
  readonly does: 'mount' | 'remount' | 'umount';
  readonly types: readonly string[];
  readonly options: readonly MountOptions[];
  readonly source: string | null;
  readonly target: string | null;
}

export interface PivotRootRule extends Written {
  readonly kind: 'pivot_root';
  readonly oldRoot: string | null;
  readonly newRoot: string | null;
}

export interface SignalRule extends Written {
  readonly kind: 'signal';
  readonly does: readonly ('send' | 'receive')[];
  /** By name; none: every signal. */
  readonly signals: readonly string[];
  readonly peer: string | null;
}

export interface PtraceRule extends Written {
  readonly kind: 'ptrace';
  readonly does: readonly PtraceWord[];
  readonly peer: string | null;
}
export type PtraceWord = 'trace' | 'read' | 'tracedby' | 'readby';

export interface ChangeProfileRule extends Written {
  readonly kind: 'change_profile';
  /** Null: at any exec, and at once. */
  readonly exec: string | null;
  readonly target: string;
}

export interface RlimitRule extends Written {
  readonly kind: 'rlimit';
  readonly resource: string;
  /** Null: infinity. */
  readonly limit: number | null;
}

/** Read and not judged: mainline kernels do not mediate D-Bus. */
interface DbusRule extends Written {
  readonly kind: 'dbus';
}

export type Rule =
  | FileRule
  | CapabilityRule
  | NetworkRule
  | MountRule
  | PivotRootRule
  | SignalRule
  | PtraceRule
  | ChangeProfileRule
  | RlimitRule
  | DbusRule;

/** A rule before it is known what stands before it (`audit`, `deny`, `owner`). */
type Bare<R> = R extends Written ? Omit<R, keyof Written> : never;
export type BareRule = Bare<Rule>;

export interface Named {
  readonly name: string;
  readonly span: Span;
}

/** A whole text. */
export interface PolicyText {
  readonly profiles: readonly ProfileText[];
  readonly variables: Variables;
  readonly aliases: readonly { readonly from: string; readonly to: string }[];
  /** Files that are included and not known here, and other things that depend on the node. */
  readonly unknown: readonly Named[];
  /** Files that are included if they exist, and that Debian does not ship. */
  readonly optional: readonly Named[];
}

/** The values of each variable, by its name without `@{}`. */
export type Variables = Readonly<Record<string, { readonly values: readonly string[]; readonly span: Span }>>;
