import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Span } from '../../checker/index.ts';
import type { OpenEditor } from '../../editor/contract.ts';
import { criterionAt, litLines, marksOf, standsFor } from './line-marks.ts';
import type { Part } from './Workspace.tsx';

/** Below this width the code editor never comes: the textarea is smaller, and selects as the phone does. */
export const wideEnough = '(min-width: 900px)';

export interface Places {
  readonly area: RefObject<HTMLTextAreaElement>;
  readonly host: RefObject<HTMLDivElement>;
}

/** Brings the code editor in when it is wanted, and keeps it and the textarea in step. Answers whether it stands. */
export function useEditor(part: Part, places: Places): boolean {
  const { session, state } = part;
  const [editor, setEditor] = useState<OpenEditor | null>(null);

  useEffect(() => wakeOnTouch(part, places, setEditor), []);

  useEffect(() => {
    editor?.setText(state.text);
    if (places.area.current !== null) places.area.current.value = state.text;
  }, [editor, state.placed]);

  useEffect(() => editor?.setDiagnostics(state.findings), [editor, state.findings]);

  useEffect(() => {
    // While a text is not read yet the marks move with their lines; the editor knows where.
    if (state.reading.is === 'due') return;
    editor?.setMarks(state.report === null || !standsFor(state) ? [] : marksOf(state.report));
  }, [editor, state.report, state.reading]);

  const lit = [...litLines(state)];
  useEffect(() => {
    const tone = lit[0]?.[1] ?? 'act';
    const spans = lit.map(([line]) => spanOfLine(state.text, line));
    editor?.light(spans, tone);
  }, [editor, JSON.stringify(lit)]);

  useEffect(() => {
    if (state.shown === 0 || state.line === null) return;
    const span = spanOfLine(state.text, state.line);
    if (editor !== null) editor.focus(span);
    else goTo(places.area.current, span);
  }, [state.shown]);

  return editor !== null;

  function wakeOnTouch(
    { data, embedded }: Part,
    { area, host }: Places,
    opened: (editor: OpenEditor | null) => void,
  ): () => void {
    const watched: EventTarget | null = embedded ? area.current : window;
    const wide = matchMedia(wideEnough);
    let standing: OpenEditor | null = null;
    let gone = false;

    const wake = async (): Promise<void> => {
      if (!wide.matches || area.current === null || host.current === null || standing !== null) return;
      rest();
      const { openEditor } = await import('../../editor/open-editor.ts');
      if (gone || !wide.matches || standing !== null) return;
      const { selectionStart: start, selectionEnd: end } = area.current;
      const hadFocus = document.activeElement === area.current;
      host.current.hidden = false;
      standing = openEditor(host.current, {
        file: data.definition.start[0]?.file ?? 'pod.yaml',
        text: session.state().text,
        selection: { start, end },
        label: 'pod.yaml',
        onText: (text) => session.dispatch({ did: 'type', text }),
        onLine: (line) => pointFrom(line),
      });
      opened(standing);
      if (hadFocus) standing.focus();
    };

    const onTouch = (): void => void wake().catch((thrown: unknown) => console.error(thrown));
    const touches = embedded ? ['focus', 'pointerdown'] : ['pointermove', 'pointerdown', 'keydown', 'focusin'];
    const rest = (): void => touches.forEach((touch) => watched?.removeEventListener(touch, onTouch));
    const listen = (): void => touches.forEach((touch) => watched?.addEventListener(touch, onTouch, { passive: true }));

    const onWidth = (): void => {
      if (wide.matches) return listen();
      standing?.dispose();
      standing = null;
      opened(null);
    };

    listen();
    // In a lesson the whole workspace wakes by the touch that also means its editor.
    if (embedded && document.activeElement === area.current) onTouch();
    wide.addEventListener('change', onWidth);
    return () => {
      gone = true;
      rest();
      wide.removeEventListener('change', onWidth);
      standing?.dispose();
    };
  }

  function pointFrom(line: number): void {
    const { report } = session.state();
    const criterion = report === null ? null : criterionAt(report, line);
    session.dispatch({ did: 'point-from-line', line, criterion });
  }
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
