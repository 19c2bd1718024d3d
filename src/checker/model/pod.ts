import type { Span } from './span.ts';

/**
 * A field as Kubernetes writes it, counted from the Pod: `spec.containers[0].securityContext.runAsUser`. In a workload
 * the same words are used for its template; `PodDocument.templatePath` leads there.
 */
export type FieldPath = string;

/** A YAML value as plain data. Objects have no prototype, so a key `__proto__` is a key like any other. */
export type PlainValue = string | number | boolean | null | readonly PlainValue[] | PlainMap;
export interface PlainMap {
  readonly [key: string]: PlainValue;
}

export interface Place {
  /** The key's own text; for an item of a list the same as `value`. */
  readonly key: Span;
  readonly value: Span;
  /** The value comes through an alias or a merge key, and that is the place: its own text stands elsewhere. */
  readonly behindAlias?: true;
}

/** Every written field and item by path. An object without prototype. */
export type Places = Readonly<Record<FieldPath, Place>>;

/** One document of a text, understood as YAML and as nothing more yet. */
export interface ParsedDocument {
  readonly file: string;
  /** The range of the document in its text. */
  readonly span: Span;
  /** The whole text that the spans count in. */
  readonly text: string;
  readonly value: PlainValue;
  /** Paths count from the document's own root. */
  readonly places: Places;
}

export type WorkloadKind =
  | 'Pod'
  | 'PodTemplate'
  | 'Deployment'
  | 'DaemonSet'
  | 'StatefulSet'
  | 'ReplicaSet'
  | 'ReplicationController'
  | 'Job'
  | 'CronJob';

/** A document that makes pods: fields as written, nothing defaulted, wrongly typed and unknown ones left out. */
export interface PodDocument {
  readonly file: string;
  readonly span: Span;
  readonly kind: WorkloadKind;
  readonly name: string;
  readonly kubeNamespace: string;
  /** Where the pod stands in the document: `''` for a Pod, `spec.template` for a Deployment. */
  readonly templatePath: string;
  readonly pod: WrittenPod;
  /** Paths count from the pod, whatever wraps it. */
  readonly places: Places;
  /** Paths count from the document's own root; for a Pod the same as `places`. */
  readonly documentPlaces: Places;
  /** The whole document as data, for comparing what a lab does not let change. */
  readonly value: PlainMap;
}

export interface WrittenPod {
  readonly metadata: {
    readonly name?: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: WrittenPodSpec;
}

export interface WrittenPodSpec {
  readonly hostUsers?: boolean;
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly hostIPC?: boolean;
  readonly shareProcessNamespace?: boolean;
  readonly os?: { readonly name?: string };
  readonly runtimeClassName?: string;
  readonly restartPolicy?: string;
  readonly dnsPolicy?: string;
  readonly securityContext?: WrittenPodSecurityContext;
  readonly containers?: readonly WrittenContainer[];
  readonly initContainers?: readonly WrittenContainer[];
  readonly ephemeralContainers?: readonly WrittenContainer[];
  readonly volumes?: readonly WrittenVolume[];
}

/** What both kinds of security context can say; a container's value wins over the pod's. */
export interface SharedSecurityContext {
  readonly runAsUser?: number;
  readonly runAsGroup?: number;
  readonly runAsNonRoot?: boolean;
  readonly seccompProfile?: { readonly type?: string; readonly localhostProfile?: string };
  readonly appArmorProfile?: { readonly type?: string; readonly localhostProfile?: string };
  readonly seLinuxOptions?: {
    readonly user?: string;
    readonly role?: string;
    readonly type?: string;
    readonly level?: string;
  };
}

export interface WrittenPodSecurityContext extends SharedSecurityContext {
  readonly fsGroup?: number;
  readonly fsGroupChangePolicy?: string;
  readonly supplementalGroups?: readonly number[];
  readonly supplementalGroupsPolicy?: string;
  readonly seLinuxChangePolicy?: string;
  readonly sysctls?: readonly { readonly name?: string; readonly value?: string }[];
  readonly windowsOptions?: WrittenWindowsOptions;
}

export interface WrittenSecurityContext extends SharedSecurityContext {
  readonly privileged?: boolean;
  readonly allowPrivilegeEscalation?: boolean;
  readonly readOnlyRootFilesystem?: boolean;
  readonly procMount?: string;
  readonly capabilities?: { readonly add?: readonly string[]; readonly drop?: readonly string[] };
  readonly windowsOptions?: WrittenWindowsOptions;
}

/** Not shared as the others are: here a container's value wins field by field. */
export interface WrittenWindowsOptions {
  readonly hostProcess?: boolean;
}

export interface WrittenContainer {
  readonly name?: string;
  readonly image?: string;
  readonly imagePullPolicy?: string;
  readonly restartPolicy?: string;
  readonly securityContext?: WrittenSecurityContext;
  readonly volumeMounts?: readonly WrittenVolumeMount[];
  readonly volumeDevices?: readonly { readonly name?: string; readonly devicePath?: string }[];
  readonly ports?: readonly { readonly containerPort?: number; readonly hostPort?: number }[];
  readonly livenessProbe?: WrittenHandler;
  readonly readinessProbe?: WrittenHandler;
  readonly startupProbe?: WrittenHandler;
  readonly lifecycle?: { readonly postStart?: WrittenHandler; readonly preStop?: WrittenHandler };
}

export const containerLists = ['initContainers', 'containers', 'ephemeralContainers'] as const;

export interface ContainerAt {
  readonly list: (typeof containerLists)[number];
  /** `spec.containers[0]`. */
  readonly path: FieldPath;
  readonly written: WrittenContainer;
  /** An empty one where none is written. */
  readonly context: WrittenSecurityContext;
}

/** Answers the containers of every kind, in the order in which they start. */
export function writtenContainers({ spec }: WrittenPod): readonly ContainerAt[] {
  return containerLists.flatMap((list) =>
    (spec[list] ?? []).map((written, index) => {
      return { list, path: `spec.${list}[${index}]`, written, context: written.securityContext ?? {} };
    }),
  );
}

/** What the kubelet asks or tells a container: of a probe and of a lifecycle hook alike. */
export interface WrittenHandler {
  readonly httpGet?: { readonly host?: string };
  readonly tcpSocket?: { readonly host?: string };
}

export interface WrittenVolumeMount {
  readonly name?: string;
  readonly mountPath?: string;
  readonly readOnly?: boolean;
  readonly subPath?: string;
  readonly subPathExpr?: string;
  readonly mountPropagation?: string;
  readonly recursiveReadOnly?: string;
}

/**
 * `sources` names the source fields that are written (`emptyDir`, `hostPath`): none means emptyDir, more than one is refused. Their
 * order is that of the API server as far as it matters, and never that of the text.
 */
export interface WrittenVolume {
  readonly name?: string;
  readonly sources: readonly string[];
  readonly hostPath?: { readonly path?: string; readonly type?: string };
  /** What the source itself says of it (`persistentVolumeClaim.readOnly`). */
  readonly readOnly?: boolean;
}
