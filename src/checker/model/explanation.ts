import type { CodeMap, Facts } from './fact.ts';

/** What a finding, a step or an outcome says to a learner. User text and field names stand in backticks. */
export interface Explanation {
  /** One line: what is so. */
  readonly what: string;
  /** The mechanism behind it. */
  readonly why: string;
  /** What to do: names the field, never the answer. */
  readonly todo?: string;
  /** Somebody else's own words, as people meet them in a terminal and search for them: shown last. */
  readonly words?: string;
}

/** What a sentence may use: the facts of the code, and the places already in words. */
export interface Telling<F extends Facts> {
  readonly facts: F;
  /** What decided, in words: `line 17`, `line 17, which beats line 10`, `the image`, `the default of containerd`. */
  readonly decidedBy: string;
  /** What decided, one by one in the order of `Reason.origins`, for a sentence that says of each what it did. */
  readonly places?: readonly string[];
}

/** The sentences of one folder: its map of codes with a function for each, so that a code without one does not compile. */
export type Messages<M extends CodeMap<M>> = { readonly [C in keyof M]: (telling: Telling<M[C]>) => Explanation };
