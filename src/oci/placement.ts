import type { OciSeccomp } from './configuration.ts';

interface PodFile {
  readonly source: string;
  readonly followsRoot: boolean;
}

/** What neither the pod nor the world says, and whoever runs the container has to: where everything lies. */
export interface Placement {
  /** The pod's name: its host name, where it has a UTS namespace of its own. */
  readonly podName: string;
  readonly rootfs: string;
  readonly args: readonly string[];
  readonly cgroupsPath: string;
  /** A directory for each volume, by name. */
  readonly volumeSources: Readonly<Record<string, string>>;
  /** The pod's own files of the node, by the path where each is mounted (`mountedFiles` of the world). */
  readonly podFiles: Readonly<Record<string, PodFile>>;
  /** Localhost profiles by name, as the node's files hold them. */
  readonly seccompProfiles: Readonly<Record<string, OciSeccomp>>;
  /** The uid of the node that uid 0 of a pod with `hostUsers: false` becomes. */
  readonly userNamespaceStart: number;
}
