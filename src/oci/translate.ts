/**
 * The one translation from what a container effectively is to what a runtime is told: the way that kubelet and containerd
 * go, without either. Pure, so that the recorder runs what the page shows.
 *
 * Not translated: AppArmor and SELinux labels, resource limits, device nodes of privileged containers, a process
 * namespace shared by the containers of a pod (each gets its own).
 */
import { maskedPaths, readOnlyPaths } from '../checker/facts/masked-paths.ts';
import type { EffectiveContainer } from '../checker/index.ts';
import type { OciConfiguration } from './configuration.ts';
import { deviceRules } from './devices.ts';
import { mountsOf } from './mounts.ts';
import { idMappings, namespacesOf } from './namespaces.ts';
import type { Placement } from './placement.ts';
import { processOf } from './process.ts';
import { seccompOf } from './seccomp.ts';
import { sysctlsOf } from './sysctls.ts';

/** Answers the OCI configuration of a container that has been admitted. */
export function translate(container: EffectiveContainer, placement: Placement): OciConfiguration {
  const namespaces = namespacesOf(container);
  const unmasked = container.privilegedContainer.value || container.procMount.value === 'unmasked';
  const seccomp = seccompOf({
    filter: container.seccomp.value,
    bounding: container.capabilities.bounding,
    profiles: placement.seccompProfiles,
  });
  return {
    ociVersion: '1.0.2',
    ...(namespaces.some(({ type }) => type === 'uts') && { hostname: placement.podName }),
    root: { path: placement.rootfs, readonly: container.rootFilesystem.value === 'read-only' },
    process: processOf(container, placement),
    mounts: mountsOf(container, placement),
    linux: {
      cgroupsPath: placement.cgroupsPath,
      namespaces,
      ...idMappings(container, placement),
      sysctl: sysctlsOf(container),
      maskedPaths: unmasked ? [] : maskedPaths,
      readonlyPaths: unmasked ? [] : readOnlyPaths,
      resources: { devices: deviceRules(container) },
      ...(seccomp !== undefined && { seccomp }),
    },
  };
}
