import { labKey } from '../../progress/lab-record.ts';
import { openShelf } from '../../progress/shelf.ts';

const reaching = ['pointerover', 'touchstart', 'focusin'] as const;

/**
 * Loads the workspace: at once on a lab's own page, and where this browser has work to show. Inside a lesson it waits until the
 * reader reaches for it, so that reading costs no script.
 */
export function wakeExercises(): void {
  for (const exercise of document.querySelectorAll<HTMLElement>('bulkhead-lab')) {
    if (isWanted(exercise)) void load();
    else wakeWhenReached(exercise);
  }
}

function load(): Promise<unknown> {
  return import('./bulkhead-lab.tsx');
}

function isWanted({ dataset }: HTMLElement): boolean {
  if (!('embedded' in dataset)) return true;
  return openShelf(() => localStorage).read(labKey(dataset.lab ?? '')) !== null;
}

function wakeWhenReached(exercise: HTMLElement): void {
  const early: HTMLElement[] = [];
  // A press that comes before the script does is pressed again once it is there.
  const note = (event: Event) => {
    if (event.target instanceof HTMLElement) early.push(event.target);
  };
  const wake = async () => {
    for (const type of reaching) exercise.removeEventListener(type, wake);
    await load();
    exercise.removeEventListener('click', note);
    for (const target of early) target.click();
  };
  exercise.addEventListener('click', note);
  for (const type of reaching) exercise.addEventListener(type, wake, { passive: true });
}
