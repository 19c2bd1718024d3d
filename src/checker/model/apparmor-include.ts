/** What an included file says, in short. */
export interface IncludedFile {
  readonly includes?: readonly string[];
  /** Paths by what stands before and behind them: `owner rw`, `deny wl`, `r`. */
  readonly files?: Readonly<Record<string, readonly string[]>>;
  /** Rules of other kinds, without the comma. */
  readonly rules?: readonly string[];
  /** A name with `+` adds to what is there. */
  readonly variables?: Readonly<Record<string, readonly string[]>>;
}
export type IncludedFiles = Readonly<Record<string, IncludedFile>>;
