/** What a runtime is about to tell libseccomp: the same shape for both, each with its own checks on the way. */
import type { Entry } from '../../facts/syscalls.ts';
import type { Action } from './actions.ts';
import type { Condition } from './condition.ts';
import type { OciRule, Word } from './oci.ts';

export interface Plan {
  readonly defaultAction: Action;
  /** Beside the native entry, which is in every filter. */
  readonly entries: readonly Entry[];
  readonly additions: readonly Addition[];
  /** runc only: above these numbers a call "is not there". */
  readonly stub: Readonly<Partial<Record<Entry, number>>>;
  /** Somebody outside decides about calls that are notified. */
  readonly hasListener: boolean;
}

/** One rule as libseccomp takes it: one name, at most one condition for each argument. */
export interface Addition {
  readonly name: Word;
  readonly action: Action;
  readonly conditions: readonly Condition[];
  readonly rule: OciRule;
}

/** libseccomp is written in C: for it a name ends at the first NUL. */
export function nameInC({ text }: Word): string {
  const end = text.indexOf('\0');
  return end === -1 ? text : text.slice(0, end);
}

/** Answers the names of a rule once each: a second time says nothing new. */
export function namesOnce({ names }: OciRule): readonly Word[] {
  return [...new Map(names.toReversed().map((name) => [name.text, name])).values()].toReversed();
}
