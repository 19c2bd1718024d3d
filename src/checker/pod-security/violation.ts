import type { Facts } from '../model/fact.ts';
import type { FieldPath } from '../model/pod.ts';
import type { Span } from '../model/span.ts';

/** The two levels that check anything; `privileged` checks nothing. */
export type PolicyLevel = 'baseline' | 'restricted';

/** The minor version counts from `v1.0`; `readPodSecurityVersion` makes one from text. */
export type PodSecurityVersion = `v1.${number}`;

/** The ids of kubernetes/pod-security-admission. */
export type CheckId =
  | 'hostNamespaces'
  | 'privileged'
  | 'capabilities_baseline'
  | 'hostPathVolumes'
  | 'hostPorts'
  | 'hostProbesAndHostLifecycle'
  | 'appArmorProfile'
  | 'seLinuxOptions'
  | 'procMount'
  | 'seccompProfile_baseline'
  | 'sysctls'
  | 'windowsHostProcess'
  | 'restrictedVolumes'
  | 'allowPrivilegeEscalation'
  | 'runAsNonRoot'
  | 'runAsUser'
  | 'seccompProfile_restricted'
  | 'capabilities_restricted'
  | 'procMount_restricted';

/** What a check has against one field. */
export interface Objection {
  /** `pod-security/slug`; its sentence is in `messages.ts`. */
  readonly code: string;
  readonly facts: Facts;
  /** The field, also where it is the missing of it that counts. */
  readonly path: FieldPath;
  /** Null: the field is the pod's. */
  readonly container: string | null;
}

export interface Violation extends Objection {
  readonly id: CheckId;
  /** The field, or its nearest ancestor that is written. */
  readonly span: Span;
}

export interface LevelResult {
  readonly allowed: boolean;
  readonly violations: readonly Violation[];
}

export interface PodSecurity {
  readonly version: PodSecurityVersion;
  readonly baseline: LevelResult;
  readonly restricted: LevelResult;
}
