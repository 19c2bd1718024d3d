import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Outcome, Report } from '../../checker/index.ts';
import { toneOf, toneWords } from '../verdict/criterion.ts';
import { Fate } from '../verdict/Fate.tsx';
import { Icon } from '../verdict/Icon.tsx';
import { Prose } from '../verdict/Prose.tsx';
import { Seal } from '../verdict/Seal.tsx';
import { sectionOf } from '../verdict/section.ts';
import { Strip } from '../verdict/Strip.tsx';
import { decidingLines } from './line-marks.ts';
import { OpenCriterion } from './OpenCriterion.tsx';
import type { Part } from './Workspace.tsx';

export interface RowProps extends Part {
  readonly report: Report;
  readonly outcome: Outcome;
}

/** One criterion: what is tried, what became of it, and whether that is as wanted. Opening it shows why. */
export function CriterionRow(props: RowProps): JSX.Element {
  const { session, state, report, outcome } = props;
  const { criterion } = outcome;
  const isOpen = state.open === criterion.id || props.printing;
  const isLit = state.line !== null && decidingLines(outcome, report).includes(state.line);
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isLit && isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isLit, isOpen]);

  const tone = toneOf(outcome);
  const id = `${props.data.definition.id}-${criterion.id}`;
  const toggle = (): void => session.dispatch({ did: 'toggle-row', criterion: criterion.id });
  return (
    <div
      class={`crit is-${tone}`}
      ref={row}
      {...(isOpen ? { 'data-open': '' } : {})}
      {...(isLit ? { 'data-lit': '' } : {})}
    >
      <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={toggle}>
        <Seal tone={tone} />
        <span class="name">
          <span class="vh">{toneWords[tone]}: </span>
          <Prose text={criterion.title} />
          <span class="op">
            {operationsOf(outcome)} · {criterion.container}
          </span>
        </span>
        <Course {...props} />
        <span class="chev needs-script">
          <Icon name="chevron" size={14} />
        </span>
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && <OpenCriterion {...props} />}
      </div>
    </div>
  );
}

/** The strip and the fate of the sample that decided. */
function Course({ report, outcome }: RowProps): JSX.Element {
  const [verdict] = outcome.verdicts;
  if (verdict === undefined) {
    return (
      <span class="nothing">
        <Fate outcome={outcome} />
      </span>
    );
  }
  return (
    <>
      <Strip section={sectionOf(verdict, report.analysis.world.node)} tone={toneOf(outcome)} />
      <Fate outcome={outcome} />
    </>
  );
}

function operationsOf({ criterion }: Outcome): string {
  return [...new Set(criterion.operations.map(({ id }) => id))].join(', ');
}
