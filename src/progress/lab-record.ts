/** A text that was replaced in the editor and is not thrown away. */
export interface KeptText {
  readonly text: string;
  readonly savedAt: number;
  /**
   * `exchange`: another text was put in its place, from another tab or from those that were kept. `early`: the learner typed
   * before it was brought back.
   */
  readonly because: 'reset' | 'exchange' | 'early' | 'other-tab';
}

/** What this browser remembers of one lab. Times are milliseconds since 1970. */
export interface LabRecord {
  readonly text: string;
  readonly savedAt: number;
  /** How many rungs of hint were taken, by criterion. */
  readonly hints: Readonly<Record<string, number>>;
  /** The first time it was solved, and how many rungs had been taken by then. */
  readonly solved: { readonly at: number; readonly rungs: number } | null;
  /** Newest first. */
  readonly kept: readonly KeptText[];
}

const keptAtMost = 4;
const reasons: readonly KeptText['because'][] = ['reset', 'exchange', 'early', 'other-tab'];

/**
 * The format's version stands in the key, so that an older page in another tab never reads or writes what a newer one
 * keeps.
 */
export function labKey(id: string): string {
  return `bulkhead/1/lab/${id}`;
}

/** Answers the record that a stored text holds, or null for anything else that may lie under the key. */
export function decodeLab(stored: string | null): LabRecord | null {
  const found = parseObject(stored);
  if (found === null || typeof found.text !== 'string') return null;
  return {
    text: found.text,
    savedAt: numberOr(found.savedAt, 0),
    hints: countsIn(found.hints),
    solved: solvedIn(found.solved),
    kept: Array.isArray(found.kept) ? found.kept.flatMap(keptIn).slice(0, keptAtMost) : [],
  };
}

export function encodeLab(record: LabRecord): string {
  return JSON.stringify(record);
}

/**
 * Answers the kept texts with one more in front: the same text is not kept twice, the oldest fall off. Of another tab
 * only the newest text is kept, or every pause in typing there would push out what was put aside here.
 */
export function keep(kept: readonly KeptText[], added: KeptText): readonly KeptText[] {
  const gone = (other: KeptText): boolean =>
    other.text === added.text || (added.because === 'other-tab' && other.because === 'other-tab');
  return [added, ...kept.filter((other) => !gone(other))].slice(0, keptAtMost);
}

/**
 * Answers the record with what another tab knows of the lab beside it: solved the first time, of each criterion the most
 * rungs, the newest kept texts of both. The text stays.
 */
export function joined(mine: LabRecord, theirs: LabRecord): LabRecord {
  const hints = Object.entries(theirs.hints).map(([id, rungs]) => [id, Math.max(rungs, mine.hints[id] ?? 0)]);
  const kept = [
    ...mine.kept,
    ...theirs.kept.filter(({ text, because }) => because !== 'other-tab' || text !== mine.text),
  ];
  const oldestFirst = kept.toReversed().toSorted((a, b) => a.savedAt - b.savedAt);
  return {
    ...mine,
    hints: { ...mine.hints, ...Object.fromEntries(hints) },
    solved: earlier(mine.solved, theirs.solved),
    kept: oldestFirst.reduce<readonly KeptText[]>(keep, []),
  };
}

function earlier(mine: LabRecord['solved'], theirs: LabRecord['solved']): LabRecord['solved'] {
  if (mine === null || theirs === null) return mine ?? theirs;
  return theirs.at < mine.at ? theirs : mine;
}

function parseObject(stored: string | null): Record<string, unknown> | null {
  if (stored === null) return null;
  try {
    return objectOr(JSON.parse(stored));
  } catch {
    return null;
  }
}

function objectOr(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

function countsIn(value: unknown): Record<string, number> {
  const entries = Object.entries(objectOr(value) ?? {});
  return Object.fromEntries(entries.filter((entry): entry is [string, number] => Number.isInteger(entry[1])));
}

function solvedIn(value: unknown): LabRecord['solved'] {
  const found = objectOr(value);
  return typeof found?.at === 'number' ? { at: found.at, rungs: numberOr(found.rungs, 0) } : null;
}

function keptIn(value: unknown): KeptText[] {
  const found = objectOr(value);
  if (typeof found?.text !== 'string') return [];
  const because = reasons.find((reason) => reason === found.because) ?? 'reset';
  return [{ text: found.text, savedAt: numberOr(found.savedAt, 0), because }];
}
