/**
 * The paths that the kubelet has the runtime hide or make read-only in a container with `procMount: Default`.
 * Source: Kubernetes v1.35.6, pkg/securitycontext/util.go (defaultMaskedPaths, defaultReadonlyPaths). Checked 2026-11-24.
 *
 * Left out: `/sys/devices/system/cpu/cpu<N>/thermal_throttle`, one for each processor of the node that has it.
 */
export const maskedPaths: readonly string[] = [
  '/proc/asound',
  '/proc/acpi',
  '/proc/interrupts',
  '/proc/kcore',
  '/proc/keys',
  '/proc/latency_stats',
  '/proc/timer_list',
  '/proc/timer_stats',
  '/proc/sched_debug',
  '/proc/scsi',
  '/sys/firmware',
  '/sys/devices/virtual/powercap',
];

export const readOnlyPaths: readonly string[] = [
  '/proc/bus',
  '/proc/fs',
  '/proc/irq',
  '/proc/sys',
  '/proc/sysrq-trigger',
];
