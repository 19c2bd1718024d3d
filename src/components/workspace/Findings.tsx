import type { JSX } from 'preact';
import { explainDiagnostic, positionAt, type Diagnostic } from '../../checker/index.ts';
import { Icon } from '../verdict/Icon.tsx';
import { Prose } from '../verdict/Prose.tsx';
import type { Part } from './Workspace.tsx';

const names = { error: 'Stands in the way', warning: 'Worth a look', note: 'Note' } as const;

/** More than this many findings are one finding: something above them is broken. */
const atMost = 20;

/** What the checker found in the text itself, with its places: the same as the squiggles, for every reader. */
export function Findings(part: Part): JSX.Element | null {
  const { findings } = part.state;
  if (findings.length === 0) return null;
  return (
    <ul class="findings" aria-label="Findings in the text">
      {findings.slice(0, atMost).map((finding) => (
        <Finding {...part} finding={finding} />
      ))}
      {findings.length > atMost && <li>And {findings.length - atMost} more.</li>}
    </ul>
  );
}

function Finding({ session, state, finding }: Part & { readonly finding: Diagnostic }): JSX.Element {
  const sources = state.analysis?.sources ?? [];
  const { what, why, todo } = explainDiagnostic(finding, sources);
  const { line } = positionAt(state.text, finding.span.start);
  const { edit } = finding;
  return (
    <li class={`finding is-${finding.severity}`}>
      <Icon name={finding.severity === 'note' ? 'note' : 'warning'} label={names[finding.severity]} />
      <div>
        <b>
          <Prose text={what} />
        </b>{' '}
        <Prose text={[why, todo].filter((sentence) => sentence !== undefined).join(' ')} />
      </div>
      <div class="acts needs-script">
        <button type="button" class="btn" onClick={() => session.dispatch({ did: 'show-line', line })}>
          Show line {line}
        </button>
        {edit !== undefined && (
          <button
            type="button"
            class="btn"
            onClick={() => session.dispatch({ did: 'amend', span: edit.span, text: edit.text })}
          >
            {edit.text.trim() === '' ? (
              'Take it out'
            ) : (
              <>
                Write <code>{edit.text.trim()}</code>
              </>
            )}
          </button>
        )}
      </div>
    </li>
  );
}
