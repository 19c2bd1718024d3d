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
  /** Brings back what this browser remembers. Until then the session stands where the server drew it. */
  wake(): void;
  /** Saves what stands in the editor at once: the page is about to go. */
  flush(): void;
  /** Another tab wrote `stored` under this lab's key. */
  hear(stored: string | null): void;
}

/** Answers a session on a lab, at its start. */
export function openSession(exercise: Exercise, around: Around): Session {
  const key = labKey(exercise.id);
  const listeners = new Set<() => void>();
  let state = openedOn(exercise.start);
  let cancelRead = (): void => undefined;
  let isSaved = true;

  const dispatch = (action: Action): void => {
    const before = state;
    state = after(before, action);
    if (state === before) return;
    if (state.text !== before.text) heed();
    if (action.did === 'take-hint' || action.did === 'reset') save();
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

  const save = (): void => {
    const at = around.now();
    const result = around.shelf.write(key, encodeLab(recordOf(state, at)));
    isSaved = result === 'saved';
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
    wake: () => {
      const record = decodeLab(around.shelf.read(key));
      if (record === null) return;
      state = after(state, { did: 'remember', record });
      dispatch(read(exercise, state, around.now()));
    },
    flush: () => {
      if (!isSaved) save();
    },
    hear: (stored) => {
      const theirs = decodeLab(stored);
      if (theirs === null) return;
      const { text, savedAt } = theirs;
      dispatch({ did: 'hear-of-other-tab', kept: { text, savedAt, because: 'other-tab' } });
    },
  };
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
