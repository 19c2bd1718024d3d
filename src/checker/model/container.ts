import type { Capability } from './capability.ts';
import type { Refusal } from './diagnostic.ts';
import type { Origin, Resolved } from './resolved.ts';
import type { FileFacts } from './world.ts';

export type ContainerRole = 'init' | 'sidecar' | 'app' | 'ephemeral';

/** What the kernel will be handed: the security state of one container, in Linux words. One member per primitive. */
export interface EffectiveContainer {
  readonly name: string;
  readonly role: ContainerRole;
  /** What the API server has against the whole document; empty if it admits it. */
  readonly refusals: readonly Refusal[];

  readonly privilegedContainer: Resolved<boolean>;
  readonly userNamespace: Resolved<UserNamespace>;
  readonly hostNamespaces: HostNamespaces;
  readonly user: User;
  readonly noNewPrivs: Resolved<boolean>;
  readonly capabilities: CapabilityState;
  readonly seccomp: Seccomp;
  readonly appArmor: AppArmor;
  readonly sysctls: Sysctls;
  readonly rootFilesystem: Resolved<'read-only' | 'read-write'>;
  readonly procMount: Resolved<'default' | 'unmasked'>;
  readonly mounts: readonly Mount[];
  readonly placement: Placement;
}

export type PrimitiveId = Exclude<keyof EffectiveContainer, 'name' | 'role' | 'refusals'>;

/** `pod`: uid 0 inside is an unprivileged uid of the node (`hostUsers: false`); ids 0..65535 are mapped. */
export type UserNamespace = 'node' | 'pod';

export interface HostNamespaces {
  readonly network: Resolved<'pod' | 'node'>;
  readonly pid: Resolved<'container' | 'pod' | 'node'>;
  readonly ipc: Resolved<'pod' | 'node'>;
}

export interface User {
  readonly uid: Resolved<number>;
  readonly gid: Resolved<number>;
  /** Supplementary groups, `gid` not repeated. */
  readonly groups: Resolved<readonly number[]>;
  /** The group to which the kubelet gives volumes that are the pod's own, their files too; null: it gives none away. */
  readonly fsGroup: Resolved<number> | null;
  /** `runAsNonRoot` as it holds: the kubelet checks it before the start, the kernel never hears of it. */
  readonly nonRootRequired: Resolved<boolean>;
  /** What gave the uid. Of an image's user by name the kubelet cannot see that it is not root. */
  readonly decidedBy: 'spec' | 'image-number' | 'image-name' | 'image-none';
  /** The line behind each of `groups`. */
  readonly groupOrigins: Readonly<Record<number, Origin>>;
  /** A pod-level `runAsGroup` without a pod-level `runAsUser`: containerd makes no sandbox. Null where all is well. */
  readonly groupWithoutUser: Resolved<number> | null;
}

/** Answers the effective uid of a program that the container's process executes (fs/exec.c, bprm_fill_uid). */
export function uidAfterExec({ uid, mode }: FileFacts, { noNewPrivs, user }: EffectiveContainer): number {
  return (mode & 0o4000) !== 0 && !noNewPrivs.value ? uid : user.uid.value;
}

/** The five sets of capabilities(7) after the container's own execve, and what a later execve can reach. Kernel order. */
export interface CapabilityState {
  readonly bounding: readonly Capability[];
  readonly permitted: readonly Capability[];
  readonly effectiveSet: readonly Capability[];
  readonly inheritable: readonly Capability[];
  readonly ambient: readonly Capability[];
  /** What some program of the image could hold after an execve: the bounding set, or nothing more than now. */
  readonly reachable: readonly Capability[];
  /** What put capabilities into the bounding set or kept them out; `boundingOriginOf` reads it. */
  readonly boundingOrigin: BoundingOrigin;
  /** Why the effective set is what it is: the uid, for a process that is not root. */
  readonly effectiveOrigin: Origin;
  /** Names in `add` and `drop` that the runtime does not know and passes over, with their place. */
  readonly ignoredNames: readonly { readonly name: string; readonly list: 'add' | 'drop'; readonly origin: Origin }[];
}

/** The written names with their own lines, and what decided about all the rest. */
export interface BoundingOrigin {
  readonly named: Readonly<Partial<Record<Capability, Origin>>>;
  readonly rest: Origin;
}

/** Answers what put a capability into the bounding set, or kept it out. */
export function boundingOriginOf({ boundingOrigin }: CapabilityState, capability: Capability): Origin {
  return boundingOrigin.named[capability] ?? boundingOrigin.rest;
}

export type SeccompFilter =
  | { readonly kind: 'none' }
  | { readonly kind: 'runtime-default' }
  | { readonly kind: 'localhost'; readonly profile: string };

export interface Seccomp extends Resolved<SeccompFilter> {
  /** A Localhost profile without a name, also where it comes to nothing: the kubelet starts no container that asks for one. */
  readonly unnamed: Origin | null;
}

export type AppArmorConfinement =
  | { readonly kind: 'none' }
  | { readonly kind: 'runtime-default' }
  | { readonly kind: 'localhost'; readonly profile: string };

export interface AppArmor extends Resolved<AppArmorConfinement> {
  /** A profile that the spec asks for, also where it comes to nothing: the kubelet sees the asking. */
  readonly asked: { readonly type: string; readonly origin: Origin } | null;
}

/** What the pod asks of the node it lands on, null where it asks nothing. */
export interface Placement {
  readonly os: Resolved<string> | null;
  readonly runtimeClass: Resolved<string> | null;
}

export interface Sysctls {
  /** `net.ipv4.ip_unprivileged_port_start` of the network namespace the container is in. */
  readonly unprivilegedPortStart: Resolved<number>;
  /** Every sysctl the pod sets, once: name in dot form, value as written last. */
  readonly written: readonly {
    readonly name: string;
    readonly value: string;
    readonly origin: Origin;
    readonly fate: SysctlFate;
  }[];
}

/**
 * `forbidden`: the kubelet refuses the pod. `bad-value`: the kernel refuses the write, the container is not created. `by-chance`:
 * it depends on what is written first, and runc keeps no order. `not-known`: nobody here knows what the kernel takes.
 */
export type SysctlFate = 'set' | 'forbidden' | 'bad-value' | 'by-chance' | 'not-known';

export interface Mount {
  /** Normalised: no `.`/`..`, no trailing slash. */
  readonly path: string;
  readonly volume: string;
  /** The volume's source field, `emptyDir` where none is written (defaulting of the API server). */
  readonly source: string;
  readonly readOnly: boolean;
  readonly origin: Origin;
  /** The line that says `readOnly`, where one does. */
  readonly readOnlyOrigin: Origin | null;
  /** The line that shows a part of the volume only, `subPath` or `subPathExpr`: which of its files are in it is not known here. */
  readonly partOrigin: Origin | null;
}
