import { labKey } from '../../progress/lab-record.ts';
import { openShelf } from '../../progress/shelf.ts';

/** What counts as reaching: in a lesson inside the exercise, on a lab's own page anywhere. */
const reaching = ['pointerover', 'pointerdown', 'keydown', 'focusin'];

/** What counts as asking again after the script did not come: nothing that goes on by itself under a moving pointer. */
const asking = ['pointerdown', 'keydown'];

/**
 * Brings the workspaces of a page to life. The server has drawn them at their start, verdict and all, so nothing runs until
 * the reader reaches for one, unless this browser has work of theirs to show.
 */
export function wakeExercises(): void {
  for (const exercise of document.querySelectorAll<HTMLElement>('bulkhead-lab')) wakeOnce(exercise);
}

function wakeOnce(exercise: HTMLElement): void {
  const watched = 'embedded' in exercise.dataset ? exercise : document;
  const early = new Set<HTMLElement>();
  // A button that is pressed before the script comes is pressed again once it is there.
  const note = ({ target }: Event): void => {
    const pressed = target instanceof Element ? target.closest('button') : null;
    if (pressed !== null) early.add(pressed);
  };
  const listen = (types: readonly string[]): void => {
    for (const type of types) watched.addEventListener(type, wake, { passive: true });
  };
  const wake = async (): Promise<void> => {
    for (const type of reaching) watched.removeEventListener(type, wake);
    try {
      const { defineLab } = await import('./bulkhead-lab.tsx');
      tell(exercise, '');
      defineLab();
    } catch (thrown) {
      console.error(thrown);
      tell(exercise, 'The lab did not load. Press a key or a button to try again.');
      return listen(asking);
    }
    exercise.removeEventListener('click', note);
    for (const button of early) button.click();
  };
  exercise.addEventListener('click', note);
  if (hasWork(exercise)) void wake();
  else listen(reaching);
}

/** Answers whether there is more to show than the start: something kept, or typed text that the browser brought back. */
function hasWork(exercise: HTMLElement): boolean {
  const text = exercise.querySelector('textarea');
  if (text !== null && text.value !== text.defaultValue) return true;
  return openShelf(() => localStorage).read(labKey(exercise.dataset.lab ?? '')) !== null;
}

/** Says it in the place where it is said later how the text is kept, which the workspace expects to find as it was drawn. */
function tell(exercise: HTMLElement, words: string): void {
  const place = exercise.querySelector('.saved');
  if (place === null) return;
  if (words === '') place.removeAttribute('role');
  else place.setAttribute('role', 'alert');
  place.classList.toggle('is-lost', words !== '');
  place.textContent = words;
}
