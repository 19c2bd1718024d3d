import type { Capability } from './capability.ts';
import type { Citation } from './citation.ts';
import type { Errno } from './errno.ts';
import type { Origin } from './resolved.ts';
import type { FileFacts } from './world.ts';

export type Asker = 'api-server' | 'kubelet' | 'runtime' | 'kernel';

/** Whose user namespace the kernel asks: `capable()` means `initial`, `ns_capable()` the owner of the object. */
export type NamespaceOwner = 'initial' | 'network' | 'mount' | 'pid' | 'file' | 'process';

/** To write into a folder takes search permission too; `search` is what a folder's execute bit gives. */
export type FileAccess = 'read' | 'write' | 'execute' | 'search';

/** A program of the image that a container executes. */
export interface Program {
  readonly file: FileFacts;
}

/** An init container that keeps those behind it waiting: it does not start, or nobody can tell. */
export interface HeldInitContainer {
  readonly name: string;
  readonly answer: 'stops' | 'cannot-tell';
  /** The lines that decided about it. */
  readonly origins: readonly Origin[];
}

/**
 * One question on the way. `stop` is what the caller sees when the answer is no: an errno, `ineffective` when the call
 * succeeds without the effect, `refused` when the container never runs. Each kind is answered by exactly one gate.
 */
export type Requirement = {
  readonly asker: Asker;
  readonly cite: Citation;
  readonly stop: Errno | 'ineffective' | 'refused';
} & Question;

export type Question =
  // asked before anything runs
  | { readonly kind: 'admitted' }
  | { readonly kind: 'sysctls-allowed' }
  | { readonly kind: 'non-root-verified' }
  | { readonly kind: 'apparmor-available' }
  | { readonly kind: 'apparmor-profile-present' }
  | { readonly kind: 'seccomp-profile-present' }
  | { readonly kind: 'sandbox-user-given' }
  | { readonly kind: 'node-os-fits' }
  | { readonly kind: 'runtime-class-known' }
  | { readonly kind: 'mount-points-made' }
  | { readonly kind: 'ids-mapped' }
  | { readonly kind: 'capabilities-given' }
  | { readonly kind: 'sysctl-values-accepted' }
  | { readonly kind: 'entry-program-visible' }
  | { readonly kind: 'init-containers-ran'; readonly held: HeldInitContainer }
  // asked by the kernel
  /** `arguments`: register values in order, where the filter may look at them; missing ones are 0. */
  | { readonly kind: 'syscall'; readonly name: string; readonly arguments?: readonly number[] }
  | { readonly kind: 'lsm-allows' }
  /** `file`: the one whose owner has to be mapped where the capability counts. */
  | {
      readonly kind: 'capability';
      readonly capability: Capability;
      readonly owner: NamespaceOwner;
      readonly file?: FileFacts;
    }
  | { readonly kind: 'unprivileged-port'; readonly port: number }
  | { readonly kind: 'uid-is'; readonly uid: number }
  | { readonly kind: 'file-owner'; readonly file: FileFacts }
  /** `program`: who asks, where it is not the container's own process. */
  | { readonly kind: 'file-mode'; readonly file: FileFacts; readonly access: FileAccess; readonly program?: Program }
  /** A folder of the image that the world does not name: nobody can say whose it is. */
  | { readonly kind: 'unnamed-folder'; readonly path: string }
  /** Asked where the wrong kind stands only: a folder in place of a file, or a file on the way. */
  | { readonly kind: 'file-kind'; readonly path: string; readonly stands: FileFacts['kind'] }
  | { readonly kind: 'file-visible'; readonly path: string; readonly volume: string | null }
  | { readonly kind: 'writable-mount'; readonly path: string }
  | { readonly kind: 'no-new-privs-set' }
  | { readonly kind: 'setuid-honoured'; readonly program: Program }
  | { readonly kind: 'file-capabilities-fit'; readonly program: Program }
  | { readonly kind: 'capability-after-exec'; readonly program: Program; readonly capability: Capability }
  // one yes is enough
  | { readonly kind: 'any-of'; readonly ways: readonly [Requirement, ...Requirement[]] };

export type QuestionKind = Exclude<Question['kind'], 'any-of'>;
export type Asked<K extends QuestionKind> = Extract<Requirement, { readonly kind: K }>;
