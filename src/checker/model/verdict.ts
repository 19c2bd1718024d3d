import type { Errno, Signal } from './errno.ts';
import type { Layer } from './layer.ts';
import type { OperationCall } from './operation.ts';
import type { Reason } from './reason.ts';
import type { Requirement } from './requirement.ts';

export type Decision = 'allowed' | 'denied' | 'ineffective' | 'unknown';

/** What happens when a container tries an operation, with the whole road and not only the wall. */
export interface Verdict {
  /** Index into `Analysis.documents`. */
  readonly document: number;
  readonly container: string;
  readonly operation: OperationCall;
  readonly decision: Decision;
  /** False: the container never ran, so nothing was tried and a block by absence is no block. */
  readonly started: boolean;
  /** Set when denied and nothing unknown came before. */
  readonly errno?: Errno;
  readonly signal?: Signal;
  /** Every requirement in the kernel's order, start first, including those never reached. */
  readonly chain: readonly Step[];
}

/**
 * INVARIANT: a denied or ineffective chain has exactly one reached step that stops, at top level, and no reached step
 * behind it. Steps behind it keep their own answer: `stops` there reads 'would have stopped it'.
 */
export interface Step {
  readonly requirement: Requirement;
  readonly answer: 'passes' | 'stops' | 'cannot-tell';
  readonly reached: boolean;
  readonly layer: Layer;
  readonly reason: Reason;
  /** What the caller sees where this stops: the requirement's own answer, or the gate's where it knows better. */
  readonly stop: Requirement['stop'];
  /** Under `any-of`: each way with its own answer. */
  readonly ways?: readonly Step[];
}
