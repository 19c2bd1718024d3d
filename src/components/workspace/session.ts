import { pageTextLimit, type Analysis, type Report } from '../../checker/index.ts';
import { decodeLab, encodeLab, labKey } from '../../progress/lab-record.ts';
import type { Shelf } from '../../progress/shelf.ts';
import { after } from './after.ts';
import { openedOn, recordOf, type Action, type WorkspaceState } from './workspace-state.ts';

/** The quiet after the last key before a text is read (settled question 7). */
const quietTime = 50;

/** A lab as a session needs it: what it starts from, and what the checker says of a text. */
export interface Exercise {
  readonly id: string;
  readonly start: string;
  check(text: string, previous: Analysis | null): Report;
}

/** What a session needs of the browser, so that a test can stand in for it. */
export interface Around {
  readonly shelf: Shelf;
  now(): number;
  /** Runs `task` after a while unless the answer is called before. */
  later(task: () => void, milliseconds: number): () => void;
}

/** A lab being worked on: the state, and what happens by itself when it changes. */
export interface Session {
  state(): WorkspaceState;
  dispatch(action: Action): void;
  subscribe(listener: () => void): () => void;
  now(): number;
  /**
   * Brings back what this browser remembers. Until then the session stands where the server drew it; `typed` is what the
   * text of that drawing has become by now.
   */
  wake(typed: string): void;
  /** Saves what stands in the editor at once: the page is about to go. */
  flush(): void;
  /** Takes over what another tab wrote under this lab's key. */
  hear(): void;
}

/** Answers a session on a lab, at its start. */
export function openSession(exercise: Exercise, around: Around): Session {
  const key = labKey(exercise.id);
  const listeners = new Set<() => void>();
  let state = openedOn(exercise.start);
  let cancelRead = (): void => undefined;
  let isSaved = true;
  /** What lies under the key as far as this tab has seen: anything else is of another tab. */
  let seen: string | null = null;

  const dispatch = (action: Action): void => {
    const before = state;
    state = after(before, action);
    if (state === before) return;
    if (state.text !== before.text) heed();
    if (isWorthSaving(action, before)) save();
    for (const listener of listeners) listener();
  };

  /** What is too long to be read is said to be so at once: a browser can take seconds to lay such a text out. */
  const heed = (): void => {
    isSaved = false;
    if (state.text.length > pageTextLimit) state = after(state, read(exercise, state, around.now()));
    cancelRead();
    cancelRead = around.later(() => {
      dispatch(read(exercise, state, around.now()));
      save();
    }, quietTime);
  };

  const hear = (): void => {
    const stored = around.shelf.read(key);
    if (stored === seen) return;
    seen = stored;
    const record = decodeLab(stored);
    if (record !== null) dispatch({ did: 'hear-of-other-tab', record });
  };

  /** Another tab may have written and not been heard yet; what it found out must not be written over. */
  const save = (): void => {
    hear();
    const at = around.now();
    const written = encodeLab(recordOf(state, at));
    const result = around.shelf.write(key, written);
    isSaved = result === 'saved';
    if (isSaved) seen = written;
    dispatch({ did: 'save', result, at });
  };

  state = after(state, read(exercise, state, around.now()));

  return {
    state: () => state,
    dispatch,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: around.now,
    wake: (typed) => {
      seen = around.shelf.read(key);
      const record = decodeLab(seen);
      if (record !== null) state = after(state, { did: 'remember', record });
      const isOther = typed !== state.start && typed !== state.text;
      if (isOther) dispatch({ did: 'type-early', text: typed, at: around.now() });
      else if (record !== null) dispatch(read(exercise, state, around.now()));
    },
    flush: () => {
      if (!isSaved) save();
    },
    hear,
  };
}

/** Answers whether something is saved at once rather than with the next text: who keeps their own text wants it to stand. */
function isWorthSaving({ did }: Action, { offer }: WorkspaceState): boolean {
  return did === 'take-hint' || did === 'reset' || (did === 'decline-offer' && offer?.because === 'other-tab');
}

/**
 * Answers what the checker makes of the text in the editor. The checker does not throw; if it ever does, that is our
 * mistake and must not take the learner's text or last verdict with it.
 */
function read(exercise: Exercise, { text, analysis }: WorkspaceState, at: number): Action {
  if (text.length > pageTextLimit) return { did: 'not-check', text, because: 'too-long' };
  try {
    return { did: 'check', text, report: exercise.check(text, analysis), at };
  } catch (thrown) {
    console.error(thrown);
    return { did: 'not-check', text, because: 'checker-stopped' };
  }
}
