import type { Citation } from './citation.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { CodeMap, Facts } from './fact.ts';
import type { Origin, Resolved } from './resolved.ts';

/** Why a layer answered as it did: code, facts, the lines behind it, where the rule is written. Never a sentence. */
export interface Reason {
  readonly code: string;
  readonly facts: Facts;
  /** The lines that decided together, the most telling first. */
  readonly origins: readonly Origin[];
  /** What the first of them beat, nearest first. */
  readonly overrode: readonly Origin[];
  readonly cite: Citation;
  /** The finding in the text that it answers for: it says what is wrong, the layer that it is refused for it. */
  readonly finding?: Pick<Diagnostic, 'code' | 'facts'>;
}

/** A constructor of reasons typed by a folder's own map of codes (see `CodeMap`). */
export function reasonsOf<M extends CodeMap<M>>() {
  return <C extends keyof M & string>(code: C, facts: M[C], origins: readonly Origin[], cite: Citation): Reason => ({
    code,
    facts,
    origins,
    overrode: [],
    cite,
  });
}

/** A constructor of reasons for a value that knows what it beat. */
export function beating(reason: Reason, { overrode }: Pick<Resolved<unknown>, 'overrode'>): Reason {
  return { ...reason, overrode };
}
