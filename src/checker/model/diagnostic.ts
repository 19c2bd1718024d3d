import type { CodeMap, Facts } from './fact.ts';
import type { FieldPath } from './pod.ts';
import type { Span } from './span.ts';

export type Severity = 'error' | 'warning' | 'note';

/** A finding about the text. The sentence for its code is in the `messages.ts` of the folder that found it. */
export interface Diagnostic {
  /** `area/slug`, stable once published: `schema/unknown-field`. */
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  /** The field, in the words of a Pod; absent for findings about the text itself. */
  readonly path?: FieldPath;
  readonly facts: Facts;
  readonly related: readonly { readonly span: Span; readonly role: 'inherited' | 'conflicts' | 'first-seen' }[];
  /** Present only where exactly one repair is right. */
  readonly edit?: { readonly span: Span; readonly text: string };
}

/**
 * The words of the API server for a refusal (apimachinery `field.ErrorType`); `BadRequest` where it could not decode the object,
 * so that nothing of it was validated.
 */
export type RefusalType =
  'Required' | 'Invalid' | 'Forbidden' | 'NotSupported' | 'NotFound' | 'Duplicate' | 'TooLong' | 'BadRequest';

/**
 * A diagnostic that is also the API server's answer "no": the pod is not created. INVARIANT: `severity` is `error`.
 * `detail` is the server's own wording, which learners will meet in their terminals.
 */
export interface Refusal extends Diagnostic {
  readonly path: FieldPath;
  readonly type: RefusalType;
  readonly detail: string;
}

/** Answers whether a finding says that a line is not finished yet: nothing is judged by a text that is still being written. */
export function isHalfWritten({ code }: Diagnostic): boolean {
  return code.includes('/half-written');
}

/** How many findings of one kind of reading a document gets: nobody reads further, and a page has to show them. */
export const mostFindings = 100;

/** What a finding is made of; nothing is related to it unless it says so. */
export type Finding<C extends string, F extends Facts> = Omit<Diagnostic, 'code' | 'facts' | 'related'> &
  Partial<Pick<Diagnostic, 'related'>> & { readonly code: C; readonly facts: F };

/** A constructor of diagnostics typed by a folder's own map of codes (see `CodeMap`). */
export function findingsOf<M extends CodeMap<M>>() {
  return <C extends keyof M & string>(found: Finding<C, M[C]>): Diagnostic => ({ related: [], ...found });
}

/** The same for refusals: always an error, always with the server's type and words. */
export function refusalsOf<M extends CodeMap<M>>() {
  return <C extends keyof M & string>(
    found: Omit<Finding<C, M[C]>, 'severity' | 'path'> & Pick<Refusal, 'path' | 'type' | 'detail'>,
  ): Refusal => ({ related: [], ...found, severity: 'error' });
}
