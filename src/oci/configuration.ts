/**
 * The part of an OCI runtime configuration that a pod spec decides (opencontainers/runtime-spec v1.0.2, config.md and
 * config-linux.md). Spelt as the specification spells it.
 */
export interface OciConfiguration {
  readonly ociVersion: string;
  readonly hostname?: string;
  readonly root: { readonly path: string; readonly readonly: boolean };
  readonly process: OciProcess;
  readonly mounts: readonly OciMount[];
  readonly linux: OciLinux;
}

export interface OciProcess {
  readonly terminal: false;
  readonly cwd: string;
  readonly args: readonly string[];
  readonly env: readonly string[];
  readonly user: { readonly uid: number; readonly gid: number; readonly additionalGids: readonly number[] };
  readonly noNewPrivileges: boolean;
  /** Absent sets are empty; a Kubernetes container never has inheritable or ambient ones. */
  readonly capabilities: {
    readonly bounding: readonly string[];
    readonly permitted: readonly string[];
    readonly effective: readonly string[];
  };
}

export interface OciMount {
  readonly destination: string;
  readonly type: string;
  readonly source: string;
  readonly options: readonly string[];
}

export interface OciLinux {
  readonly cgroupsPath: string;
  readonly namespaces: readonly { readonly type: OciNamespace }[];
  readonly uidMappings?: readonly OciIdMapping[];
  readonly gidMappings?: readonly OciIdMapping[];
  readonly sysctl: Readonly<Record<string, string>>;
  readonly maskedPaths: readonly string[];
  readonly readonlyPaths: readonly string[];
  readonly resources: { readonly devices: readonly OciDeviceRule[] };
  readonly seccomp?: OciSeccomp;
}

export type OciNamespace = 'pid' | 'ipc' | 'uts' | 'mount' | 'network' | 'cgroup' | 'user';

interface OciIdMapping {
  readonly containerID: number;
  readonly hostID: number;
  readonly size: number;
}

export interface OciDeviceRule {
  readonly allow: boolean;
  readonly type?: 'a' | 'b' | 'c';
  readonly major?: number;
  readonly minor?: number;
  readonly access: string;
}

export interface OciSeccomp {
  readonly defaultAction: string;
  readonly architectures: readonly string[];
  readonly syscalls: readonly OciSeccompRule[];
}

export interface OciSeccompRule {
  readonly names: readonly string[];
  readonly action: string;
  readonly errnoRet?: number;
  readonly args?: readonly {
    readonly index: number;
    readonly value: number;
    readonly valueTwo?: number;
    readonly op: string;
  }[];
}
