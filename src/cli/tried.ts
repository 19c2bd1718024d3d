/** What a container gets of the operations that were asked for. */
import { decide, type Analysis, type ContainerPlace, type Verdict } from '../checker/index.ts';
import type { AskedOperation } from './operations.ts';

export interface Tried {
  readonly container: string;
  readonly asked: AskedOperation;
  /** Null: the world has no object to try it on. */
  readonly verdict: Verdict | null;
}

/** Answers all operations for one container, in the order they were asked for. */
export function tryAll(
  operations: readonly AskedOperation[],
  { analysis, place }: { readonly analysis: Analysis; readonly place: ContainerPlace },
): readonly Tried[] {
  const { container } = place;
  return operations.map((asked) => ({ container, asked, verdict: decide(analysis, place, asked.call) }));
}
