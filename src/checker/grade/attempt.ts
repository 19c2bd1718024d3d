/** What a misconception can be seen in: one container, what the learner changed around it, and what came of it. */
import type { EffectiveContainer } from '../model/container.ts';
import type { MisconceptionId } from '../model/lab.ts';
import type { FieldPath } from '../model/pod.ts';
import type { Outcome, Widened } from '../model/report.ts';
import type { Origin } from '../model/resolved.ts';
import type { Requirement } from '../model/requirement.ts';
import type { Step } from '../model/verdict.ts';
import type { Pairing } from './documents.ts';
import type { Edit } from './frame.ts';

export interface Attempt {
  readonly start: EffectiveContainer;
  readonly now: EffectiveContainer;
  /** In the order of the lab, those that name this container. */
  readonly outcomes: readonly Outcome[];
  readonly widened: readonly Widened[];
  /** In the pod of this container. */
  readonly edits: readonly Edit[];
}

/** A belief that explains a wrong answer: found in the spec and in what came of it, never in the text. */
export interface Misconception {
  readonly id: MisconceptionId;
  /** Answers the lines that show the belief, or null where it does not show. */
  showsIn(attempt: Attempt): readonly Origin[] | null;
}

interface Graded {
  readonly pairing: Pairing;
  readonly outcomes: readonly Outcome[];
  readonly edits: readonly Edit[];
  readonly widened: readonly Widened[];
}

/** Answers the attempt container by container; a container that nobody changed shows no belief. */
export function attemptOf({ pairing, outcomes, edits, widened }: Graded): readonly Attempt[] {
  return pairing.pairs.flatMap(({ start, now, index }) => {
    const around = edits.filter(({ document }) => document === index);
    if (around.length === 0) return [];
    return now.containers.flatMap((container) => {
      const before = start.containers.find(({ name }) => name === container.name);
      if (before === undefined) return [];
      const isItsOwn = ({ verdicts }: Outcome): boolean =>
        verdicts.some((verdict) => verdict.document === index && verdict.container === container.name);
      return [
        {
          start: before,
          now: container,
          outcomes: outcomes.filter(isItsOwn),
          widened: widened.filter((gain) => gain.container === container.name),
          edits: around,
        },
      ];
    });
  });
}

/** What got through although it must be blocked. */
export function gotThrough({ outcomes }: Attempt): readonly Outcome[] {
  return outcomes.filter(({ criterion, status }) => criterion.must === 'be-blocked' && status === 'unmet');
}

/** What the learner hid instead of blocking it, or lost with it. */
export function hidden({ outcomes }: Attempt): readonly Outcome[] {
  return outcomes.filter(({ status }) => status === 'absent');
}

/** What must keep working and does not. */
export function lost({ outcomes }: Attempt): readonly Outcome[] {
  return outcomes.filter(
    ({ criterion, status }) => criterion.must === 'keep-working' && (status === 'unmet' || status === 'absent'),
  );
}

/** The questions whose answers stopped an outcome, each way of an `any-of` on its own. */
export function stopsOf({ verdicts }: Outcome): readonly Step[] {
  const stop = verdicts[0]?.chain.find(({ reached, answer }) => reached && answer === 'stops');
  return stop === undefined ? [] : (stop.ways ?? [stop]);
}

/** The questions that let an outcome through, of an `any-of` the way that did. */
export function passesOf({ verdicts }: Outcome): readonly Requirement[] {
  const chain = verdicts[0]?.chain ?? [];
  return chain
    .filter(({ answer }) => answer === 'passes')
    .map((step) => step.ways?.find(({ answer }) => answer === 'passes')?.requirement ?? step.requirement);
}

/** The edits of a field or below it; a field of the security context counts in the pod and in the container. */
export function editsOf({ edits }: Attempt, field: string): readonly Edit[] {
  const below = new RegExp(`(^|\\.)${field.replaceAll('.', '\\.')}($|[.[])`);
  return edits.filter(({ path }) => below.test(path));
}

/** Answers whether the learner wrote or changed the line that an origin points at. */
export function isEdit({ edits }: Attempt, origin: Origin): boolean {
  const written = pathOf(origin);
  return written !== null && edits.some(({ path }) => lies(path, written) || lies(written, path));
}

/** The path of an origin that is written in the text. */
export function pathOf(origin: Origin): FieldPath | null {
  if (origin.from === 'implied') return origin.by;
  return origin.from === 'container' || origin.from === 'pod' ? origin.path : null;
}

function lies(inner: FieldPath, outer: FieldPath): boolean {
  if (!inner.startsWith(outer)) return false;
  const behind = inner[outer.length];
  return behind === undefined || behind === '.' || behind === '[';
}
