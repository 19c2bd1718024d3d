/** "Read-only or hidden means safe." Volumes stay writable, reading needs no writing, and what a mount covers is gone for the workload too. */
import { gotThrough, hidden, stopsOf, type Attempt, type Misconception } from '../attempt.ts';
import type { Origin } from '../../model/resolved.ts';

export const m20: Misconception = {
  id: 'M20',
  showsIn(attempt) {
    const { rootFilesystem } = attempt.now;
    const covering = coverOf(attempt);
    if (covering.length > 0) return covering;
    const isNew = rootFilesystem.value === 'read-only' && attempt.start.rootFilesystem.value === 'read-write';
    return isNew && gotThrough(attempt).length > 0 ? [rootFilesystem.origin] : null;
  },
};

function coverOf(attempt: Attempt): readonly Origin[] {
  return hidden(attempt)
    .flatMap(stopsOf)
    .flatMap(({ reason }) => reason.origins);
}
