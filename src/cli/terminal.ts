/** How wide a terminal is, and whether it shows colour. */
import { styleText } from 'node:util';
import type { Ink, Paper } from '../checker/index.ts';

const styles = { heading: 'bold', wanted: 'green', 'not-wanted': 'yellow', quiet: 'dim' } as const satisfies Record<
  Ink,
  Parameters<typeof styleText>[0]
>;

/** Answers the paper that a stream is: as wide as its terminal, in colour where there is one and nobody said NO_COLOR. */
export function terminalPaper(stream: NodeJS.WriteStream): Paper {
  const width = Math.min(stream.columns ?? 100, 100);
  return { width, paint: (text, ink) => styleText(styles[ink], text, { stream }) };
}
