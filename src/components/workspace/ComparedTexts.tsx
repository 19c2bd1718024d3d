import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OpenComparison } from '../../editor/contract.ts';
import type { DiffLine, DiffRow } from './line-diff.ts';
import { wideEnough } from './wake-editor.ts';

interface ComparedTextsProps {
  readonly mine: string;
  readonly other: string;
  readonly name: string;
}

/** Two texts line beside line; on a wide page in the code editor's own comparison, once that has come. */
export function ComparedTexts({ mine, other, name }: ComparedTextsProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const [comparison, setComparison] = useState<OpenComparison | null>(null);
  useEffect(() => {
    let gone = false;
    let standing: OpenComparison | null = null;
    const open = async (): Promise<void> => {
      if (!matchMedia(wideEnough).matches) return;
      const { openComparison } = await import('../../editor/open-comparison.ts');
      if (gone || host.current === null) return;
      standing = openComparison(host.current, {
        left: mine,
        right: other,
        labels: { left: 'Your text', right: 'The other text' },
      });
      setComparison(standing);
    };
    open().catch((thrown: unknown) => console.error(thrown));
    return () => {
      gone = true;
      standing?.dispose();
    };
  }, []);
  useEffect(() => comparison?.setTexts({ left: mine, right: other }), [comparison, mine, other]);
  return (
    <>
      <div class="compare-names" aria-hidden="true">
        <b>Your text</b>
        <b>{name}</b>
      </div>
      <div class="compare-host" ref={host} hidden={comparison === null} />
      {comparison === null && <Rows mine={mine} other={other} name={name} />}
    </>
  );
}

/** What compares lines comes when it is first asked for: most learners never compare. */
function Rows({ mine, other, name }: ComparedTextsProps): JSX.Element {
  const [rows, setRows] = useState<readonly DiffRow[]>([]);
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    let gone = false;
    import('./line-diff.ts')
      .then(({ rowsOf }) => {
        if (!gone) setRows(rowsOf(mine, other));
      })
      .catch((thrown: unknown) => {
        console.error(thrown);
        setMissing(true);
      });
    return () => {
      gone = true;
    };
  }, [mine, other]);
  if (isMissing) return <p>The comparison did not arrive. Open it again when you are connected.</p>;
  return (
    <div class="ed compare-rows" tabIndex={0} role="group" aria-label={`Your text and ${name}, line by line`}>
      <ol>
        {rows.map(({ left, right, same }) => (
          <li class={same ? 'is-same' : 'is-other'}>
            <Side line={left} sign={same ? '' : '−'} word={same ? '' : 'yours: '} />
            <Side line={right} sign={same ? '' : '+'} word={same ? '' : `${name}: `} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Side({
  line,
  sign,
  word,
}: {
  readonly line: DiffLine | null;
  readonly sign: string;
  readonly word: string;
}): JSX.Element {
  if (line === null) return <span class="diff-side is-none" />;
  return (
    <span class="diff-side">
      <span class="ln" aria-hidden="true">
        {line.number}
      </span>
      <span class="sign" aria-hidden="true">
        {sign}
      </span>
      {word !== '' && <span class="vh">{word}</span>}
      <code>{line.text === '' ? ' ' : line.text}</code>
    </span>
  );
}
