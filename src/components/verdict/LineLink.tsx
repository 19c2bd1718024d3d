import type { ComponentChildren, JSX } from 'preact';

/** Where the lines of a text stand on the page. */
export interface Lines {
  /** Line 17 has the id `<anchor>-17`; the workspace, which has an editor, takes `onLine` instead. */
  readonly anchor: string;
  readonly onLine?: (line: number) => void;
}

interface LineLinkProps {
  readonly line: number;
  readonly lines: Lines;
  readonly children: ComponentChildren;
}

/** A link to a line of a text: works as a plain anchor, and as a call where an editor listens. */
export function LineLink({ line, lines, children }: LineLinkProps): JSX.Element {
  const { anchor, onLine } = lines;
  return (
    <a
      href={`#${anchor}-${line}`}
      data-line={line}
      onClick={(event: MouseEvent) => {
        if (onLine === undefined) return;
        event.preventDefault();
        onLine(line);
      }}
    >
      {children}
    </a>
  );
}
