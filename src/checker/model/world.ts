import type { Capability } from './capability.ts';
import type { RuntimeDefaultProfile } from './seccomp.ts';
import type { SysctlRule } from './sysctl.ts';

/** What the learner does not write: the ground on which a pod lands. Derived state is never kept here. */
export interface World {
  readonly kubernetes: { readonly version: string; readonly fieldValidation: 'Strict' | 'Ignore' };
  readonly node: NodeFacts;
  /** By container name; a container that is not listed runs `defaultImage`. */
  readonly images: Readonly<Record<string, ImageFacts>>;
  readonly defaultImage: ImageFacts;
  /** Files that lie on a volume before the pod starts, by volume name; their paths count from the volume's root. */
  readonly volumes: Readonly<Record<string, readonly FileFacts[]>>;
  readonly tables: Tables;
}

/**
 * Big tables, handed over as data so that a page loads them beside the checker and not in it. What a table does not hold is
 * answered `cannot-tell`.
 */
export interface Tables {
  /** containerd's RuntimeDefault, one row a release. */
  readonly runtimeDefaults: readonly RuntimeDefaultProfile[];
  /** Every sysctl that is safe, with what the kernel takes for it: this one is complete. */
  readonly sysctls: readonly SysctlRule[];
  /** What stands over the image in every container: of /dev this one is complete. */
  readonly mountedFiles: readonly MountedFile[];
}

export interface NodeFacts {
  readonly runtime: { readonly name: 'containerd'; readonly version: string };
  readonly ociRuntime: 'runc' | 'crun';
  /** `major.minor`. */
  readonly kernel: string;
  readonly architecture: 'amd64';
  readonly appArmor: boolean;
  readonly seLinux: boolean;
  readonly seccompDefault: boolean;
  readonly allowedUnsafeSysctls: readonly string[];
  /** The node's own network namespace: counts for pods with `hostNetwork` only. */
  readonly unprivilegedPortStart: number;
  /** Absent: not known, so `cannot-tell`. Present: complete, so a name that is not there denies the start. */
  readonly seccompProfiles?: readonly string[];
  readonly appArmorProfiles?: readonly string[];
  /** The capabilities that the container engine itself holds: what `ALL` and `privileged` mean on this node. */
  readonly engineCapabilities: readonly Capability[];
}

export interface ImageFacts {
  /** The numeric USER of the image, null for none (root), or a name that the kubelet cannot check. */
  readonly user: number | string | null;
  /** Users of the image's /etc/passwd; any other uid gets gid 0. INVARIANT: a `user` that is a name stands here. */
  readonly passwd: readonly { readonly name: string; readonly uid: number; readonly gid: number }[];
  readonly files: readonly FileFacts[];
}

export interface FileFacts {
  readonly path: string;
  readonly kind: 'file' | 'directory';
  readonly uid: number;
  readonly gid: number;
  /** Permission bits with setuid, setgid and sticky: 0o4755. */
  readonly mode: number;
  /** File capabilities as setcap writes them: `+ep` has `effective: true`, `+p` false. */
  readonly capabilities?: { readonly names: readonly Capability[]; readonly effective: boolean };
}

export interface MountedFile extends FileFacts {
  /** `pod`: a mount of its own, also inside a volume. */
  readonly of?: 'pod';
  /** Read-only where the root file system is. */
  readonly followsRoot?: true;
}

/** Answers the image that a container runs. The name is the learner's: `constructor` is one like any other. */
export function imageOf(
  { images, defaultImage }: Pick<World, 'images' | 'defaultImage'>,
  container: string,
): ImageFacts {
  return Object.hasOwn(images, container) ? (images[container] ?? defaultImage) : defaultImage;
}

/** Answers the files that lie on a volume; none where the world says nothing of it. */
export function filesOn({ volumes }: Pick<World, 'volumes'>, volume: string): readonly FileFacts[] {
  return Object.hasOwn(volumes, volume) ? (volumes[volume] ?? []) : [];
}

/** Answers whether a program makes its caller root, as far as the file goes. */
export function isSetuidRoot({ uid, mode }: FileFacts): boolean {
  return uid === 0 && (mode & 0o4000) !== 0;
}
