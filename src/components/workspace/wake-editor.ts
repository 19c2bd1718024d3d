import type { EditorOptions, OpenEditor } from '../../editor/contract.ts';

/** Below this width the code editor never comes: the textarea is smaller, and selects as the phone does. */
export const wideEnough = '(width >= 900px)';

interface Waking {
  readonly area: HTMLTextAreaElement;
  readonly host: HTMLElement;
  /** In a lesson the editor waits for its own textarea to be touched, on a lab's page for any touch. */
  readonly embedded: boolean;
  /** What the editor opens with, asked at the moment when it does. */
  options(): Omit<EditorOptions, 'selection'>;
  /** An editor stands in the place of the textarea, or none does any more. */
  changed(editor: OpenEditor | null): void;
  /** The code did not come. The textarea stays, and the next press asks again. */
  failed(): void;
}

/** Loads the code editor at the first touch and puts it in the textarea's place. Answers how to take all of it back. */
export function wakeEditor(waking: Waking): () => void {
  const { area, host, embedded } = waking;
  const watched: EventTarget = embedded ? area : window;
  const touches = embedded ? ['focus', 'pointerdown'] : ['pointermove', 'pointerdown', 'keydown', 'focusin'];
  const wide = matchMedia(wideEnough);
  let standing: OpenEditor | null = null;
  let gone = false;

  const rest = (): void => touches.forEach((touch) => watched.removeEventListener(touch, onTouch));
  const listen = (): void => touches.forEach((touch) => watched.addEventListener(touch, onTouch, { passive: true }));
  const onTouch = (): void =>
    void open().catch((thrown: unknown) => {
      console.error(thrown);
      waking.failed();
      // Not every move of a pointer: a press, which is among the touches of a page and of a textarea.
      watched.addEventListener('pointerdown', onTouch, { passive: true });
    });

  const open = async (): Promise<void> => {
    if (!wide.matches) return;
    rest();
    const { openEditor } = await import('../../editor/open-editor.ts');
    if (gone || !wide.matches || standing !== null) return;
    const hadFocus = document.activeElement === area;
    host.hidden = false;
    const selection = { start: area.selectionStart, end: area.selectionEnd };
    standing = openEditor(host, { ...waking.options(), selection });
    waking.changed(standing);
    if (hadFocus) standing.focus();
  };

  const leave = (): void => {
    standing?.dispose();
    standing = null;
  };

  const onWidth = (): void => {
    if (wide.matches) return listen();
    leave();
    waking.changed(null);
  };

  listen();
  // The touch that woke the whole workspace may have meant its editor.
  if (document.activeElement === area) onTouch();
  wide.addEventListener('change', onWidth);
  return () => {
    gone = true;
    rest();
    wide.removeEventListener('change', onWidth);
    leave();
  };
}
