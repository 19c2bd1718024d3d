import { labKey } from '../../progress/lab-record.ts';
import { openShelf } from '../../progress/shelf.ts';

/** What counts as reaching: in a lesson inside the exercise, on a lab's own page anywhere. */
const reaching = ['pointerover', 'pointerdown', 'keydown', 'focusin'] as const;

/**
 * Brings the workspaces of a page to life. The server has drawn them at their start, verdict and all, so nothing runs until
 * the reader reaches for one, unless this browser has work of theirs to show.
 */
export function wakeExercises(): void {
  for (const exercise of document.querySelectorAll<HTMLElement>('bulkhead-lab')) {
    if (hasWork(exercise)) void wake();
    else wakeWhenReached(exercise);
  }
}

async function wake(): Promise<void> {
  const { defineLab } = await import('./bulkhead-lab.tsx');
  defineLab();
}

/** Answers whether there is more to show than the start: something kept, or typed text that the browser brought back. */
function hasWork(exercise: HTMLElement): boolean {
  const text = exercise.querySelector('textarea');
  if (text !== null && text.value !== text.defaultValue) return true;
  return openShelf(() => localStorage).read(labKey(exercise.dataset.lab ?? '')) !== null;
}

function wakeWhenReached(exercise: HTMLElement): void {
  const watched = 'embedded' in exercise.dataset ? exercise : document;
  const early: HTMLElement[] = [];
  // A button that is pressed before the script comes is pressed again once it is there.
  const note = (event: Event): void => {
    const pressed = event.target instanceof Element ? event.target.closest('button') : null;
    if (pressed !== null) early.push(pressed);
  };
  const onReach = async (): Promise<void> => {
    for (const type of reaching) watched.removeEventListener(type, onReach);
    await wake();
    exercise.removeEventListener('click', note);
    for (const target of early) target.click();
  };
  exercise.addEventListener('click', note);
  for (const type of reaching) watched.addEventListener(type, onReach, { passive: true });
}
