/** What SELinux makes of a pod, what it is asked, and the table that answers. */
import type { Capability } from './capability.ts';
import type { FileAccess } from './requirement.ts';
import type { Resolved } from './resolved.ts';
import type { FileFacts, NodeFacts, Tables, World } from './world.ts';

/**
 * A level as far as it can be known. `picked`: two categories that the runtime chooses by chance and keeps apart from all others
 * it knows of; `owner` says for whom, the pod or one container of it.
 */
export type SELinuxLevel =
  { readonly kind: 'written'; readonly text: string } | { readonly kind: 'picked'; readonly owner: string };

/** The label of a process, each part with what decided it. */
export interface ProcessLabel {
  readonly user: Resolved<string>;
  readonly role: Resolved<string>;
  readonly type: Resolved<string>;
  readonly level: Resolved<SELinuxLevel>;
}

/** Of an object only these two parts decide. */
export interface ObjectLabel {
  readonly type: string;
  readonly level: SELinuxLevel;
}

/**
 * `labelled`: everything in it gets the label of the pod's files. `claimed`: what the claim brings may be relabelled, may be mounted
 * with that label, or neither. `kept`: every file has the label it had. `contested`: each container relabels it to a level of its own,
 * and the last one created wins. `not-known`: a driver decides.
 */
export type VolumeLabel =
  | { readonly kind: 'labelled'; readonly label: ObjectLabel }
  | { readonly kind: 'claimed'; readonly mountedWithLabel: 'never' | 'read-write-once-pod' | 'any' }
  | { readonly kind: 'kept' | 'contested' | 'not-known' };

export interface SELinux {
  /** Null: the node has no SELinux. */
  readonly label: ProcessLabel | null;
  /** Of the sandbox, which is there before the containers and takes what stands at pod level; null: the runtime gives no labels. */
  readonly sandbox: ProcessLabel | null;
  /** Of the image's files and of all that the runtime mounts for this container; null: the runtime labels none. */
  readonly files: Resolved<ObjectLabel> | null;
  /** Of what all containers of the pod see in the same place, `/dev/shm` and `/etc/hosts`. */
  readonly shared: VolumeLabel;
  /** By volume name. */
  readonly volumes: Readonly<Record<string, VolumeLabel>>;
}

/** `create`: make or remove a name in a folder, `path` being the folder. `change`: mode, owner or times. */
export type SELinuxFileAccess = FileAccess | 'create' | 'change';

export interface SELinuxFileAsk {
  readonly on: 'file';
  readonly path: string;
  readonly kind: FileFacts['kind'];
  readonly access: SELinuxFileAccess;
}

export interface SELinuxProcessAsk {
  readonly on: 'process';
  readonly does: 'signal' | 'ptrace' | 'connect';
  /** Null: a process of the same container. */
  readonly peer: ObjectLabel | null;
}

/** One question to the policy. `object`: what is reached past the mounts of the container, in another pod's volume. `other`: a call that asks for something the table has no word for. */
export type SELinuxAsk =
  | SELinuxFileAsk
  | SELinuxProcessAsk
  | (Pick<SELinuxFileAsk, 'kind' | 'access'> & { readonly on: 'object'; readonly object: ObjectLabel })
  | { readonly on: 'capability'; readonly capability: Capability }
  | { readonly on: 'self'; readonly does: SELinuxSelfAccess }
  | { readonly on: 'mount'; readonly fileSystem: string; readonly path: string | null }
  | { readonly on: 'other'; readonly call: string };

export type SELinuxSelfAccess = 'socket' | 'bind-port' | 'new-user-namespace' | 'change-label';

/** Letters: of a file `r` read, `w` write, make, change, delete, `x` execve; of a folder `s` search, `l` list, `w` names, `m` mount on it. */
export interface SELinuxRights {
  /** Of files, devices and sockets. Absent: not in the table. */
  readonly file?: string;
  readonly dir?: string;
}

export interface SELinuxRow extends SELinuxRights {
  /** Absent: the row speaks of the confined types. */
  readonly of?: 'every-container-type';
  /** What a type has instead. */
  readonly but?: Readonly<Record<string, SELinuxRights>>;
}

/** Some of a policy: what a name here does not say is not known, and what a row does not grant is denied. */
export interface SELinuxPolicy {
  readonly name: string;
  /** Types that may do everything. */
  readonly unconfined: readonly string[];
  /** Types for which the rows speak unless they say otherwise. */
  readonly confined: readonly string[];
  /** Every type of a container whose categories count: the attribute `mcs_constrained_type`. */
  readonly constrained: readonly string[];
  readonly aliases: Readonly<Record<string, string>>;
  readonly objects: Readonly<Record<string, SELinuxRow>>;
  readonly deniedCapabilities: readonly Capability[];
  /** The types that may, and those that may not. */
  readonly self: Readonly<Record<SELinuxSelfAccess, SELinuxAnswers>>;
  readonly mounts: Readonly<Record<string, SELinuxAnswers>>;
  /** What the confined types may do to processes of other types. */
  readonly peers: Readonly<Record<string, readonly SELinuxProcessAsk['does'][]>>;
}

export interface SELinuxAnswers {
  readonly may: readonly string[];
  readonly mayNot: readonly string[];
}

/** What a node, a file and the tables say of SELinux beside what the world says already. */
export interface SELinuxNode {
  /** Absent: enforcing. Permissive lets everything past and logs it. */
  readonly seLinuxMode?: 'permissive';
  /** Whether the runtime gives labels. Absent: as it does where nobody says so. */
  readonly seLinuxLabels?: boolean;
  /** Types for processes that the node's policy has beside those of the table. Absent: not known. Present: complete. */
  readonly seLinuxTypes?: readonly string[];
}

export interface LabelledFile extends FileFacts {
  /** As `ls -Z` shows it: `system_u:object_r:etc_t:s0`. */
  readonly seLinuxLabel?: string;
}

export interface SELinuxWorld extends World {
  readonly node: NodeFacts & SELinuxNode;
  readonly volumes: Readonly<Record<string, readonly LabelledFile[]>>;
  readonly tables: Tables & { readonly seLinuxPolicy?: SELinuxPolicy };
}
