import type { Analysis, CriterionId, Diagnostic, Report, Span } from '../../checker/index.ts';
import { keep, type KeptText, type LabRecord } from '../../progress/lab-record.ts';
import type { SaveResult } from '../../progress/shelf.ts';

export type Pane = 'brief' | 'pod' | 'verdict';

/**
 * How the text in the editor stands to the report on the page. Whatever is not `judged` leaves the last report where it
 * is, dimmed.
 */
export type Reading =
  | { readonly is: 'due' }
  | { readonly is: 'judged' }
  | { readonly is: 'half-written' }
  | { readonly is: 'too-long' }
  | { readonly is: 'checker-stopped' };

export type Saving = { readonly result: SaveResult; readonly at: number } | null;

/** The text a learner compares with: the lab's start, one of its answers, or a text of their own that was kept. */
export type ComparedWith = { readonly with: 'start' } | { readonly with: 'answer' | 'kept'; readonly index: number };

export interface WorkspaceState {
  readonly start: string;
  readonly text: string;
  /** Where `text` did not come from typing: the editor shows it when this number changes. */
  readonly placed: number;
  readonly reading: Reading;
  /** Of the newest text that was read, half written or not. */
  readonly analysis: Analysis | null;
  readonly findings: readonly Diagnostic[];
  /** The newest report with verdicts in it. */
  readonly report: Report | null;
  readonly open: CriterionId | null;
  /** Whether the learner opened the row; a row that opened by itself gives way to the next one. */
  readonly openedByHand: boolean;
  /** The line that verdict and editor both point at now. */
  readonly line: number | null;
  /** How often the editor was asked to go to a line: it goes when this number changes. */
  readonly shown: number;
  readonly pane: Pane;
  readonly hints: Readonly<Record<CriterionId, number>>;
  /** The last rung taken, and the text that was in the editor then. */
  readonly lastRung: { readonly at: number; readonly text: string } | null;
  readonly solved: LabRecord['solved'];
  readonly kept: readonly KeptText[];
  /** What the learner is offered to put back into the editor. */
  readonly offer: KeptText | null;
  readonly compare: ComparedWith | null;
  readonly saving: Saving;
}

export type Action =
  | { readonly did: 'remember'; readonly record: LabRecord }
  | { readonly did: 'type'; readonly text: string }
  | { readonly did: 'check'; readonly text: string; readonly report: Report; readonly at: number }
  | { readonly did: 'not-check'; readonly text: string; readonly because: 'too-long' | 'checker-stopped' }
  | { readonly did: 'toggle-row'; readonly criterion: CriterionId }
  | { readonly did: 'show-line'; readonly line: number }
  | { readonly did: 'point-from-line'; readonly line: number; readonly criterion: CriterionId | null }
  | { readonly did: 'choose-pane'; readonly pane: Pane }
  | { readonly did: 'take-hint'; readonly criterion: CriterionId; readonly at: number }
  | { readonly did: 'amend'; readonly span: Span; readonly text: string }
  | { readonly did: 'reset'; readonly at: number }
  | { readonly did: 'hear-of-other-tab'; readonly kept: KeptText }
  | { readonly did: 'put-back'; readonly kept: KeptText; readonly at: number }
  | { readonly did: 'decline-offer' }
  | { readonly did: 'compare'; readonly with: ComparedWith | null }
  | { readonly did: 'save'; readonly result: SaveResult; readonly at: number };

/** Answers the state of a workspace that was just opened on its lab's start. */
export function openedOn(start: string): WorkspaceState {
  return {
    start,
    text: start,
    placed: 0,
    reading: { is: 'due' },
    analysis: null,
    findings: [],
    report: null,
    open: null,
    openedByHand: false,
    line: null,
    shown: 0,
    pane: 'brief',
    hints: {},
    lastRung: null,
    solved: null,
    kept: [],
    offer: null,
    compare: null,
    saving: null,
  };
}

/** Answers the state after one thing was done. */
export function after(state: WorkspaceState, action: Action): WorkspaceState {
  switch (action.did) {
    case 'remember':
      return remembering(state, action.record);
    case 'type':
      return typed(state, action.text);
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
      return action.kept.text === state.text
        ? state
        : { ...state, kept: keep(state.kept, action.kept), offer: action.kept };
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
  if (from.criterion === null) return { ...state, line: from.line };
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

/** Answers how many rungs of hint were taken in this lab, over all criteria. */
export function rungsTaken(state: Pick<WorkspaceState, 'hints'>): number {
  return Object.values(state.hints).reduce((sum, rungs) => sum + rungs, 0);
}

/** Answers what this browser should remember of the workspace. */
export function recordOf(state: WorkspaceState, savedAt: number): LabRecord {
  return { text: state.text, savedAt, hints: state.hints, solved: state.solved, kept: state.kept };
}
