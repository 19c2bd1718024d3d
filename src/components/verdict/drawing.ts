import { holds, type SeatState } from './said.ts';
import type { Seat } from './section.ts';

/** Where one wall stands in a drawing: its middle line, the height of the hull, half the gap that lets something through. */
interface WallPlace {
  readonly x: number;
  readonly height: number;
  readonly gap: number;
}

/** The stroke of each state; its weight and dash carry the meaning, colour never does. */
export const wallClass: Readonly<Record<SeatState, string>> = {
  stopped: 'w-stop',
  'no-such-file': 'w-stop',
  'cannot-tell': 'w-unsure',
  'would-have-stopped': 'w-would',
  overruled: 'w-would',
  'let-through': 'w-pass',
  'not-there': 'w-none',
  'not-reached': 'w-not',
  'not-asked': 'w-none',
};

/** Answers the path of a wall in the line grammar of the section. */
export function wallPath(state: SeatState, { x, height, gap }: WallPlace): string {
  const [top, bottom, middle] = [1.5, height - 1.5, height / 2];
  if (holds.has(state)) return `M${x} 0V${height}`;
  if (state === 'let-through') return `M${x} ${top}V${middle - gap}M${x} ${middle + gap}V${bottom}`;
  if (state === 'would-have-stopped') return `M${x - 2.5} ${top}h5V${bottom}h-5z`;
  if (state === 'overruled')
    return `M${x - 2.5} ${top}h5V${middle - gap}h-5zM${x - 2.5} ${middle + gap}h5V${bottom}h-5z`;
  if (state === 'not-there') return '';
  if (state === 'not-asked') return `M${x} ${top}v${gap / 2}M${x} ${bottom - gap / 2}v${gap / 2}`;
  return `M${x} ${top}V${bottom}`;
}

interface TracePart {
  readonly from: number;
  readonly to: number;
  readonly unsure: boolean;
  /** An arrowhead at the end: only where the end is known. */
  readonly head: boolean;
}

/** Answers the pieces of the trace along walls that stand `pitch` apart, the last of which runs `beyond` the hull. */
export function traceParts(
  seats: readonly Seat[],
  { pitch, beyond }: { pitch: number; beyond: number },
): readonly TracePart[] {
  const parts: TracePart[] = [];
  let from = 0;
  for (const [index, seat] of seats.entries()) {
    const x = pitch * (index + 0.5);
    if (seat.traceIn === 'none') break;
    const unsure = seat.traceIn === 'unsure';
    if (seat.traceOut === 'none') return [...parts, { from, to: x - 4, unsure, head: !unsure }];
    if (unsure === (seat.traceOut === 'unsure')) continue;
    parts.push({ from, to: x - 3, unsure, head: false });
    from = x + 3;
  }
  const unsure = seats.at(-1)?.traceOut === 'unsure';
  return [...parts, { from, to: pitch * seats.length + beyond, unsure, head: !unsure }];
}
