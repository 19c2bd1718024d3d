import { layers, seatOf, type Layer, type NodeFacts, type Step, type Verdict } from '../../checker/index.ts';
import type { IconName } from './Icon.tsx';
import { holds, saidBy, words, type Said, type SeatState } from './said.ts';

/** How the trace runs at one side of a wall: known, not known any more, or not there. */
export type Trace = 'sure' | 'unsure' | 'none';

export interface Seat {
  readonly number: number;
  readonly name: string;
  readonly icon: IconName;
  readonly state: SeatState;
  readonly word: (typeof words)[SeatState];
  /** The question worth showing; null for a layer that was not asked. */
  readonly telling: Step | null;
  /** The step of the chain that it belongs to: where one yes would have been enough, several walls share one. */
  readonly step: Step | null;
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

/** The security modules of a node. */
export type Modules = Pick<NodeFacts, 'appArmor' | 'seLinux'>;

const icons = {
  1: 'layer-1-api-server',
  2: 'layer-2-kubelet',
  3: 'layer-3-seccomp',
  4: 'layer-4-lsm',
  5: 'layer-5-userns',
  6: 'layer-6-capabilities',
  7: 'layer-7-dac',
  8: 'layer-8-mounts',
} as const satisfies Readonly<Record<number, IconName>>;

type SeatNumber = keyof typeof icons;
const seatNumbers: readonly SeatNumber[] = [1, 2, 3, 4, 5, 6, 7, 8];

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

/** Answers what each of the eight layers did about an operation on a node. */
export function sectionOf(verdict: Verdict, modules: Modules): SectionView {
  const said = saidBy(verdict);
  const ordinals = ordinalsOf(said);
  const seats: Seat[] = [];
  let trace: Trace = 'sure';
  for (const number of seatNumbers) {
    const worth = mostTelling(said.filter(({ layer }) => seatOf[layer] === number));
    const { name, state } = worth === null ? unasked(number, modules) : { ...worth, name: layerNames[worth.layer] };
    const traceIn: Trace = trace;
    trace = afterWall(state, trace);
    seats.push({
      number,
      name,
      icon: icons[number],
      state,
      word: words[state],
      telling: worth?.telling ?? null,
      step: worth?.step ?? null,
      traceIn,
      traceOut: trace,
      ordinal: ordinals.get(number) ?? null,
    });
  }
  return { seats, spoken: spokenOf(seats) };
}

/** The states, the most telling first. */
const ranked = Object.keys(words) as readonly SeatState[];

/** What says most about a wall; of two alike the first, but a yes in place of the no that it overruled. */
function mostTelling(said: readonly Said[]): Said | null {
  const counted = said.filter((one) => one.state !== 'overruled' || !said.some((other) => overrules(other, one)));
  return counted.toSorted((a, b) => ranked.indexOf(a.state) - ranked.indexOf(b.state))[0] ?? null;
}

function overrules(other: Said, { step }: Said): boolean {
  return other.step === step && other.state === 'let-through';
}

/** The wall of a layer that was not asked, named by what the node has. */
function unasked(number: SeatNumber, { appArmor, seLinux }: Modules): { name: string; state: SeatState } {
  if (number === 4 && seLinux) return { name: layerNames.selinux, state: 'not-asked' };
  if (number === 4 && !appArmor) return { name: 'LSM', state: 'not-there' };
  const first = layers.find((layer) => seatOf[layer] === number);
  return { name: first === undefined ? '' : layerNames[first], state: 'not-asked' };
}

function afterWall(state: SeatState, before: Trace): Trace {
  if (before === 'none' || holds.has(state)) return 'none';
  return state === 'cannot-tell' ? 'unsure' : before;
}

/** The seats that the kernel asks at another place than the drawing shows, with that place. */
function ordinalsOf(said: readonly Said[]): ReadonlyMap<number, number> {
  const present = said.filter(({ state }) => state !== 'not-there');
  const asked = [...new Set(present.map(({ layer }) => seatOf[layer]))];
  const drawn = asked.toSorted((a, b) => a - b);
  const moved = asked.map((seat, index) => ({ seat, place: index + 1, drawnAt: drawn.indexOf(seat) + 1 }));
  return new Map(moved.filter(({ place, drawnAt }) => place !== drawnAt).map(({ seat, place }) => [seat, place]));
}

function spokenOf(seats: readonly Seat[]): string {
  const namesOf = (state: SeatState): string =>
    seats
      .filter((seat) => seat.state === state)
      .map(({ name }) => name)
      .join(' and ');
  const says = (state: SeatState, between: string): string[] =>
    namesOf(state) === '' ? [] : [`${namesOf(state)}${between}${words[state]}`];
  const held = [...says('stopped', ' '), ...says('no-such-file', ': '), ...says('would-have-stopped', ' ')];
  const doubt = says('cannot-tell', ': ');
  const said = held.length + doubt.length === 0 ? ['No layer stopped it'] : [...held, ...doubt];
  return [...said, ...says('overruled', ': ')].join('; ');
}
