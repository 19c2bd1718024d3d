import type { JSX } from 'preact';
import { litLines } from './line-marks.ts';
import { LineInks } from './Mirror.tsx';
import type { Part } from './Workspace.tsx';

/** The lines that decided the open row, where the text itself is behind another tab; a tap goes there. */
export function Peek({ session, state }: Part): JSX.Element | null {
  const lines = state.text.split('\n');
  const lit = [...litLines(state)].slice(0, 2);
  const [first] = lit;
  if (first === undefined) return null;
  return (
    <button
      type="button"
      class="peek ed needs-script"
      aria-label={`Go to line ${first[0]} of pod.yaml`}
      onClick={() => session.dispatch({ did: 'show-line', line: first[0] })}
    >
      {lit.map(([line, tone]) => (
        <span class={`peeked hl hl-${tone}`}>
          <span class="ln">{line}</span>
          <code>
            <LineInks text={lines[line - 1] ?? ''} />
          </code>
        </span>
      ))}
    </button>
  );
}
