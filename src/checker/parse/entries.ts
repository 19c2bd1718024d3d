import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import { mostFindings } from '../model/diagnostic.ts';
import type { Place } from '../model/pod.ts';
import type { Span } from '../model/span.ts';
import { finding } from './messages.ts';
import { deepestLevel, mostExpanded, spanOf, stop, throughAlias, type Walk } from './walk.ts';

/** One key of a map as it holds in the end. */
export interface Entry {
  readonly key: Span;
  readonly node: ParsedNode | null;
  /** Set where the entry came through an alias. */
  readonly behind: Place | null;
  /** A merge key brought it: a key of the same name beside it is no repetition. */
  readonly merged: boolean;
}

type Entries = Map<string, Entry>;
type ParsedPair = Pair<ParsedNode, ParsedNode | null>;
export type ParsedMap = YAMLMap<ParsedNode, ParsedNode | null>;

/**
 * Answers the keys of a map with repetitions and merge keys settled as Go's yaml.v2 does: in the order of the text, what
 * comes later wins, and that holds for what a merge key brings too (decode.go, `mapping` and `merge`).
 */
export function entriesOf(walk: Walk, map: ParsedMap): Entries {
  const entries: Entries = new Map();
  for (const pair of map.items) {
    const value: unknown = isScalar(pair.key) ? pair.key.value : undefined;
    // The package gives a merge key a symbol for its value.
    if (typeof value === 'symbol') mergeFrom(walk, pair.value, entries);
    else if (value === undefined || value === null) stop(walk, pair.key, 'yaml/key-not-a-word');
    else addPair(walk, pair, entries);
  }
  return entries;
}

/** `on: 1` and `80: 1` have the keys `true` and `80` for kubectl too (sigs.k8s.io/yaml, convertToJSONableObject). */
function addPair(walk: Walk, pair: ParsedPair, entries: Entries): void {
  const key = spanOf(walk, pair.key);
  const word = String((pair.key as { value?: unknown }).value);
  const before = entries.get(word);
  const isRepeated = before !== undefined && !before.merged && walk.behind === null;
  if (isRepeated && walk.diagnostics.length < mostFindings) {
    const related = [{ span: before.key, role: 'first-seen' as const }];
    walk.diagnostics.push(
      finding({ code: 'yaml/duplicate-key', severity: 'warning', span: key, facts: { key: word }, related }),
    );
  }
  entries.set(word, { key, node: pair.value, behind: walk.behind, merged: false });
}

/** Of a list of maps the earlier ones win, so it is read from its end. */
function mergeFrom(walk: Walk, source: ParsedNode | null, entries: Entries): void {
  const sources = isSeq<ParsedNode>(source) ? source.items.toReversed() : [source];
  for (const map of sources) {
    if (map !== null && isAlias(map)) throughAlias(walk, map, (target) => mergeMap(walk, target, entries));
    else mergeMap(walk, map, entries);
  }
}

function mergeMap(walk: Walk, source: ParsedNode | null, entries: Entries): void {
  if (walk.stopped || source === null) return;
  if (!isMap<ParsedNode, ParsedNode | null>(source)) return void stop(walk, source, 'yaml/merge-needs-map');
  if (walk.depth >= deepestLevel) return void stop(walk, source, 'yaml/too-deep');
  walk.depth += 1;
  for (const [word, entry] of entriesOf(walk, source)) entries.set(word, { ...entry, merged: true });
  walk.depth -= 1;
  walk.expanded += source.items.length;
  if (walk.expanded > mostExpanded) stop(walk, source, 'yaml/too-many-aliases');
}
