/**
 * Values of the wrong type that are not wrong but still being written. Nothing is judged by such a text, so this answers
 * only what is certain: plain words, which the next keys can make right.
 */
import type { PlainValue } from '../model/pod.ts';
import type { Span } from '../model/span.ts';
import { nearestTo } from './nearest.ts';
import type { FieldType } from './shapes.ts';

interface Unfit {
  /** The field whose value it is, or the list that it is an item of. */
  readonly field: string;
  readonly value: PlainValue;
  readonly type: FieldType;
  readonly span: Span;
}

/** More names than these are no help. */
const mostNear = 3;

/** Answers what an unfit value will become; null where it stands there as it was meant. */
export function halfWritten({ field, value, type, span }: Unfit, text: string) {
  if (typeof value !== 'string') return null;
  const written = text.slice(span.start, span.end);
  if (type.kind === 'scalar') {
    const whole = ['true', 'false'].find((word) => word.startsWith(value.toLowerCase()));
    if (type.scalar !== 'boolean' || written !== value || whole === undefined) return null;
    return { code: 'schema/half-written-value', facts: { field, begun: value, whole } } as const;
  }
  const word = /^[A-Za-z][^\s:]*:?/.exec(written)?.[0];
  if (type.kind === 'list' || word === undefined || !standsAlone(text, span.start)) return null;
  const near = type.kind === 'object' ? nearFields(word, [...type.shape.fields.keys()]) : [];
  return { code: 'schema/half-written-field', facts: { field, word, near } } as const;
}

/** Only blanks and dashes before it on its line: a word behind a colon or in brackets is a value. */
function standsAlone(text: string, at: number): boolean {
  return /^[ -]*$/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));
}

function nearFields(word: string, fields: readonly string[]): readonly string[] {
  const name = word.replace(':', '');
  if (fields.includes(name)) return [];
  const begun = fields.filter((field) => field.toLowerCase().startsWith(name.toLowerCase()));
  const nearest = begun.length === 0 ? nearestTo(name, fields) : null;
  return nearest !== null ? [nearest] : begun.length <= mostNear ? begun : [];
}
