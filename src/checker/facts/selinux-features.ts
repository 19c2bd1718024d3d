/**
 * When Kubernetes can mount a volume with a label in place of relabelling its files.
 * Source: Kubernetes v1.33 to v1.36, pkg/features/kube_features.go, and KEP-1710; 1.37 by the KEP. Checked 2026-11-28.
 */

/** The first minor version of 1.x in which a gate is on where nobody sets it. */
export const onSince = {
  SELinuxMountReadWriteOncePod: 28,
  SELinuxChangePolicy: 33,
  SELinuxMount: 37,
} as const;

type SELinuxGate = keyof typeof onSince;

/** Answers whether a gate is on in a version, `1.35`, where nobody sets it. */
export function isOn(gate: SELinuxGate, version: string): boolean {
  return Number(version.split('.')[1]) >= onSince[gate];
}

/**
 * Answers the values that `seLinuxChangePolicy` may have. None: the field is dropped. `MountOption` needs the gate SELinuxMount too
 * (Kubernetes pkg/apis/core/validation/validation.go).
 */
export function changePolicies(version: string): readonly string[] {
  if (!isOn('SELinuxChangePolicy', version)) return [];
  return isOn('SELinuxMount', version) ? ['MountOption', 'Recursive'] : ['Recursive'];
}
