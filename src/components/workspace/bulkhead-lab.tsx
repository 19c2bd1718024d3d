import { hydrate, render } from 'preact';
import { labKey } from '../../progress/lab-record.ts';
import { openShelf } from '../../progress/shelf.ts';
import { exerciseOf, type ExerciseData } from './exercise-data.ts';
import { openSession, type Session } from './session.ts';
import { Workspace } from './Workspace.tsx';

/** The workspace of one lab, drawn by the server and brought to life here. `value` is the text in its editor. */
class BulkheadLab extends HTMLElement {
  #session: Session | null = null;
  #stop = new AbortController();

  connectedCallback(): void {
    const root = this.querySelector<HTMLElement>('[data-root]');
    const json = this.querySelector('script[type="application/json"]')?.textContent;
    if (root === null || json === undefined || json === null) return;
    const data = JSON.parse(json) as ExerciseData;
    const session = openSession(exerciseOf(data), {
      shelf: openShelf(() => localStorage),
      now: Date.now,
      later: (task, milliseconds) => {
        const timer = setTimeout(task, milliseconds);
        return () => clearTimeout(timer);
      },
    });
    this.#session = session;
    const brief = root.querySelector('.pane-brief > .prose')?.innerHTML ?? '';
    // Typed before this script came, or brought back by the browser.
    const typed = root.querySelector('textarea')?.value ?? session.state().start;
    // Spaces around what the server drew would make Preact move it, and whoever writes in it would lose their place.
    for (const node of [...root.childNodes]) if (node instanceof Text) node.remove();
    hydrate(<Workspace data={data} session={session} brief={brief} embedded={'embedded' in this.dataset} />, root);
    session.wake(typed);
    this.#listen(session, labKey(data.definition.id));
    this.dataset.ready = '';
  }

  disconnectedCallback(): void {
    this.#stop.abort();
    this.#session?.flush();
    const root = this.querySelector<HTMLElement>('[data-root]');
    if (root !== null) render(null, root);
  }

  get value(): string {
    return this.#session?.state().text ?? '';
  }

  set value(text: string) {
    const session = this.#session;
    const end = session?.state().text.length ?? 0;
    session?.dispatch({ did: 'amend', span: { file: '', start: 0, end }, text });
  }

  #listen(session: Session, key: string): void {
    const { signal } = this.#stop;
    addEventListener('pagehide', () => session.flush(), { signal });
    addEventListener('storage', (event) => event.key === key && session.hear(), { signal });
  }
}

/** Gives every workspace of the page its life; asked again, nothing more happens. */
export function defineLab(): void {
  if (customElements.get('bulkhead-lab') === undefined) customElements.define('bulkhead-lab', BulkheadLab);
}
