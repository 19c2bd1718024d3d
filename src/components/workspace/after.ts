import { joined, keep, type KeptText, type LabRecord } from '../../progress/lab-record.ts';
import { recordOf, rungsTaken, type Action, type WorkspaceState } from './workspace-state.ts';

/** Answers the state after one thing was done. */
export function after(state: WorkspaceState, action: Action): WorkspaceState {
  switch (action.did) {
    case 'remember':
      return remembering(state, action.record);
    case 'type':
      return typed(state, action.text);
    case 'type-early':
      return replaced(state, { text: action.text, savedAt: action.at, because: 'early' });
    case 'check':
      return action.text === state.text ? checked(state, action) : state;
    case 'not-check':
      return action.text === state.text ? { ...state, reading: { is: action.because }, findings: [] } : state;
    case 'toggle-row':
      return {
        ...state,
        open: state.open === action.criterion ? null : action.criterion,
        openedByHand: true,
        line: null,
      };
    case 'show-line':
      return { ...state, line: action.line, shown: state.shown + 1, pane: 'pod' };
    case 'point-from-line':
      return pointed(state, action);
    case 'choose-pane':
      return { ...state, pane: action.pane };
    case 'take-hint':
      return withRung(state, action);
    case 'amend':
      return amended(state, action);
    case 'reset':
      return replaced(state, { text: state.start, savedAt: action.at, because: 'reset' });
    case 'put-back':
      return replaced(state, { text: action.kept.text, savedAt: action.at, because: 'exchange' });
    case 'hear-of-other-tab':
      return heard(state, action.record);
    case 'decline-offer':
      return { ...state, offer: null };
    case 'compare':
      return { ...state, compare: action.with };
    case 'save':
      return { ...state, saving: { result: action.result, at: action.at } };
  }
}

function remembering(state: WorkspaceState, record: LabRecord): WorkspaceState {
  return {
    ...state,
    text: record.text,
    placed: record.text === state.text ? state.placed : state.placed + 1,
    hints: record.hints,
    solved: record.solved,
    kept: record.kept,
    saving: { result: 'saved', at: record.savedAt },
    reading: { is: 'due' },
  };
}

/** Beside the editor the verdict comes into sight with the first key: the brief has been read by then. */
function typed(state: WorkspaceState, text: string): WorkspaceState {
  if (text === state.text) return state;
  return { ...state, text, reading: { is: 'due' }, line: null, pane: state.pane === 'brief' ? 'verdict' : state.pane };
}

function pointed(state: WorkspaceState, from: Extract<Action, { did: 'point-from-line' }>): WorkspaceState {
  return { ...state, line: from.line, open: from.criterion, openedByHand: true, pane: 'verdict' };
}

function amended(state: WorkspaceState, { span, text }: Extract<Action, { did: 'amend' }>): WorkspaceState {
  const mended = state.text.slice(0, span.start) + text + state.text.slice(span.end);
  return { ...typed(state, mended), placed: state.placed + 1 };
}

function checked(state: WorkspaceState, done: Extract<Action, { did: 'check' }>): WorkspaceState {
  const { analysis, grade } = done.report;
  const read = { ...state, analysis, findings: analysis.diagnostics };
  if (grade.status === 'blocked') return { ...read, reading: { is: 'half-written' } };
  return {
    ...read,
    report: done.report,
    reading: { is: 'judged' },
    open: state.openedByHand ? state.open : (grade.next ?? state.open),
    solved: grade.status === 'solved' ? (state.solved ?? { at: done.at, rungs: rungsTaken(state) }) : state.solved,
  };
}

/** What another tab found out holds here as well; its text is offered, never put in by itself. */
function heard(state: WorkspaceState, theirs: LabRecord): WorkspaceState {
  const { hints, solved, kept } = joined(recordOf(state, 0), theirs);
  const { text, savedAt } = theirs;
  const known = { ...state, hints, solved, kept };
  if (text === state.text) return { ...known, offer: state.offer?.because === 'other-tab' ? null : state.offer };
  const offer: KeptText = { text, savedAt, because: 'other-tab' };
  return { ...known, kept: keep(kept, offer), offer };
}

function withRung(state: WorkspaceState, asked: Extract<Action, { did: 'take-hint' }>): WorkspaceState {
  const rungs = (state.hints[asked.criterion] ?? 0) + 1;
  return {
    ...state,
    hints: { ...state.hints, [asked.criterion]: rungs },
    lastRung: { at: asked.at, text: state.text },
    open: asked.criterion,
    openedByHand: true,
  };
}

/** Another text comes into the editor; what stood there is kept and offered back, unless it is the start itself. */
function replaced(state: WorkspaceState, by: KeptText): WorkspaceState {
  if (by.text === state.text) return { ...state, offer: null };
  const stood: KeptText | null = state.text === state.start ? null : { ...by, text: state.text };
  return {
    ...state,
    text: by.text,
    placed: state.placed + 1,
    reading: { is: 'due' },
    kept: stood === null ? state.kept : keep(state.kept, stood),
    offer: stood,
    compare: null,
    openedByHand: false,
    line: null,
  };
}
