import type { CriterionId } from '../../checker/index.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** The next rung opens when another answer was tried, or after this time for thinking. */
const pauseBetweenRungs = 45_000;

const rungNames = ['Where to look', 'What rules here', 'Which field', 'One answer'] as const;

export type Rung =
  | { readonly name: string; readonly is: 'taken'; readonly text: string }
  | { readonly name: string; readonly is: 'ready' }
  /** `until` is there on the next rung only: those above it wait for that one. */
  | { readonly name: string; readonly is: 'locked'; readonly until?: number };

/** Answers the four rungs of one criterion as they stand at `now`. */
export function rungsOf(
  state: Pick<WorkspaceState, 'hints' | 'lastRung' | 'text'>,
  asked: { readonly criterion: CriterionId; readonly texts: readonly string[]; readonly now: number },
): readonly Rung[] {
  const taken = state.hints[asked.criterion] ?? 0;
  const opensAt = unlocksAt(state);
  return asked.texts.map((text, index): Rung => {
    const name = rungNames[index] ?? `Hint ${index + 1}`;
    if (index < taken) return { name, is: 'taken', text };
    if (index > taken) return { name, is: 'locked' };
    return opensAt <= asked.now ? { name, is: 'ready' } : { name, is: 'locked', until: opensAt };
  });
}

/** Answers when the next rung of any criterion may be taken; 0 for at once. */
export function unlocksAt(state: Pick<WorkspaceState, 'lastRung' | 'text'>): number {
  const last = state.lastRung;
  return last === null || last.text !== state.text ? 0 : last.at + pauseBetweenRungs;
}
