/** What a finding carries besides its code: plain data, never a sentence. */
export type Fact = string | number | boolean | null | readonly Fact[];
export type Facts = Readonly<Record<string, Fact>>;

/**
 * The codes of one folder and the facts of each. A folder declares its map next to its sentences (`messages.ts`), makes
 * findings through a constructor typed by it, and hands out the erased form; so a code without a sentence does not
 * compile, and nobody keeps a central list.
 */
export type CodeMap<M> = { readonly [C in keyof M]: Facts };

/** The facts of a code that says everything by itself. */
export type NoFacts = Readonly<Record<never, never>>;
