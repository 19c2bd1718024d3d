import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Chosen } from './Chosen.tsx';
import type { Part } from './Workspace.tsx';

/** The dialog that compares texts. What is in it is fetched when it is opened first: many never do. */
export function Comparison(part: Part): JSX.Element {
  const { session, state } = part;
  const dialog = useRef<HTMLDialogElement>(null);
  const [Content, setContent] = useState<typeof Chosen | null>(null);
  const isAsked = state.compare !== null;
  const isOpen = isAsked && Content !== null;
  const leave = (): void => session.dispatch({ did: 'compare', with: null });
  useEffect(() => {
    if (!isAsked || Content !== null) return;
    import('./Chosen.tsx')
      .then((loaded) => setContent(() => loaded.Chosen))
      .catch((thrown: unknown) => {
        // The button is still there: the next press asks again.
        console.error(thrown);
        leave();
      });
  }, [isAsked]);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog class="compare" ref={dialog} aria-label="Compare" onClose={leave}>
      {state.compare !== null && Content !== null && <Content {...part} chosen={state.compare} />}
    </dialog>
  );
}
