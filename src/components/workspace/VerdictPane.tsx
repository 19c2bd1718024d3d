import type { JSX } from 'preact';
import type { Criterion, Report } from '../../checker/index.ts';
import { Icon } from '../verdict/Icon.tsx';
import { Callouts } from './Callouts.tsx';
import { CriterionRow } from './CriterionRow.tsx';
import { Hints } from './Hints.tsx';
import { paneProps } from './PaneTabs.tsx';
import { Peek } from './Peek.tsx';
import { Tally } from './Tally.tsx';
import { dimmedBecause } from './words.ts';
import type { Part } from './Workspace.tsx';

/** What the checker says: how much is as wanted, what stands in the way of all of it, then every criterion. */
export function VerdictPane(part: Part): JSX.Element {
  const { state, embedded } = part;
  const { report } = state;
  const dimmed = dimmedBecause(state);
  return (
    <section
      class={dimmed === null ? 'pane pane-v' : 'pane pane-v is-dimmed'}
      {...paneProps(part, 'verdict')}
      aria-label="Verdict"
      tabIndex={embedded ? -1 : 0}
    >
      {dimmed !== null && <p class="dimmed-n">{dimmed}</p>}
      {report === null ? (
        <p class="dimmed-n">There is no verdict yet.</p>
      ) : (
        <div class="verdicts">
          <Tally {...part} report={report} />
          <Peek {...part} />
          <Callouts {...part} report={report} />
          <Group {...part} report={report} must="be-blocked" />
          <Group {...part} report={report} must="keep-working" />
        </div>
      )}
      {embedded && <Hints {...part} />}
    </section>
  );
}

const groups = {
  'be-blocked': { title: 'Must be blocked', icon: 'kind-must-block' },
  'keep-working': { title: 'Must keep working', icon: 'kind-must-work' },
} as const;

function Group({
  must,
  report,
  ...part
}: Part & { readonly report: Report; readonly must: Criterion['must'] }): JSX.Element {
  const outcomes = report.grade.outcomes.filter(({ criterion }) => criterion.must === must);
  const met = outcomes.filter(({ status }) => status === 'met').length;
  const { title, icon } = groups[must];
  const Title = part.embedded ? 'h4' : 'h2';
  return (
    <>
      <Title class="crit-h">
        <Icon name={icon} />
        {title}
        <span>
          {met} of {outcomes.length}
        </span>
      </Title>
      {outcomes.map((outcome) => (
        <CriterionRow {...part} key={outcome.criterion.id} report={report} outcome={outcome} />
      ))}
    </>
  );
}
