import type { JSX } from 'preact';
import type { Tone } from './criterion.ts';
import { traceParts, wallClass, wallPath } from './drawing.ts';
import type { SectionView } from './section.ts';

interface StripProps {
  readonly section: SectionView;
  readonly tone: Tone;
}

const [pitch, height, beyond] = [22, 22, 7];

/** The section at its smallest: walls and trace, and one spoken sentence. */
export function Strip({ section, tone }: StripProps): JSX.Element {
  const width = pitch * section.seats.length + 2 * beyond;
  const middle = height / 2;
  return (
    <svg
      class={`strip st-${tone}`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={section.spoken}
    >
      {section.seats.map((seat, index) => (
        <path class={wallClass[seat.state]} d={wallPath(seat.state, { x: pitch * (index + 0.5), height, gap: 4 })} />
      ))}
      {traceParts(section.seats, { pitch, beyond }).map(({ from, to, unsure, head }) => (
        <path
          class={unsure ? 'trace trace-unsure' : 'trace'}
          d={`M${from} ${middle}H${to}${head ? `M${to - 4} ${middle - 4}l4 4-4 4` : ''}`}
        />
      ))}
    </svg>
  );
}
