/** A sysctl that the kubelet lets every pod set, and the values that the kernel takes for it. */
export interface SysctlRule {
  readonly name: string;
  /** How many numbers are read; what follows them is not looked at. 0: a list of ports and ranges. */
  readonly count: number;
  readonly least: number;
  readonly most: number;
  /** No sign at all, not even before 0. */
  readonly unsigned?: true;
  /** From `most` up to here the kernel's configuration decides: seconds are kept as ticks, and ticks are of its choosing. */
  readonly mostAnywhere?: number;
}
