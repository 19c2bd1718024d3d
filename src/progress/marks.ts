import { decodeLab, labKey } from './lab-record.ts';
import type { Shelf } from './shelf.ts';

/** How far a learner got with a lab. `with-hints` and `alone` say how it was solved the first time. */
export type LabMark = 'untouched' | 'begun' | 'with-hints' | 'alone';
export type LessonMark = 'unread' | 'read';

/** Answers the mark of one lab. */
export function labMark(shelf: Shelf, id: string): LabMark {
  const record = decodeLab(shelf.read(labKey(id)));
  if (record === null) return 'untouched';
  if (record.solved === null) return 'begun';
  return record.solved.rungs > 0 ? 'with-hints' : 'alone';
}

/** Answers whether a lesson was read to its end in this browser. */
export function lessonMark(shelf: Shelf, id: string): LessonMark {
  return shelf.read(lessonKey(id)) === null ? 'unread' : 'read';
}

/** Notes that a lesson was read to its end; a browser that keeps nothing loses a mark and no more. */
export function markLessonRead(shelf: Shelf, read: { readonly id: string; readonly at: number }): void {
  shelf.write(lessonKey(read.id), JSON.stringify({ at: read.at }));
}

function lessonKey(id: string): string {
  return `bulkhead/1/lesson/${id}`;
}
