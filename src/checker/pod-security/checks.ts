/**
 * The Pod Security Standards as kubernetes/pod-security-admission enforces them, one row a check, in its own ids.
 * Source: Kubernetes v1.35.6, staging/src/k8s.io/pod-security-admission/policy; nothing changed in v1.36. Checked 2026-11-24.
 * Not checked by the standards at all: readOnlyRootFilesystem, runAsGroup, fsGroup, supplementalGroups, hostUsers itself,
 * shareProcessNamespace, the level of SELinux, the names of profiles.
 */
import type { Check } from './check.ts';
import { allowPrivilegeEscalation } from './checks/allow-privilege-escalation.ts';
import { appArmorProfile } from './checks/app-armor-profile.ts';
import { capabilitiesBaseline, capabilitiesRestricted } from './checks/capabilities.ts';
import { hostNamespaces } from './checks/host-namespaces.ts';
import { hostPorts } from './checks/host-ports.ts';
import { hostProbesAndHostLifecycle } from './checks/host-probes.ts';
import { privileged } from './checks/privileged.ts';
import { procMount } from './checks/proc-mount.ts';
import { runAsNonRoot } from './checks/run-as-non-root.ts';
import { runAsUser } from './checks/run-as-user.ts';
import { seLinuxOptions } from './checks/se-linux-options.ts';
import { seccompAnnotations, seccompProfileBaseline, seccompProfileRestricted } from './checks/seccomp-profile.ts';
import { sysctls } from './checks/sysctls.ts';
import { hostPathVolumes, restrictedVolumes } from './checks/volumes.ts';
import { windowsHostProcess } from './checks/windows-host-process.ts';

/** A newer policy version than this is not known here. */
export const newestMinor = 36;

export const checks: readonly Check[] = [
  { id: 'hostNamespaces', level: 'baseline', editions: [{ since: 0, objections: hostNamespaces }] },
  { id: 'privileged', level: 'baseline', editions: [{ since: 0, objections: privileged }] },
  { id: 'capabilities_baseline', level: 'baseline', editions: [{ since: 0, objections: capabilitiesBaseline }] },
  { id: 'hostPathVolumes', level: 'baseline', editions: [{ since: 0, objections: hostPathVolumes }] },
  { id: 'hostPorts', level: 'baseline', editions: [{ since: 0, objections: hostPorts }] },
  {
    id: 'hostProbesAndHostLifecycle',
    level: 'baseline',
    editions: [{ since: 34, objections: hostProbesAndHostLifecycle }],
  },
  { id: 'appArmorProfile', level: 'baseline', editions: [{ since: 0, objections: appArmorProfile }] },
  { id: 'seLinuxOptions', level: 'baseline', editions: [{ since: 0, objections: seLinuxOptions }] },
  {
    id: 'procMount',
    level: 'baseline',
    editions: [
      { since: 0, objections: procMount },
      { since: 35, objections: procMount, exempts: 'own-user-namespace' },
    ],
  },
  {
    id: 'seccompProfile_baseline',
    level: 'baseline',
    editions: [
      { since: 0, objections: seccompAnnotations },
      { since: 19, objections: seccompProfileBaseline },
    ],
  },
  { id: 'sysctls', level: 'baseline', editions: [{ since: 0, objections: sysctls }] },
  { id: 'windowsHostProcess', level: 'baseline', editions: [{ since: 0, objections: windowsHostProcess }] },
  {
    id: 'restrictedVolumes',
    level: 'restricted',
    editions: [{ since: 0, objections: restrictedVolumes }],
    standsInFor: 'hostPathVolumes',
  },
  {
    id: 'allowPrivilegeEscalation',
    level: 'restricted',
    editions: [
      { since: 8, objections: allowPrivilegeEscalation },
      { since: 25, objections: allowPrivilegeEscalation, exempts: 'windows' },
    ],
  },
  {
    id: 'runAsNonRoot',
    level: 'restricted',
    editions: [
      { since: 0, objections: runAsNonRoot },
      { since: 35, objections: runAsNonRoot, exempts: 'own-user-namespace' },
    ],
  },
  {
    id: 'runAsUser',
    level: 'restricted',
    editions: [
      { since: 23, objections: runAsUser },
      { since: 35, objections: runAsUser, exempts: 'own-user-namespace' },
    ],
  },
  {
    id: 'seccompProfile_restricted',
    level: 'restricted',
    editions: [
      { since: 19, objections: seccompProfileRestricted },
      { since: 25, objections: seccompProfileRestricted, exempts: 'windows' },
    ],
    standsInFor: 'seccompProfile_baseline',
  },
  {
    id: 'capabilities_restricted',
    level: 'restricted',
    editions: [
      { since: 22, objections: capabilitiesRestricted },
      { since: 25, objections: capabilitiesRestricted, exempts: 'windows' },
    ],
    standsInFor: 'capabilities_baseline',
  },
  {
    id: 'procMount_restricted',
    level: 'restricted',
    editions: [{ since: 35, objections: procMount }],
    standsInFor: 'procMount',
  },
];
