import { layers, seatOf, type Layer, type NodeFacts, type Step, type Verdict } from '../../checker/index.ts';
import type { IconName } from './Icon.tsx';

/** The six things a wall can have done. The words are those of the page, and of nothing else. */
export const words = {
  'let-through': 'let it through',
  stopped: 'stopped it',
  'would-have-stopped': 'would have stopped it',
  'not-reached': 'not reached',
  'cannot-tell': 'cannot tell',
  'not-asked': 'not asked',
} as const;

export type SeatState = keyof typeof words;

/** How the trace runs at one side of a wall: known, not known any more, or not there. */
export type Trace = 'sure' | 'unsure' | 'none';

export interface Seat {
  readonly number: number;
  readonly name: string;
  readonly icon: IconName;
  readonly state: SeatState;
  readonly word: (typeof words)[SeatState];
  /** What the layer was asked, in the kernel's order. */
  readonly steps: readonly Step[];
  /** The one worth showing; null for a layer that was not asked. */
  readonly telling: Step | null;
  readonly traceIn: Trace;
  readonly traceOut: Trace;
  /** The place in the kernel's own order, where that is not the place among the seats asked; else null. */
  readonly ordinal: number | null;
}

/** The eight walls seen from the side, with the line that comes in from the left. */
export interface SectionView {
  readonly seats: readonly Seat[];
  /** The drawing in one sentence, for those who do not see it. */
  readonly spoken: string;
}

const seatNumbers = [1, 2, 3, 4, 5, 6, 7, 8] as const;

const icons: readonly IconName[] = [
  'layer-1-api-server',
  'layer-2-kubelet',
  'layer-3-seccomp',
  'layer-4-lsm',
  'layer-5-userns',
  'layer-6-capabilities',
  'layer-7-dac',
  'layer-8-mounts',
];

/** A layer's name as it stands under its wall and in sentences. */
export const layerNames: Readonly<Record<Layer, string>> = {
  'api-server': 'API server',
  kubelet: 'kubelet',
  runtime: 'runtime',
  seccomp: 'seccomp',
  apparmor: 'AppArmor',
  selinux: 'SELinux',
  'kernel-policy': 'kernel policy',
  'user-namespace': 'user ns',
  capabilities: 'capabilities',
  dac: 'user',
  mounts: 'mounts',
};

/** Answers what each of the eight layers did about an operation. */
export function sectionOf(verdict: Verdict, node?: Pick<NodeFacts, 'seLinux'>): SectionView {
  const asked = seatNumbers.map((number) => verdict.chain.filter((step) => seatOf[step.layer] === number));
  const ordinals = ordinalsOf(verdict.chain);
  const seats: Seat[] = [];
  let trace: Trace = 'sure';
  for (const number of seatNumbers) {
    const steps = asked[number - 1] ?? [];
    const telling = tellingOf(steps);
    const state = telling === null ? 'not-asked' : stateOf(telling);
    const traceIn = trace;
    trace = afterWall(state, trace);
    seats.push({
      number,
      name: nameOf(number, telling, node),
      icon: icons[number - 1] ?? 'layer-1-api-server',
      state,
      word: words[state],
      steps,
      telling,
      traceIn,
      traceOut: trace,
      ordinal: ordinals.get(number) ?? null,
    });
  }
  return { seats, spoken: spokenOf(seats) };
}

/** The step that says most about a seat: the wall that held, then the one that would have, then doubt, then a yes. */
function tellingOf(steps: readonly Step[]): Step | null {
  const ranks: readonly ((step: Step) => boolean)[] = [
    (step) => step.reached && step.answer === 'stops',
    (step) => step.reached && step.answer === 'cannot-tell',
    (step) => step.answer === 'stops',
    (step) => step.reached,
  ];
  for (const rank of ranks) {
    const found = steps.findLast(rank);
    if (found !== undefined) return found;
  }
  return steps[0] ?? null;
}

function stateOf(step: Step): SeatState {
  if (!step.reached) return step.answer === 'stops' ? 'would-have-stopped' : 'not-reached';
  if (step.answer === 'stops') return 'stopped';
  return step.answer === 'cannot-tell' ? 'cannot-tell' : 'let-through';
}

function afterWall(state: SeatState, before: Trace): Trace {
  if (before === 'none' || state === 'stopped') return 'none';
  return state === 'cannot-tell' ? 'unsure' : before;
}

function nameOf(number: number, telling: Step | null, node: Pick<NodeFacts, 'seLinux'> | undefined): string {
  if (telling !== null) return layerNames[telling.layer];
  if (number === 4 && node?.seLinux === true) return layerNames.selinux;
  const first = layers.find((layer) => seatOf[layer] === number);
  return first === undefined ? '' : layerNames[first];
}

/** The seats that the kernel asks at another place than the drawing shows, with that place. Mostly there are none. */
function ordinalsOf(chain: readonly Step[]): ReadonlyMap<number, number> {
  const asked = [...new Set(chain.map(({ layer }) => seatOf[layer]))];
  const drawn = asked.toSorted((a, b) => a - b);
  const moved = asked.map((seat, index) => ({ seat, place: index + 1, drawnAt: drawn.indexOf(seat) + 1 }));
  return new Map(moved.filter(({ place, drawnAt }) => place !== drawnAt).map(({ seat, place }) => [seat, place]));
}

function spokenOf(seats: readonly Seat[]): string {
  const said = seats
    .filter(({ state }) => state === 'stopped' || state === 'would-have-stopped' || state === 'cannot-tell')
    .toSorted((a, b) => Number(b.state === 'stopped') - Number(a.state === 'stopped'))
    .map(({ name, state, word }) => (state === 'cannot-tell' ? `${name}: ${word}` : `${name} ${word}`));
  return said.length === 0 ? 'No layer stopped it' : said.join('; ');
}
