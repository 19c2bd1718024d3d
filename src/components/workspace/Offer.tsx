import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { KeptText } from '../../progress/lab-record.ts';
import { resetId } from './Head.tsx';
import { offerOf } from './words.ts';
import type { Part } from './Workspace.tsx';
import type { Action } from './workspace-state.ts';

/** How long the toast stands. What it offers is not lost with it: kept texts stand under Compare. */
const standsFor = 12_000;

/** A text that can be put back: after a reset, from another tab, or from an earlier visit. */
export function Offer(part: Part): JSX.Element {
  const { session, state } = part;
  const { offer } = state;
  const toast = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (offer === null || !goesByItself(offer)) return undefined;
    // Not from under the hand of somebody who is about to take it.
    const clock = setInterval(() => {
      if (toast.current?.matches(':hover, :focus-within') !== true) session.dispatch({ did: 'decline-offer' });
    }, standsFor);
    return () => clearInterval(clock);
  }, [session, offer]);
  // The sentence is said aloud because it comes into a place that was there before; nothing else stands in that place.
  return (
    <div class={offer === null ? 'vh' : 'toast'} ref={toast}>
      <span role="status">{offer === null ? '' : offerOf(offer, session.now()).says}</span>
      {offer !== null && <Choices {...part} offer={offer} />}
    </div>
  );
}

/** A text that the learner did not put aside themselves waits for an answer. */
function goesByItself({ because }: KeptText): boolean {
  return because === 'reset' || because === 'exchange';
}

function Choices({ data, session, offer }: Part & { readonly offer: KeptText }): JSX.Element {
  const { takes, declines } = offerOf(offer, session.now());
  // The buttons go with their choice, and the focus must not fall out of the lab with them.
  const choose = (action: Action): void => {
    session.dispatch(action);
    document.getElementById(resetId(data))?.focus();
  };
  return (
    <>
      <button type="button" onClick={() => choose({ did: 'put-back', kept: offer, at: session.now() })}>
        {takes}
      </button>
      <button type="button" onClick={() => choose({ did: 'decline-offer' })}>
        {declines}
      </button>
    </>
  );
}
