import type { JSX } from 'preact';
import { fateOf, fateOfOutcome, fateWords, type Outcome, type Verdict } from '../../checker/index.ts';
import { Icon } from './Icon.tsx';

/** A verdict, or what a criterion makes of it: only there can a file be hidden, or nothing to try it on. */
type FateProps = { readonly verdict: Verdict } | { readonly outcome: Outcome };

/** What became of an operation: shape and word in ink, then the errno. */
export function Fate(of: FateProps): JSX.Element {
  const { is, code } = 'outcome' in of ? fateOfOutcome(of.outcome) : fateOf(of.verdict);
  return (
    <span class="fatew">
      <Icon name={`fate-${is}`} size={20} />
      <span>{fateWords[is]}</span>
      {code !== undefined && ' '}
      {code !== undefined && <code>{code}</code>}
    </span>
  );
}
