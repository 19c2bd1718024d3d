/** Who answered, in the order of the design's eight seats. */
export const layers = [
  'api-server',
  'kubelet',
  'runtime',
  'seccomp',
  'apparmor',
  'selinux',
  'kernel-policy',
  'user-namespace',
  'capabilities',
  'dac',
  'mounts',
] as const;

export type Layer = (typeof layers)[number];

/** The seat of each layer in the drawing: 1 API server, 2 kubelet and runtime, 3 seccomp, 4 LSM, 5 user namespace, 6 capabilities, 7 user, 8 mounts. */
export const seatOf: Readonly<Record<Layer, 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8>> = {
  'api-server': 1,
  kubelet: 2,
  runtime: 2,
  seccomp: 3,
  apparmor: 4,
  selinux: 4,
  'kernel-policy': 4,
  'user-namespace': 5,
  capabilities: 6,
  dac: 7,
  mounts: 8,
};
