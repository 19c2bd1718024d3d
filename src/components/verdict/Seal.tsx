import type { JSX } from 'preact';
import { Icon } from './Icon.tsx';
import type { Tone } from './criterion.ts';

interface SealProps {
  readonly tone: Exclude<Tone, 'plain'>;
  readonly size?: number;
}

/** One seal, three shapes: disc with tick, diamond with bar, dashed ring. The word stands beside it, never in it. */
export function Seal({ tone, size = 20 }: SealProps): JSX.Element {
  return (
    <span class={`seal seal-${tone}`}>
      <Icon name={`seal-${tone}`} size={size} />
    </span>
  );
}
