import { readJson, type JsonBreak, type JsonNode } from '../../parse/json.ts';
import type { Source } from '../../model/source.ts';
import type { Span } from '../../model/span.ts';

/** A profile as it is written. What it says depends on who reads it, see `decode-go.ts` and `decode-yajl.ts`. */
export interface WrittenProfile {
  /** The whole text. */
  readonly span: Span;
  readonly root: JsonNode | null;
  readonly broken: JsonBreak | null;
  readonly comments: readonly JsonBreak[];
}

export type Runtime = 'runc' | 'crun';

export function writtenProfile(source: Source): WrittenProfile {
  const { file, text } = source;
  return { ...readJson(source), span: { file, start: 0, end: text.length } };
}
