import { diffLines } from 'diff';

export interface DiffLine {
  readonly number: number;
  readonly text: string;
}

/** One row of two texts side by side; null where a text has no line there. */
export interface DiffRow {
  readonly left: DiffLine | null;
  readonly right: DiffLine | null;
  readonly same: boolean;
}

/** Answers two texts line beside line. Lines that were exchanged for others stand beside each other. */
export function rowsOf(left: string, right: string): readonly DiffRow[] {
  const rows: DiffRow[] = [];
  const next = { left: 1, right: 1 };
  let taken: DiffLine[] = [];
  const number = (side: 'left' | 'right', text: string): DiffLine => ({ number: next[side]++, text });
  const emptyTaken = (): void => {
    rows.push(...taken.map((line) => ({ left: line, right: null, same: false })));
    taken = [];
  };
  for (const { value, added, removed } of diffLines(left, right)) {
    const lines = value.replace(/\n$/, '').split('\n');
    if (removed) {
      taken = lines.map((text) => number('left', text));
      continue;
    }
    if (added)
      rows.push(...lines.map((text) => ({ left: taken.shift() ?? null, right: number('right', text), same: false })));
    emptyTaken();
    if (!added)
      rows.push(...lines.map((text) => ({ left: number('left', text), right: number('right', text), same: true })));
  }
  emptyTaken();
  return rows;
}
