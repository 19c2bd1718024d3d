import { Component, type JSX } from 'preact';
import type { Severity } from '../../checker/index.ts';
import type { LineMark } from '../../editor/contract.ts';
import { Icon } from '../verdict/Icon.tsx';
import { litLines, marksOf, squigglesOf, standsFor } from './line-marks.ts';
import type { WorkspaceState } from './workspace-state.ts';
import { inkOf, type Ink } from './yaml-ink.ts';

interface MirrorProps {
  /** Line 17 gets the id `<anchor>-17`, so that a link to it works without script. */
  readonly anchor: string;
  readonly state: WorkspaceState;
}

/** The text as it stands under the textarea: numbered, in two inks, with its marks. The textarea is what is read aloud. */
export function Mirror({ anchor, state }: MirrorProps): JSX.Element {
  const { text, report } = state;
  const marks = report === null || !standsFor(state) ? [] : marksOf(report);
  const lit = litLines(state);
  const squiggles = squigglesOf(state);
  return (
    <ol class="ed-lines" aria-hidden="true">
      {text.split('\n').map((line, index) => (
        <Line
          key={index}
          id={`${anchor}-${index + 1}`}
          number={index + 1}
          text={line}
          mark={marks.find((mark) => mark.line === index + 1)}
          lit={lit.get(index + 1)}
          squiggle={squiggles.get(index + 1)}
        />
      ))}
    </ol>
  );
}

interface LineProps {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly mark: LineMark | undefined;
  readonly lit: LineMark['tone'] | 'act' | undefined;
  readonly squiggle: Severity | undefined;
}

const inks: Readonly<Record<Ink, string>> = { key: 'k', value: 'v', mark: 'p', comment: 'c', plain: '' };

/** A line is drawn again only when something of it changed: a long text has thousands. */
class Line extends Component<LineProps> {
  override shouldComponentUpdate(next: LineProps): boolean {
    const { props } = this;
    const { text, lit, squiggle, mark } = next;
    return (
      text !== props.text ||
      lit !== props.lit ||
      squiggle !== props.squiggle ||
      mark?.note !== props.mark?.note ||
      mark?.tone !== props.mark?.tone
    );
  }

  render({ id, number, text, mark, lit, squiggle }: LineProps): JSX.Element {
    return (
      <li id={id} class={lit === undefined ? undefined : `hl hl-${lit}`}>
        <span class="gut">
          {mark !== undefined && (
            <span class={`badge tone-${mark.tone}`}>
              <Icon name={mark.fate === 'denied' ? 'fate-denied' : 'fate-allowed'} size={16} />
            </span>
          )}
        </span>
        <span class="ln">{number}</span>
        <code>
          <LineInks text={text} squiggle={squiggle} />
          {mark !== undefined && <span class={`lens tone-${mark.tone}`}>{mark.note}</span>}
        </code>
      </li>
    );
  }
}

/** One line in its inks; wavy where something was found in it. */
export function LineInks({
  text,
  squiggle,
}: {
  readonly text: string;
  readonly squiggle?: Severity | undefined;
}): JSX.Element {
  const wavy = squiggle === undefined ? '' : squiggle === 'error' ? ' sq' : ' sq-note';
  return (
    <>{inkOf(text).map(({ ink, text: part }) => (ink === 'plain' ? part : <i class={inks[ink] + wavy}>{part}</i>))}</>
  );
}
