import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { BriefPane } from './BriefPane.tsx';
import { Comparison } from './Comparison.tsx';
import type { ExerciseData } from './exercise-data.ts';
import { Head } from './Head.tsx';
import { Offer } from './Offer.tsx';
import { PaneTabs } from './PaneTabs.tsx';
import { PodPane } from './PodPane.tsx';
import { shownPane, useRoom, type Room } from './room.ts';
import { usePrinting } from './use-printing.ts';
import type { Session } from './session.ts';
import { VerdictPane } from './VerdictPane.tsx';
import { announcementOf } from './words.ts';
import type { WorkspaceState } from './workspace-state.ts';

interface WorkspaceProps {
  readonly data: ExerciseData;
  readonly session: Session;
  /** The brief as HTML that this site rendered from the lab's own Markdown. */
  readonly brief: string;
  /** Inside a lesson: the panes stand one below the other, and the page has its own title. */
  readonly embedded: boolean;
}

/** What every part of the workspace is given. */
export interface Part {
  readonly data: ExerciseData;
  readonly session: Session;
  readonly state: WorkspaceState;
  readonly embedded: boolean;
  readonly printing: boolean;
  readonly room: Room;
}

/** The workspace of one lab: brief, pod and verdict. The server draws it at the lab's start, the browser goes on. */
export function Workspace({ data, session, brief, embedded }: WorkspaceProps): JSX.Element {
  const [state, setState] = useState(session.state());
  useEffect(() => {
    const draw = (): void => setState(session.state());
    // Effects run after the first paint: what was remembered may have come before.
    draw();
    return session.subscribe(draw);
  }, [session]);
  const part: Part = { data, session, state, embedded, printing: usePrinting(), room: useRoom({ embedded }) };
  return (
    <div class={embedded ? 'ws-frame is-embedded' : 'ws-frame'}>
      <Head {...part} />
      <PaneTabs {...part} />
      <div class="ws" data-pane={shownPane(state.pane, part.room)}>
        <BriefPane {...part} brief={brief} />
        <PodPane {...part} />
        <VerdictPane {...part} />
      </div>
      <Offer {...part} />
      <Comparison {...part} />
      <p class="vh" role="status">
        {announcementOf(state)}
      </p>
    </div>
  );
}
