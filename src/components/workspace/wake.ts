import { labKey } from '../../progress/lab-record.ts';
import { openShelf } from '../../progress/shelf.ts';

/** What counts as reaching: in a lesson inside the exercise, on a lab's own page anywhere. */
const reaching = ['pointerover', 'pointerdown', 'keydown', 'focusin'] as const;

/**
 * Brings the workspaces of a page to life. The server has drawn them at their start, verdict and all, so nothing runs until
 * the reader reaches for one, unless this browser has work of theirs to show. On a lab's own page the code is fetched as soon
 * as the page stands, so that the first touch finds it there; a lesson fetches it only when it is reached for.
 */
export function wakeExercises(): void {
  for (const exercise of document.querySelectorAll<HTMLElement>('bulkhead-lab')) {
    if (hasWork(exercise)) void wake();
    else wakeWhenReached(exercise);
  }
}

const load = () => import('./bulkhead-lab.tsx');

async function wake(): Promise<void> {
  const { defineLab } = await load();
  defineLab();
}

/** Answers whether there is more to show than the start: something kept, or typed text that the browser brought back. */
function hasWork(exercise: HTMLElement): boolean {
  const text = exercise.querySelector('textarea');
  if (text !== null && text.value !== text.defaultValue) return true;
  return openShelf(() => localStorage).read(labKey(exercise.dataset.lab ?? '')) !== null;
}

function wakeWhenReached(exercise: HTMLElement): void {
  const isEmbedded = 'embedded' in exercise.dataset;
  const watched = isEmbedded ? exercise : document;
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
  if (!isEmbedded) whenIdle(() => void load());
}

/** Safari has no `requestIdleCallback`; there the page that has loaded is idle enough. */
function whenIdle(task: () => void): void {
  addEventListener('load', () => ('requestIdleCallback' in window ? requestIdleCallback(task) : setTimeout(task)), {
    once: true,
  });
}
