import type { JSX } from 'preact';
import { inkOf, type Ink } from '../workspace/yaml-ink.ts';

interface CodeLinesProps {
  readonly text: string;
  /** What the box is, for those who reach it by keyboard. */
  readonly label: string;
  /** Line 17 gets the id `<anchor>-17`. */
  readonly anchor: string;
  readonly first?: number;
  /** Lines with a wash, by number: `act`, or the tone of the verdict they decide. */
  readonly marks?: Readonly<Record<number, 'act' | 'wanted' | 'not-wanted' | 'open'>>;
  /** Numbered pins at the end of lines, for notes beside the text. */
  readonly pins?: Readonly<Record<number, number>>;
}

const classOf: Readonly<Record<Ink, string | null>> = { key: 'k', value: 'v', mark: 'p', comment: 'c', plain: null };

/** A pod as it stands in a page: numbered lines in two inks. */
export function CodeLines({ text, label, anchor, first = 1, marks = {}, pins = {} }: CodeLinesProps): JSX.Element {
  const lines = text.trimEnd().split('\n');
  return (
    <div class="ed" tabIndex={0} role="group" aria-label={label}>
      <ol class="ed-lines" start={first}>
        {lines.slice(first - 1).map((line, index) => {
          const number = first + index;
          const mark = marks[number];
          return (
            <li id={`${anchor}-${number}`} class={mark === undefined ? undefined : `hl hl-${mark}`}>
              <span class="gut" />
              <span class="ln" aria-hidden="true">
                {number}
              </span>
              <code>
                {inkOf(line).map(({ ink, text: words }) => {
                  const name = classOf[ink];
                  return name === null ? words : <i class={name}>{words}</i>;
                })}
              </code>
              {pins[number] !== undefined && (
                <span class="lens">
                  <span class="pin">{pins[number]}</span>
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
