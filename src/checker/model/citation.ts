/** Where a rule is written down, in a form that a reader can open. Made by the constructors in `facts/sources.ts`. */
export interface Citation {
  /** The work: `capabilities(7)`, `kernel/cred.c`, `KEP-127`. */
  readonly work: string;
  /** The place in it: a section's title, a function's name. */
  readonly at: string;
  readonly url?: string;
}
