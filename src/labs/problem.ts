/** Something an author has to mend, told with its place and the repair. */
export interface LabProblem {
  /** Counted from the folder of labs: `who-am-i/lab.yaml`. */
  readonly file: string;
  /** 1-based; absent where a whole file is meant. */
  readonly line?: number;
  readonly what: string;
  readonly fix: string;
}

/** Answers a problem as one line of a terminal or a log. */
export function problemText({ file, line, what, fix }: LabProblem): string {
  return `${file}${line === undefined ? '' : `:${line}`}: ${what} ${fix}`;
}

/** The labs, or what has to be mended before there are any. */
export class LabProblems extends Error {
  readonly problems: readonly LabProblem[];

  constructor(problems: readonly LabProblem[]) {
    super(problems.map(problemText).join('\n'));
    this.name = 'LabProblems';
    this.problems = problems;
  }
}
