import type { JSX } from 'preact';
import type { Criterion, Report } from '../../checker/index.ts';
import { toneOf } from '../verdict/criterion.ts';
import { Icon } from '../verdict/Icon.tsx';
import { Seal } from '../verdict/Seal.tsx';
import { counted, dimmedBecause, solvedOf, summaryOf, tallyOf } from './words.ts';
import type { Part } from './Workspace.tsx';

/** "5 of 7 as wanted", a seal for each, and what to look at first. */
export function Tally({ data, session, state, report }: Part & { readonly report: Report }): JSX.Element {
  const { met, all } = tallyOf(report);
  const summary = summaryOf(report);
  // Who compared and took an answer over has one less to look at.
  const others = data.answers.flatMap(({ text }, index) => (text === state.text ? [] : [index]));
  return (
    <div class="standing">
      {report.grade.status === 'solved' && dimmedBecause(state) === null && (
        <div class="solved">
          <p>
            <b>Solved.</b> {solvedOf(state)}
          </p>
          <button
            type="button"
            class="btn needs-script"
            onClick={() => session.dispatch({ did: 'compare', with: { with: 'answer', index: others[0] ?? 0 } })}
          >
            <Icon name="compare" />
            <span>{counted(others.length, 'other answer', 'other answers')}</span>
          </button>
        </div>
      )}
      <div class="tally">
        <span class="num">
          {met} <small>of {all} as wanted</small>
        </span>
        <span class="seals" aria-hidden="true">
          <Seals report={report} must="be-blocked" />
          <Seals report={report} must="keep-working" />
        </span>
        {summary !== '' && <p>{summary}</p>}
      </div>
    </div>
  );
}

function Seals({ report, must }: { readonly report: Report; readonly must: Criterion['must'] }): JSX.Element {
  const outcomes = report.grade.outcomes.filter(({ criterion }) => criterion.must === must);
  return (
    <span>
      {outcomes.map((outcome) => (
        <Seal tone={toneOf(outcome)} />
      ))}
    </span>
  );
}
