import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { KeptText } from '../../progress/lab-record.ts';
import { offerOf } from './words.ts';
import type { Part } from './Workspace.tsx';

/** How long the toast stands. What it offers is not lost with it: kept texts stand under Compare. */
const standsFor = 12_000;

/** A text that can be put back: after a reset, or from another tab. */
export function Offer(part: Part): JSX.Element {
  const { session, state } = part;
  const { offer } = state;
  useEffect(() => {
    if (offer === null || offer.because === 'other-tab') return;
    const timer = setTimeout(() => session.dispatch({ did: 'decline-offer' }), standsFor);
    return () => clearTimeout(timer);
  }, [session, offer]);
  return <div role="status">{offer !== null && <Toast {...part} offer={offer} />}</div>;
}

function Toast({ session, offer }: Part & { readonly offer: KeptText }): JSX.Element {
  const { says, takes, declines } = offerOf(offer);
  return (
    <div class="toast">
      <span>{says}</span>
      <button type="button" onClick={() => session.dispatch({ did: 'put-back', kept: offer, at: session.now() })}>
        {takes}
      </button>
      <button type="button" onClick={() => session.dispatch({ did: 'decline-offer' })}>
        {declines}
      </button>
    </div>
  );
}
