import type { JSX } from 'preact';
import { Icon } from '../verdict/Icon.tsx';
import type { ExerciseData } from './exercise-data.ts';
import { savingOf } from './words.ts';
import type { Part } from './Workspace.tsx';

/** The title of the lab, how the text is kept, and what can be done with all of it. */
export function Head({ data, session, state, embedded }: Part): JSX.Element {
  const Title = embedded ? 'h3' : 'h1';
  const lost = state.saving !== null && state.saving.result !== 'saved';
  return (
    <div class="ws-head">
      <Title>{data.title}</Title>
      <span class={lost ? 'saved is-lost' : 'saved'} role={lost ? 'alert' : undefined}>
        {savingOf(state.saving, session.now())}
      </span>
      <div class="end needs-script">
        <button type="button" class="btn" onClick={() => session.dispatch({ did: 'compare', with: { with: 'start' } })}>
          <Icon name="compare" />
          <span>Compare</span>
        </button>
        <button
          type="button"
          class="btn"
          id={resetId(data)}
          onClick={() => session.dispatch({ did: 'reset', at: session.now() })}
        >
          <Icon name="reset" />
          <span>Reset</span>
        </button>
      </div>
    </div>
  );
}

/** The id of the button that goes back to the start; several labs may stand on one page. */
export function resetId({ definition }: Pick<ExerciseData, 'definition'>): string {
  return `${definition.id}-reset`;
}
