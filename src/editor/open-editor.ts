import type { Span } from '../checker/index.ts';
import type { EditorOptions, LineMark, OpenEditor } from './contract.ts';
import { markersOf, stretchOf } from './markers.ts';
import { editor as monaco, MarkerSeverity, Range } from './monaco.ts';
import { lookOfPage, paintOfPage, watchLook } from './page-paint.ts';
import { registerHelp } from './register-help.ts';
import { themeOf } from './theme.ts';
import { provideWorker } from './worker.ts';

provideWorker();
registerHelp();

const severities = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  note: MarkerSeverity.Info,
} as const;

/** Paints every editor of the page in its colours, now and whenever they change. Answers how to stop. */
export function paintEditors(): () => void {
  const paint = (): void => {
    monaco.defineTheme('page', themeOf(paintOfPage(), lookOfPage()));
    monaco.setTheme('page');
  };
  paint();
  return watchLook(paint);
}

/** Puts a code editor into `host`, with the text and the selection that stood there before. */
export function openEditor(host: HTMLElement, options: EditorOptions): OpenEditor {
  const stopPainting = paintEditors();
  const model = monaco.createModel(options.text, 'yaml');
  const editor = monaco.create(host, { ...looks(), ...habits, model, ariaLabel: options.label, theme: 'page' });
  const marks = editor.createDecorationsCollection();
  const lit = editor.createDecorationsCollection();

  const { start, end } = options.selection;
  editor.setSelection(Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)));
  model.onDidChangeContent(() => options.onText(model.getValue()));
  editor.onMouseDown(({ target }) => {
    const inMargin = target.type === monaco.MouseTargetType.GUTTER_GLYPH_MARGIN;
    if (inMargin && target.position !== null) options.onLine(target.position.lineNumber);
  });
  editor.onDidLayoutChange(() => keepCaretInSight(editor));
  if (model.getValue() !== options.text) options.onText(model.getValue());

  return {
    setText(text) {
      if (text === model.getValue()) return;
      editor.pushUndoStop();
      editor.executeEdits('page', [{ range: model.getFullModelRange(), text }]);
      editor.pushUndoStop();
    },
    setDiagnostics(diagnostics) {
      const source = { file: options.file, text: model.getValue(), language: 'kubernetes' as const };
      const markers = markersOf(source, diagnostics);
      monaco.setModelMarkers(
        model,
        'bulkhead',
        markers.map((marker) => ({ ...marker, severity: severities[marker.severity] })),
      );
    },
    setMarks(all) {
      marks.set(all.filter(({ line }) => line <= model.getLineCount()).map((mark) => decorationOf(mark, editor)));
    },
    light(spans, tone) {
      const stretches = spans.map((span) => Range.lift(stretchOf(model.getValue(), span)));
      const look = {
        isWholeLine: true,
        className: `lit lit-${tone}`,
        linesDecorationsClassName: `lit-edge lit-${tone}`,
      };
      lit.set(stretches.map((range) => ({ range, options: look })));
    },
    reveal(span) {
      editor.revealRangeInCenterIfOutsideViewport(Range.lift(stretchOf(model.getValue(), span)));
    },
    focus(span?: Span) {
      if (span !== undefined) {
        const range = Range.lift(stretchOf(model.getValue(), span));
        editor.setPosition(range.getStartPosition());
        editor.revealRangeInCenterIfOutsideViewport(range);
      }
      editor.focus();
    },
    dispose() {
      stopPainting();
      editor.dispose();
      model.dispose();
    },
  };
}

/** Findings that come below take room from the text: whoever writes at its end must not lose the line. */
function keepCaretInSight(editor: monaco.ICodeEditor): void {
  const position = editor.getPosition();
  if (position !== null && editor.hasTextFocus()) editor.revealPosition(position, monaco.ScrollType.Immediate);
}

function decorationOf(mark: LineMark, editor: monaco.ICodeEditor): monaco.IModelDeltaDecoration {
  const column = editor.getModel()?.getLineMaxColumn(mark.line) ?? 1;
  const decoration = {
    showIfCollapsed: true,
    glyphMarginClassName: `line-mark fate-${mark.fate} tone-${mark.tone}`,
    glyphMarginHoverMessage: { value: mark.note },
  };
  const range = new Range(mark.line, column, mark.line, column);
  if (!hasRoom(mark.note, column, editor)) return { range, options: decoration };
  const after = { content: `  ${mark.note}`, inlineClassName: `line-note tone-${mark.tone}` };
  return { range, options: { ...decoration, after } };
}

/** A note is cut before the line is: it must not make the text scroll. */
function hasRoom(note: string, column: number, editor: monaco.ICodeEditor): boolean {
  const letter = editor.getOption(monaco.EditorOption.fontInfo).typicalHalfwidthCharacterWidth;
  return (column + note.length + gapBeforeNote) * letter < editor.getLayoutInfo().contentWidth;
}

const gapBeforeNote = 6;

/** The type of the page: Monaco measures letters itself, so it wants numbers and names, no custom properties. */
export function looks() {
  const root = getComputedStyle(document.documentElement);
  const fontSize = Math.round(parseFloat(root.fontSize) * 0.9375);
  return {
    fontFamily: root.getPropertyValue('--font-code') || 'monospace',
    fontWeight: root.getPropertyValue('--weight-code') || '430',
    fontSize,
    lineHeight: Math.round(fontSize * 1.5),
    fontLigatures: false,
  };
}

/** How an editor of this site behaves. Tab leaves it; Ctrl+M gives Tab to the text and back (WCAG 2.1.2). */
export const habits = {
  automaticLayout: true,
  // The page's own theme follows the system already, forced colours too.
  autoDetectHighContrast: false,
  tabFocusMode: true,
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  minimap: { enabled: false },
  folding: false,
  glyphMargin: true,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 8,
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  scrollBeyondLastLine: false,
  renderFinalNewline: 'on',
  fixedOverflowWidgets: true,
  wordBasedSuggestions: 'off',
  quickSuggestions: { other: true, comments: false, strings: true },
  // After a word that is written in full Enter is a new line, though the word is offered.
  acceptSuggestionOnEnter: 'smart',
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  unicodeHighlight: { ambiguousCharacters: false },
  padding: { top: 6, bottom: 6 },
  scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 12, horizontalScrollbarSize: 12 },
} as const satisfies monaco.IStandaloneEditorConstructionOptions;
