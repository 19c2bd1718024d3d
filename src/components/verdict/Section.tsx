import type { JSX } from 'preact';
import { Icon } from './Icon.tsx';
import type { Tone } from './criterion.ts';
import { wallClass, wallPath } from './drawing.ts';
import { holds } from './said.ts';
import type { Seat, SectionView, Trace } from './section.ts';

interface SectionProps {
  readonly section: SectionView;
  readonly tone: Tone;
}

const place = { x: 20, height: 56, gap: 8 };
/** Far beyond any cell: each cell clips its own piece, so the trace has no seams at any width. */
const far = 600;

/** Eight walls in their seats. The words are the content; the drawing is decoration for those who see it. */
export function Section({ section, tone }: SectionProps): JSX.Element {
  return (
    <ol class={`chain st-${tone}`}>
      {section.seats.map((seat) => (
        <li class={`is-${seat.state}`}>
          <span class="frame" aria-hidden="true">
            {seat.number}
          </span>
          <Icon name={seat.icon} />
          <Wall seat={seat} />
          <b>{seat.name}</b>{' '}
          <span class="fate">
            {seat.word}
            {seat.ordinal !== null && <small> ({ordinals[seat.ordinal]} in turn)</small>}
          </span>
          {seat.number === section.seats.length && seat.traceOut === 'sure' && <Tip />}
        </li>
      ))}
    </ol>
  );
}

const ordinals: readonly string[] = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

function Wall({ seat }: { readonly seat: Seat }): JSX.Element {
  const stop = holds.has(seat.state);
  const middle = place.height / 2;
  const left = stop || seat.state === 'cannot-tell' ? place.x - 5 : place.x;
  const right = seat.state === 'cannot-tell' ? place.x + 5 : place.x;
  return (
    <svg class="draw" viewBox={`0 0 40 ${place.height}`} aria-hidden="true">
      <path class={wallClass[seat.state]} d={wallPath(seat.state, place)} />
      <Run trace={seat.traceIn} d={`M${-far} ${middle}H${left}`} />
      {stop && seat.traceIn === 'sure' && <path class="trace" d={`M${left - 6.5} ${middle - 6.5}l6.5 6.5-6.5 6.5`} />}
      <Run trace={seat.traceOut} d={`M${right} ${middle}H${far}`} />
    </svg>
  );
}

function Run({ trace, d }: { readonly trace: Trace; readonly d: string }): JSX.Element | null {
  if (trace === 'none') return null;
  return <path class={trace === 'unsure' ? 'trace trace-unsure' : 'trace'} d={d} />;
}

/** The head of a trace that met no wall, at the edge of the drawing. */
function Tip(): JSX.Element {
  return (
    <svg class="tip" viewBox="0 0 8 16" width="8" height="16" aria-hidden="true">
      <path class="trace" d="M0.5 1.5L7 8 0.5 14.5" />
    </svg>
  );
}
