/** What the kernel and the runtimes said: `recordings/<runtime>.json`, one line a call. */
export interface Recording {
  readonly made: {
    readonly date: string;
    readonly kernel: string;
    readonly runtime: string;
    readonly libseccomp: string;
  };
  readonly profiles: readonly RecordedProfile[];
}

export type RecordedProfile = Refused | Loaded;

export interface Refused {
  readonly name: string;
  readonly text: string;
  /** The runtime's own words. */
  readonly refused: string;
}

export interface Loaded {
  readonly name: string;
  readonly text: string;
  readonly answers: readonly RecordedAnswer[];
}

export interface RecordedAnswer {
  readonly call: string;
  /**
   * What the loaded filter returns, SECCOMP_RET_* with its data: the filter was read back from the kernel and run over the
   * call. Null where the runtime loaded none.
   */
  readonly returns: string | null;
  /** What came back when the call was made: a number, `trap 0`, `killed-thread`, `killed-process`. Not for i386. */
  readonly came?: string;
  /** What comes back where there is no filter. */
  readonly bare?: string;
}

export function renderRecording({ made, profiles }: Recording): string {
  const rendered = profiles.map((profile) => {
    if ('refused' in profile) return `    ${JSON.stringify(profile)}`;
    const { answers, ...rest } = profile;
    const lines = answers.map((answer) => `      ${JSON.stringify(answer)}`).join(',\n');
    return `    ${JSON.stringify(rest).slice(0, -1)}, "answers": [\n${lines}\n    ]}`;
  });
  return `{\n  "made": ${JSON.stringify(made)},\n  "profiles": [\n${rendered.join(',\n')}\n  ]\n}\n`;
}
