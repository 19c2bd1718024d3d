import type { Analysis, CriterionId, Diagnostic, Report, Span } from '../../checker/index.ts';
import type { KeptText, LabRecord } from '../../progress/lab-record.ts';
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

type Saving = { readonly result: SaveResult; readonly at: number } | null;

/** The text a learner compares with: the lab's start, one of its answers, or a text of their own that was kept. */
export type ComparedWith =
  | { readonly with: 'start' }
  | { readonly with: 'answer'; readonly index: number }
  | { readonly with: 'kept'; readonly savedAt: number };

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
  /** Typed into the drawing of the server, before this script came. */
  | { readonly did: 'type-early'; readonly text: string; readonly at: number }
  | { readonly did: 'check'; readonly text: string; readonly report: Report; readonly at: number }
  | { readonly did: 'not-check'; readonly text: string; readonly because: 'too-long' | 'checker-stopped' }
  | { readonly did: 'toggle-row'; readonly criterion: CriterionId }
  | { readonly did: 'show-line'; readonly line: number }
  | { readonly did: 'point-from-line'; readonly line: number; readonly criterion: CriterionId }
  | { readonly did: 'choose-pane'; readonly pane: Pane }
  | { readonly did: 'take-hint'; readonly criterion: CriterionId; readonly at: number }
  | { readonly did: 'amend'; readonly span: Span; readonly text: string }
  | { readonly did: 'reset'; readonly at: number }
  | { readonly did: 'hear-of-other-tab'; readonly record: LabRecord }
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

/** Answers how many rungs of hint were taken in this lab, over all criteria. */
export function rungsTaken(state: Pick<WorkspaceState, 'hints'>): number {
  return Object.values(state.hints).reduce((sum, rungs) => sum + rungs, 0);
}

/** Answers what this browser should remember of the workspace. */
export function recordOf(state: WorkspaceState, savedAt: number): LabRecord {
  return { text: state.text, savedAt, hints: state.hints, solved: state.solved, kept: state.kept };
}
