import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { pageTextLimit } from '../../checker/index.ts';
import { CopyButton } from './CopyButton.tsx';
import { Findings } from './Findings.tsx';
import { Mirror } from './Mirror.tsx';
import { paneProps } from './PaneTabs.tsx';
import { pointFromLine, useEditor } from './use-editor.ts';
import type { Part } from './Workspace.tsx';

/** The most lines, and the most letters in one of them, that are drawn: far more than any pod has. */
const mostDrawn = 2_000;

/** Answers whether a browser can draw the text under the textarea at the pace of typing. */
function canBeDrawn(lines: readonly string[]): boolean {
  return lines.length <= mostDrawn && lines.every((line) => line.length <= mostDrawn);
}

/**
 * The text that is being written. It begins as a textarea with the same text drawn under it, which is all there is
 * without script and on a phone; on a wide page a code editor takes its place at the first touch.
 */
export function PodPane(part: Part): JSX.Element {
  const { data, session, state } = part;
  const area = useRef<HTMLTextAreaElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const editor = useEditor(part, { area, host });
  const isOpen = editor.isOpen && !part.printing;
  const { id } = data.definition;
  const lines = state.text.split('\n');
  // A text that is too long to be checked is too long to be drawn as well.
  const isDrawn = state.text.length <= pageTextLimit && canBeDrawn(lines);
  return (
    <section class="pane pane-ed" {...paneProps(part, 'pod')} aria-label="Pod">
      <div class="ed-bar">
        <label for={`${id}-text`}>pod.yaml</label>
        <CopyButton text={state.text} />
      </div>
      <div class="ed-place" style={{ '--lines': lines.length }}>
        <div class={isDrawn ? 'ed' : 'ed is-plain'} hidden={isOpen}>
          {isDrawn && !isOpen && <Mirror anchor={id} state={state} />}
          <textarea
            id={`${id}-text`}
            ref={area}
            defaultValue={state.start}
            rows={lines.length}
            spellcheck={false}
            autocomplete="off"
            autocapitalize="off"
            wrap="off"
            onClick={(event) => {
              const line = lineInMargin(event);
              if (line !== null) pointFromLine(session, line);
            }}
            onInput={({ currentTarget }) => session.dispatch({ did: 'type', text: currentTarget.value })}
          />
        </div>
        <div class="ed-host" ref={host} hidden={!isOpen} />
      </div>
      <p class="ed-status needs-script">
        {isOpen ? (
          <>
            Tab leaves the editor. <kbd>Ctrl</kbd>+<kbd>M</kbd> lets Tab indent, and back.
          </>
        ) : (
          `${editor.isMissing ? 'The code editor did not load; the text can be written all the same. ' : ''}Tab leaves the text.`
        )}
      </p>
      <Findings {...part} />
    </section>
  );
}

/** Answers the line whose margin was touched: the textarea reaches over the margin of the drawing below it. */
function lineInMargin({ currentTarget, offsetX, offsetY }: JSX.TargetedMouseEvent<HTMLTextAreaElement>): number | null {
  const { paddingLeft, paddingTop, lineHeight } = getComputedStyle(currentTarget);
  if (offsetX > parseFloat(paddingLeft)) return null;
  return Math.floor((offsetY - parseFloat(paddingTop)) / parseFloat(lineHeight)) + 1;
}
