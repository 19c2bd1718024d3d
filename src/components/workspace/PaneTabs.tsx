import type { JSX } from 'preact';
import { hasTab, shownPane } from './room.ts';
import { tallyOf } from './words.ts';
import type { Part } from './Workspace.tsx';
import type { Pane } from './workspace-state.ts';

const panes: readonly { readonly pane: Pane; readonly title: string }[] = [
  { pane: 'brief', title: 'Brief' },
  { pane: 'pod', title: 'pod.yaml' },
  { pane: 'verdict', title: 'Verdict' },
];

/** One pane at a time where there is no room for three. The count stands in the tab, so typing shows what it does. */
export function PaneTabs({ data, session, state, room }: Part): JSX.Element {
  const tally = state.report === null ? null : tallyOf(state.report);
  const shown = shownPane(state.pane, room);
  const choose = (pane: Pane): void => session.dispatch({ did: 'choose-pane', pane });
  return (
    <div class="ws-tabs needs-script" role="tablist" aria-label="Panes" onKeyDown={(event) => moveBy(event, choose)}>
      {panes.map(({ pane, title }) => (
        <button
          type="button"
          role="tab"
          data-pane={pane}
          aria-selected={shown === pane}
          aria-controls={paneId(data.definition.id, pane)}
          tabIndex={shown === pane ? 0 : -1}
          onClick={() => choose(pane)}
        >
          {title}
          {pane === 'verdict' && tally !== null && (
            <>
              {' '}
              <b>
                {tally.met}/{tally.all}
              </b>
            </>
          )}
        </button>
      ))}
    </div>
  );
}

/** The id of a pane; several labs may stand on one page. */
function paneId(lab: string, pane: Pane): string {
  return `${lab}-${pane}`;
}

/** What makes a section a pane: it belongs to its tab where there is one, and is a region of the page where not. */
export function paneProps({ data, room }: Part, pane: Pane): { readonly id: string; readonly role?: 'tabpanel' } {
  const id = paneId(data.definition.id, pane);
  return hasTab(pane, room) ? { id, role: 'tabpanel' } : { id };
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/** Arrow keys go round the tabs that are in sight (ARIA Authoring Practices, tabs). */
function moveBy(event: JSX.TargetedKeyboardEvent<HTMLElement>, choose: (pane: Pane) => void): void {
  const step = steps[event.key];
  if (step === undefined) return;
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')].filter(
    (tab) => tab.offsetParent !== null,
  );
  const at = tabs.findIndex((tab) => tab === document.activeElement);
  const next = tabs[(at + step + tabs.length) % tabs.length];
  const chosen = panes.find(({ pane }) => pane === next?.dataset.pane);
  if (next === undefined || chosen === undefined) return;
  event.preventDefault();
  choose(chosen.pane);
  next.focus();
}
