import type { JSX } from 'preact';
import { decidingStep, explainOutcome, type Outcome, type Source, type Step } from '../../checker/index.ts';
import { toneOf } from '../verdict/criterion.ts';
import { Icon } from '../verdict/Icon.tsx';
import { Prose } from '../verdict/Prose.tsx';
import type { Lines } from '../verdict/LineLink.tsx';
import { Cited, Reasons } from '../verdict/Reasons.tsx';
import { Section } from '../verdict/Section.tsx';
import { sectionOf } from '../verdict/section.ts';
import type { RowProps } from './CriterionRow.tsx';
import { rungsFor, secondsTo, takeHint, useClock } from './Hints.tsx';
import { unlocksAt } from './hints.ts';
import { decidingLines } from './line-marks.ts';

/** An open criterion: one sentence, the section, a line for each other layer worth saying, and what can be done. */
export function OpenCriterion(props: RowProps): JSX.Element {
  const { data, session, report, outcome } = props;
  const { sources, world } = report.analysis;
  const lines = { anchor: data.definition.id, onLine: (line: number) => session.dispatch({ did: 'show-line', line }) };
  const [verdict] = outcome.verdicts;
  const section = verdict === undefined ? null : sectionOf(verdict, world.node);
  const decided = verdict === undefined ? null : decidingStep(verdict);
  return (
    <>
      <Saying outcome={outcome} decided={decided} sources={sources} lines={lines} />
      {section !== null && (
        <>
          <Section section={section} tone={toneOf(outcome)} />
          <Reasons section={section} told={decided} sources={sources} lines={lines} />
        </>
      )}
      <Actions {...props} />
    </>
  );
}

interface SayingProps {
  readonly outcome: Outcome;
  readonly decided: Step | null;
  readonly sources: readonly Source[];
  readonly lines: Lines;
}

/** The verdict first, then what decided, what to do, and where the rule is written. */
function Saying({ outcome, decided, sources, lines }: SayingProps): JSX.Element {
  const { what, why, todo } = explainOutcome(outcome, sources);
  return (
    <div class="say">
      <p>
        <span class="verdict-w">{what}</span> <Prose text={why} lines={lines} />
      </p>
      {todo !== undefined && (
        <p>
          <Prose text={todo} lines={lines} />
        </p>
      )}
      {decided !== null && <Cited cite={decided.reason.cite} />}
    </div>
  );
}

function Actions(props: RowProps): JSX.Element | null {
  const { session, state, report, outcome } = props;
  const [line] = decidingLines(outcome, report);
  const asks = outcome.status !== 'met';
  if (line === undefined && !asks) return null;
  return (
    <div class="acts needs-script">
      {line !== undefined && (
        <button type="button" class="btn" onClick={() => session.dispatch({ did: 'show-line', line })}>
          <Icon name="chevron" />
          <span>Show line {line}</span>
        </button>
      )}
      {asks && <AskForHint {...props} key={state.lastRung?.at ?? 0} />}
    </div>
  );
}

/** Takes the next rung, or says why it is not there yet. Locked it stays in reach of the keyboard. */
function AskForHint({ data, session, state, outcome }: RowProps): JSX.Element {
  const now = useClock(session, unlocksAt(state));
  const criterion = outcome.criterion.id;
  const rungs = rungsFor({ data, state, criterion, now });
  const taken = rungs.filter(({ is }) => is === 'taken').length;
  const next = rungs[taken];
  const ask = (): void => {
    if (next?.is !== 'ready') return;
    takeHint(session, criterion);
    session.dispatch({ did: 'choose-pane', pane: 'brief' });
  };
  return (
    <>
      {next !== undefined && (
        <button type="button" class="btn" aria-disabled={next.is === 'locked'} onClick={ask}>
          <Icon name="hint" />
          <span>Ask for a hint</span>
          {next.is === 'locked' && next.until !== undefined && (
            <small>after another try, or in {secondsTo(next.until, now)} s</small>
          )}
        </button>
      )}
      {taken > 0 && (
        <span class="rungs-n">
          Hint {taken} of {rungs.length} stands under Hints.
        </span>
      )}
    </>
  );
}
