import type { Capability } from './capability.ts';
import type { Errno } from './errno.ts';

/** One comparison with an argument's register: unsigned, all 64 bits. `bits-clear`: none of the bits of `value` is set. */
export interface ArgumentTest {
  readonly is: 'below' | 'equal' | 'above' | 'bits-clear';
  readonly value: number;
}

/** A call that is allowed when any of `tests` holds for argument `index`. */
export interface ArgumentRule {
  readonly call: string;
  readonly index: number;
  readonly tests: readonly ArgumentTest[];
  /** With this capability in the bounding set the call is allowed whatever its arguments are. */
  readonly unless?: Capability;
}

export interface RuntimeDefaultProfile {
  readonly version: string;
  /** The entries the filter covers; one that is not listed is killed. */
  readonly architectures: readonly ('x86_64' | 'i386' | 'x32')[];
  readonly otherwise: Errno;
  readonly always: readonly string[];
  readonly withCapability: Readonly<Partial<Record<Capability, readonly string[]>>>;
  readonly arguments: readonly ArgumentRule[];
  /** "No such call", so that the C library falls back to an older one that the filter can judge. */
  readonly enosys: readonly { readonly call: string; readonly unless: Capability }[];
}
