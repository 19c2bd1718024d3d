import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CriterionId } from '../../checker/index.ts';
import { Prose } from '../verdict/Prose.tsx';
import type { ExerciseData } from './exercise-data.ts';
import { rungsOf, unlocksAt, type Rung } from './hints.ts';
import type { Session } from './session.ts';
import type { Part } from './Workspace.tsx';
import type { WorkspaceState } from './workspace-state.ts';

/** The four rungs for the row that is open, or for the one to look at first. */
export function Hints({ data, session, state, embedded }: Part): JSX.Element | null {
  const criterion = state.open ?? state.report?.grade.next ?? null;
  const now = useClock(session, unlocksAt(state));
  const last = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (state.lastRung !== null) last.current?.focus();
  }, [state.lastRung]);
  if (criterion === null) return null;

  const rungs = rungsFor({ data, state, criterion, now });
  const title = data.definition.criteria.find(({ id }) => id === criterion)?.title ?? '';
  const taken = rungs.filter(({ is }) => is === 'taken').length;
  const Title = embedded ? 'h4' : 'h2';
  return (
    <div class="hints needs-script">
      <Title>Hints</Title>
      <p class="hints-for">
        <Prose text={title} />
      </p>
      <ol class="rungs">
        {rungs.map((rung, index) => (
          <li class={`rung is-${rung.is}`} tabIndex={-1} {...(index === taken - 1 ? { ref: last } : {})}>
            <span class="no" aria-hidden="true">
              {index + 1}
            </span>
            <RungLine rung={rung} now={now} take={() => takeHint(session, criterion)} />
          </li>
        ))}
      </ol>
    </div>
  );
}

interface RungLineProps {
  readonly rung: Rung;
  readonly now: number;
  readonly take: () => void;
}

function RungLine({ rung, now, take }: RungLineProps): JSX.Element {
  if (rung.is === 'ready') {
    return (
      <>
        <button type="button" class="take" onClick={take}>
          {rung.name}
        </button>
        <span class="when">Ready</span>
      </>
    );
  }
  if (rung.is === 'locked') {
    return (
      <>
        <b>
          {rung.name}
          <span class="vh">, locked</span>
        </b>
        {rung.until !== undefined && <span class="when">After another try, or in {secondsTo(rung.until, now)} s</span>}
      </>
    );
  }
  return (
    <>
      <b>{rung.name}</b>
      <p>
        <Prose text={rung.text} />
      </p>
    </>
  );
}

interface RungsAsked {
  readonly data: ExerciseData;
  readonly state: WorkspaceState;
  readonly criterion: CriterionId;
  readonly now: number;
}

/** Answers the rungs of a criterion; a belief that was found has rungs of its own where the lab wrote some. */
export function rungsFor({ data, state, criterion, now }: RungsAsked): readonly Rung[] {
  const hints = data.hints[criterion];
  const belief = state.report?.grade.misconception?.id;
  const texts = (belief === undefined ? undefined : hints?.instead?.[belief]) ?? hints?.rungs ?? [];
  return rungsOf(state, { criterion, texts, now });
}

/** Takes the next rung of a criterion. */
export function takeHint(session: Session, criterion: CriterionId): void {
  session.dispatch({ did: 'take-hint', criterion, at: session.now() });
}

/** Answers how long a rung stays locked, in whole seconds. */
export function secondsTo(until: number, now: number): number {
  return Math.max(1, Math.ceil((until - now) / 1000));
}

/** The time, looked at once a second as long as it has not come. */
export function useClock(session: Session, until: number): number {
  const [now, setNow] = useState(session.now());
  const waits = until > now;
  useEffect(() => {
    setNow(session.now());
    if (until <= session.now()) return;
    const clock = setInterval(() => setNow(session.now()), 1000);
    return () => clearInterval(clock);
  }, [session, until, waits]);
  return now;
}
