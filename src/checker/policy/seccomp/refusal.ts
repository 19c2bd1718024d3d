/** A profile that the runtime does not load: the container does not start. */
import { findingsOf, type Diagnostic } from '../../model/diagnostic.ts';
import type { Span } from '../../model/span.ts';
import type { RefusalCodes } from './messages.ts';

/** INVARIANT: `severity` is `error`. */
export interface ProfileRefusal extends Diagnostic {
  /** The runtime's own words, which people meet in their events and search for. */
  readonly words: string;
}

interface Refused<C extends keyof RefusalCodes> {
  readonly code: C;
  readonly span: Span;
  readonly facts: RefusalCodes[C];
  readonly words: string;
}

const finding = findingsOf<RefusalCodes>();

export function refusal<C extends keyof RefusalCodes>({ words, ...refused }: Refused<C>): ProfileRefusal {
  return { ...finding<C>({ ...refused, severity: 'error' }), words };
}

/** What one step of loading comes to. */
export type Outcome<T> = { readonly value: T } | { readonly refusal: ProfileRefusal };
