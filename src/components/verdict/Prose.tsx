import type { JSX } from 'preact';
import { LineLink, type Lines } from './LineLink.tsx';

interface ProseProps {
  readonly text: string;
  /** Where the lines are that the sentence names: then `line 17` becomes a link. */
  readonly lines?: Lines;
}

/** A sentence of the checker: what stands in backticks is code, and a line it names can be gone to. */
export function Prose({ text, lines }: ProseProps): JSX.Element {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : plain(part, lines)))}</>;
}

function plain(part: string, lines: Lines | undefined): (JSX.Element | string)[] {
  if (lines === undefined) return [part];
  return part.split(/\b([Ll]ine \d+)\b/).map((words, index) => {
    if (index % 2 === 0) return words;
    return (
      <LineLink line={Number(words.slice(5))} lines={lines}>
        {words}
      </LineLink>
    );
  });
}
