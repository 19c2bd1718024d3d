import type { JSX } from 'preact';
import type { Verdict } from '../../checker/index.ts';
import { Icon } from './Icon.tsx';
import { fateOf } from './criterion.ts';

/** Allowed, denied, no effect or cannot tell: shape and word in ink, then the errno. */
export function Fate({ verdict }: { readonly verdict: Verdict }): JSX.Element {
  const { icon, word, code } = fateOf(verdict);
  return (
    <span class="fatew">
      <Icon name={icon} size={20} />
      <span>{word}</span>
      {code !== undefined && ' '}
      {code !== undefined && <code>{code}</code>}
    </span>
  );
}
