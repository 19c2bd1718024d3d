import type { Layer, Step, Verdict } from '../../checker/index.ts';

/** The things a wall can have done. The words are those of the page, read or spoken, and of nothing else. */
export const words = {
  stopped: 'stopped it',
  'no-such-file': 'no such file',
  'cannot-tell': 'cannot tell',
  'would-have-stopped': 'would have stopped it',
  overruled: 'overruled',
  'let-through': 'let it through',
  'not-there': 'none here',
  'not-reached': 'not reached',
  'not-asked': 'not asked',
} as const;

export type SeatState = keyof typeof words;

/** The states of a wall that nothing gets past. */
export const holds: ReadonlySet<SeatState> = new Set(['stopped', 'no-such-file']);

/** The states of a wall that did not simply let it through. */
export const worthSaying: ReadonlySet<SeatState> = new Set([
  ...holds,
  'cannot-tell',
  'would-have-stopped',
  'overruled',
]);

/** What one layer said on the way. */
export interface Said {
  readonly layer: Layer;
  readonly state: SeatState;
  /** The question it answered: under `any-of` one of the ways. */
  readonly telling: Step;
  /** The step of the chain that the question belongs to. */
  readonly step: Step;
}

/** Answers what the layers said about an operation, in the order in which they were asked. */
export function saidBy({ chain, decision }: Verdict): readonly Said[] {
  const said = chain.flatMap((step) => questionsIn(step).flatMap((telling) => saidOf(telling, step)));
  return decision === 'unknown' ? said.map(unsettled) : said;
}

/** A no behind a layer of which nobody can tell decides nothing: whether it came so far is open. */
function unsettled(said: Said): Said {
  return holds.has(said.state) ? { ...said, state: 'would-have-stopped' } : said;
}

/** Where one yes is enough, nobody is asked behind the first. */
function questionsIn(step: Step): readonly Step[] {
  if (step.ways === undefined) return [step];
  const yes = step.ways.findIndex(({ answer }) => answer === 'passes');
  const asked = yes === -1 ? step.ways : step.ways.slice(0, yes + 1);
  return asked.flatMap(questionsIn);
}

function saidOf(telling: Step, step: Step): readonly Said[] {
  const said: Said = { layer: telling.layer, state: stateOf(telling, step), telling, step };
  if (telling.layer === 'capabilities' || !isAboutCapabilities(telling)) return [said];
  // Somebody spoke before the sets were looked at: the user namespace, or `no_new_privs`.
  return [said, { layer: 'capabilities', state: 'not-reached', telling, step }];
}

function isAboutCapabilities({ requirement: { kind } }: Step): boolean {
  return kind === 'capability' || kind === 'capability-after-exec' || kind === 'file-capabilities-fit';
}

function stateOf(telling: Step, step: Step): SeatState {
  if (telling.reason.code === 'seccomp/no-filter') return 'not-there';
  if (!step.reached) return step.answer === 'stops' ? 'would-have-stopped' : 'not-reached';
  if (step.answer === 'cannot-tell') return 'cannot-tell';
  if (step.answer === 'passes') return telling.answer === 'passes' ? 'let-through' : 'overruled';
  return telling.requirement.kind === 'file-visible' ? 'no-such-file' : 'stopped';
}
