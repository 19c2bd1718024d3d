import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Span } from '../../checker/index.ts';
import type { OpenEditor } from '../../editor/contract.ts';
import { criterionAt, litLines, marksOf, standsFor } from './line-marks.ts';
import type { Session } from './session.ts';
import { wakeEditor } from './wake-editor.ts';
import type { Part } from './Workspace.tsx';

export interface Places {
  readonly area: RefObject<HTMLTextAreaElement>;
  readonly host: RefObject<HTMLDivElement>;
}

/** Brings the code editor in when it is wanted, and keeps it and the textarea in step. Answers whether it came. */
export function useEditor(
  { data, session, state, embedded }: Part,
  { area, host }: Places,
): { readonly isOpen: boolean; readonly isMissing: boolean } {
  const [editor, setEditor] = useState<OpenEditor | null>(null);
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => {
    if (area.current === null || host.current === null) return undefined;
    return wakeEditor({
      area: area.current,
      host: host.current,
      embedded,
      changed: setEditor,
      failed: () => setFailed(true),
      options: () => ({
        file: data.definition.start[0]?.file ?? 'pod.yaml',
        text: session.state().text,
        label: 'pod.yaml',
        onText: (text) => session.dispatch({ did: 'type', text }),
        onLine: (line) => pointFromLine(session, line),
      }),
    });
  }, []);

  useEffect(() => {
    // The text as it is now: an effect runs after the paint, and somebody may have typed since it was drawn.
    const { text } = session.state();
    editor?.setText(text);
    if (area.current !== null && area.current.value !== text) area.current.value = text;
  }, [editor, state.placed]);

  useEffect(() => editor?.setDiagnostics(state.findings), [editor, state.findings]);

  useEffect(() => {
    // While a text is not read yet the marks move with their lines; the editor knows where.
    if (state.reading.is === 'due') return;
    editor?.setMarks(state.report === null || !standsFor(state) ? [] : marksOf(state.report));
  }, [editor, state.report, state.reading]);

  const lit = [...litLines(state)];
  const spans = lit.map(([line]) => spanOfLine(state.text, line));
  useEffect(() => editor?.light(spans, lit[0]?.[1] ?? 'act'), [editor, JSON.stringify(lit)]);

  useEffect(() => {
    // A row that opens by itself must not move the text under somebody who types.
    if (state.openedByHand && spans[0] !== undefined) editor?.reveal(spans[0]);
  }, [state.open]);

  useEffect(() => {
    if (state.shown === 0 || state.line === null) return;
    const span = spanOfLine(state.text, state.line);
    if (editor !== null) editor.focus(span);
    else goTo(area.current, span);
  }, [state.shown]);

  return { isOpen: editor !== null, isMissing: editor === null && hasFailed };
}

/** Opens the criterion that a line decided, when the learner touched the line's margin. */
export function pointFromLine(session: Session, line: number): void {
  const { report } = session.state();
  const criterion = report === null ? null : criterionAt(report, line);
  if (criterion !== null) session.dispatch({ did: 'point-from-line', line, criterion });
}

function spanOfLine(text: string, line: number): Span {
  const lines = text.split('\n').slice(0, line);
  const end = lines.join('\n').length;
  return { file: '', start: end - (lines.at(-1)?.length ?? 0), end };
}

function goTo(area: HTMLTextAreaElement | null, span: Span): void {
  area?.focus();
  area?.setSelectionRange(span.start, span.end);
}
