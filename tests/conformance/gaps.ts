/**
 * Where the model is known to say otherwise than the kernel, each with its reason and who mends it. Empty is the aim: an
 * entry that no recording shows any more is an error too.
 */
export interface Gap {
  /** A recording's path under `recordings/`, without `.json`. */
  readonly recording: string;
  /** The difference in the words of `src/recorder/compare.ts`. */
  readonly difference: string;
  readonly reason: string;
  readonly owner: string;
}

export const gaps: readonly Gap[] = ['runc', 'crun'].map((runtime) => ({
  recording: `${runtime}/mount-on-a-new-folder-of-sys-does-not-start`,
  difference: 'app start: model unknown, recording not-started',
  reason:
    'Nobody can make a folder in sysfs. Which ones are there is the kernel’s and the hardware’s, and not in the world.',
  owner: 'primitives/mounts',
}));
