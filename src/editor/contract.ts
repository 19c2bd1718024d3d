import type { Diagnostic, Span } from '../checker/index.ts';

/** One line that decides a verdict, as it stands in the margin. Colour says whether that is as wanted, never the fate. */
export interface LineMark {
  /** 1-based. */
  readonly line: number;
  readonly fate: 'allowed' | 'denied';
  readonly tone: 'wanted' | 'not-wanted' | 'open';
  /** A few words at the end of the line. */
  readonly note: string;
}

export interface EditorOptions {
  readonly file: string;
  readonly text: string;
  /** The selection to open with, as offsets. */
  readonly selection: { readonly start: number; readonly end: number };
  /** What a screen reader calls it. */
  readonly label: string;
  onText(text: string): void;
  /** The learner chose a marked line in the margin. */
  onLine(line: number): void;
}

/** An editor that stands in the page. Everything it is told is plain data. */
export interface OpenEditor {
  setText(text: string): void;
  setDiagnostics(diagnostics: readonly Diagnostic[]): void;
  setMarks(marks: readonly LineMark[]): void;
  /** Lights up the given stretches; an empty list puts the light out. Nothing moves. */
  light(spans: readonly Span[], tone: LineMark['tone'] | 'act'): void;
  /** Brings a stretch into sight. */
  reveal(span: Span): void;
  /** Puts the cursor at a stretch, or where it was. */
  focus(span?: Span): void;
  dispose(): void;
}

export interface ComparisonOptions {
  readonly left: string;
  readonly right: string;
  readonly labels: { readonly left: string; readonly right: string };
}

/** Two texts side by side, to read and to copy from. */
export interface OpenComparison {
  setTexts(options: Pick<ComparisonOptions, 'left' | 'right'>): void;
  dispose(): void;
}
