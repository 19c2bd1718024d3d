import type { ComponentChildren, JSX } from 'preact';
import { decidingStep, explainStep, type Report } from '../../checker/index.ts';
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
  const { what, why, todo } = explainStep(step, report.analysis.sources);
  return (
    <div class="err">
      <Icon name="warning" size={20} />
      <div>
        <b>This pod does not start.</b>
        <p>
          <Prose text={[what, why, todo].filter((sentence) => sentence !== undefined).join(' ')} lines={lines} />
        </p>
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

function Elsewhere(_: Props & { readonly lines: Lines }): JSX.Element | null {
  return null;
}

interface NoteProps {
  readonly look: 'mistake' | 'plain';
  readonly icon: IconName;
  readonly title: string;
  readonly children: ComponentChildren;
}

function Note({ look, icon, title, children }: NoteProps): JSX.Element {
  return (
    <aside class={`note note-${look}`}>
      <header>
        <Icon name={icon} size={20} />
        {title}
      </header>
      {children}
    </aside>
  );
}
