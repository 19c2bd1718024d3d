import type { Citation } from './citation.ts';
import type { CodeMap, Facts } from './fact.ts';
import type { Origin } from './resolved.ts';

/** Why a layer answered as it did: code, facts, the lines behind it, where the rule is written. Never a sentence. */
export interface Reason {
  readonly code: string;
  readonly facts: Facts;
  /** What decided first; what it beat after it. */
  readonly origins: readonly Origin[];
  readonly cite: Citation;
}

/** A constructor of reasons typed by a folder's own map of codes (see `CodeMap`). */
export function reasonsOf<M extends CodeMap<M>>() {
  return <C extends keyof M & string>(code: C, facts: M[C], origins: readonly Origin[], cite: Citation): Reason => ({
    code,
    facts,
    origins,
    cite,
  });
}
