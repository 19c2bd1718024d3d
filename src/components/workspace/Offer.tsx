import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { offerOf } from './words.ts';
import type { Part } from './Workspace.tsx';

/** How long the toast stands. What it offers is not lost with it: kept texts stand under Compare. */
const standsFor = 12_000;

/** A text that can be put back: after a reset, or from another tab. */
export function Offer({ session, state }: Part): JSX.Element {
  const { offer } = state;
  useEffect(() => {
    if (offer === null || offer.because === 'other-tab') return;
    const timer = setTimeout(() => session.dispatch({ did: 'decline-offer' }), standsFor);
    return () => clearTimeout(timer);
  }, [session, offer]);
  return (
    <div class="toast-place" role="status">
      {offer !== null && <Toast {...offerOf(offer)} />}
    </div>
  );

  function Toast({ says, takes }: ReturnType<typeof offerOf>): JSX.Element {
    return (
      <div class="toast">
        <span>{says}</span>
        <button
          type="button"
          onClick={() => offer !== null && session.dispatch({ did: 'put-back', kept: offer, at: session.now() })}
        >
          {takes}
        </button>
        <button type="button" onClick={() => session.dispatch({ did: 'decline-offer' })}>
          Keep this one
        </button>
      </div>
    );
  }
}
