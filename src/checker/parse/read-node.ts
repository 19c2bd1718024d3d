/**
 * One walk over the nodes of a document: plain data, and the place of every field. What an alias or a merge key brings
 * in has the alias for its place, because that is the line where the learner can change it.
 */
import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLSeq } from 'yaml';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { FieldPath, Place, Places, PlainValue } from '../model/pod.ts';
import type { Span } from '../model/span.ts';
import { emptyMap } from './empty-map.ts';
import { entriesOf, type ParsedMap } from './entries.ts';
import { itemPath, keyPath } from '../model/field-path.ts';
import { deepestLevel, mostExpanded, spanOf, startWalk, stop, throughAlias, type Walk } from './walk.ts';

export interface ReadNode {
  readonly value: PlainValue;
  readonly places: Places;
  readonly diagnostics: readonly Diagnostic[];
}

/** Answers a document's content as plain data without prototypes, with the place of every field and item. */
export function readDocumentNode(file: string, root: ParsedNode): ReadNode {
  const walk = startWalk(file, root);
  const value = readValue(walk, root, '');
  return { value, places: walk.places, diagnostics: walk.diagnostics };
}

function readValue(walk: Walk, node: ParsedNode | null, path: FieldPath): PlainValue {
  if (node === null || walk.stopped) return null;
  if (walk.behind !== null && (walk.expanded += 1) > mostExpanded) return stop(walk, node, 'yaml/too-many-aliases');
  if (isScalar(node)) return scalarOf(node.value);
  if (walk.depth >= deepestLevel) return stop(walk, node, 'yaml/too-deep');

  walk.depth += 1;
  const value = readBelow(walk, node, path);
  walk.depth -= 1;
  return value;
}

function readBelow(walk: Walk, node: ParsedNode, path: FieldPath): PlainValue {
  if (isAlias(node)) return throughAlias(walk, node, (target) => readValue(walk, target, path));
  if (isMap<ParsedNode, ParsedNode | null>(node)) return readMap(walk, node, path);
  if (isSeq<ParsedNode>(node)) return readList(walk, node, path);
  return null;
}

/** The package's symbol for a merge key stands for the text `<<` where it is not a key. */
function scalarOf(value: unknown): PlainValue {
  return typeof value === 'symbol' ? '<<' : (value as PlainValue);
}

function readList(walk: Walk, list: YAMLSeq<ParsedNode>, path: FieldPath): PlainValue {
  return list.items.map((item, index) => {
    const at = itemPath(path, index);
    if (walk.behind === null) {
      const span = spanOf(walk, item);
      walk.places[at] = { key: span, value: span };
    } else walk.places[at] = walk.behind;
    return readValue(walk, item, at);
  });
}

function readMap(walk: Walk, map: ParsedMap, path: FieldPath): PlainValue {
  const value = emptyMap();
  const outer = walk.behind;
  entriesOf(walk, map).forEach(({ key, node, behind }, word) => {
    const at = keyPath(path, word);
    walk.behind = behind;
    walk.places[at] = behind ?? placeOf(walk, key, node);
    value[word] = readValue(walk, node, at);
  });
  walk.behind = outer;
  return value;
}

/** A key without a value has its place right behind it. */
function placeOf(walk: Walk, key: Span, node: ParsedNode | null): Place {
  return { key, value: node === null ? { file: key.file, start: key.end, end: key.end } : spanOf(walk, node) };
}
