import type { JudgedPod } from '../check.ts';
import { objection } from '../messages.ts';
import type { Objection } from '../violation.ts';

export function hostNamespaces({ spec }: JudgedPod): readonly Objection[] {
  return (['hostNetwork', 'hostPID', 'hostIPC'] as const)
    .filter((field) => spec[field] === true)
    .map((field) =>
      objection({ code: 'pod-security/host-namespace', facts: { field }, path: `spec.${field}`, container: null }),
    );
}
