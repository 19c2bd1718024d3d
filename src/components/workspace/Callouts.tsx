import type { ComponentChildren, JSX } from 'preact';
import { decidingStep, explainFrame, explainStep, explainWidened, type Report } from '../../checker/index.ts';
import type { IconName } from '../verdict/Icon.tsx';
import { Icon } from '../verdict/Icon.tsx';
import type { Lines } from '../verdict/LineLink.tsx';
import { Prose } from '../verdict/Prose.tsx';
import type { Part } from './Workspace.tsx';

type Props = Part & { readonly report: Report };

/** What stands in the way of the whole: a pod that does not start, a changed frame, a wider pod, a belief. */
export function Callouts(props: Props): JSX.Element {
  const { data, session } = props;
  const lines: Lines = { anchor: data.definition.id, onLine: (line) => session.dispatch({ did: 'show-line', line }) };
  return (
    <div class="callouts">
      <NotStarted {...props} lines={lines} />
      <Elsewhere {...props} lines={lines} />
      <BeliefFound {...props} />
    </div>
  );
}

function NotStarted({ report, lines }: Props & { readonly lines: Lines }): JSX.Element | null {
  const verdict = report.grade.outcomes.find(({ status }) => status === 'not-run')?.verdicts[0];
  const step = verdict === undefined ? null : decidingStep(verdict);
  if (step === null) return null;
  const { what, why, todo, words } = explainStep(step, report.analysis.sources);
  return (
    <div class="err">
      <Icon name="warning" size={20} />
      <div>
        <b>This pod does not start.</b>
        <p>
          <Prose text={[what, why, todo].filter((sentence) => sentence !== undefined).join(' ')} lines={lines} />
        </p>
        {words !== undefined && (
          <p>
            <samp>{words}</samp>
          </p>
        )}
      </div>
    </div>
  );
}

function BeliefFound({ data, report }: Props): JSX.Element | null {
  const found = report.grade.misconception;
  const told = found === null ? undefined : data.beliefs[found.id];
  if (told === undefined) return null;
  return (
    <Note look="mistake" icon="warning" title="Easy to get wrong">
      <p>
        <q>
          <Prose text={told.belief} />
        </q>
      </p>
      <p>
        <Prose text={told.contradiction} />
      </p>
      <p class="rule">
        <Prose text={told.rule} />
      </p>
    </Note>
  );
}

/** Rows can be as wanted and the lab unsolved: the pod is another one, or wider than the one it began as. */
function Elsewhere({ report, lines }: Props & { readonly lines: Lines }): JSX.Element {
  const { grade, analysis } = report;
  const told = [
    ...grade.frame.map((change) => explainFrame(change, analysis.sources)),
    ...grade.widened.map((widened) => explainWidened(widened, analysis.sources)),
  ];
  return (
    <>
      {told.map(({ what, why, todo }) => (
        <Note look="plain" icon="warning" title={<Prose text={what} lines={lines} />}>
          <p>
            <Prose text={[why, todo].filter((sentence) => sentence !== undefined).join(' ')} lines={lines} />
          </p>
        </Note>
      ))}
      {grade.inert.length > 0 && (
        <p class="inert">
          Not judged here: <Prose text={namesOf(grade.inert)} />.
        </p>
      )}
    </>
  );
}

function namesOf(changes: Report['grade']['inert']): string {
  return [...new Set(changes.map(({ path }) => `\`${path}\``))].join(', ');
}

interface NoteProps {
  readonly look: 'mistake' | 'plain';
  readonly icon: IconName;
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
}

function Note({ look, icon, title, children }: NoteProps): JSX.Element {
  return (
    <aside class={`note note-${look}`}>
      <header>
        <Icon name={icon} size={20} />
        <span>{title}</span>
      </header>
      {children}
    </aside>
  );
}
