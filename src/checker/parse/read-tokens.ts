/**
 * The documents of a text straight from the tokens of the yaml package, in the shape that nearly every pod is written in:
 * maps and lists, scalars on one line. Building the package's nodes first costs more than everything that the checker
 * does with them (`npm run bench`). Whatever else YAML has (anchors, tags, merge keys, text over several lines, repeated
 * keys, tabs) and whatever is no YAML yet is left to the package, which knows it and can say what is wrong.
 *
 * INVARIANT: where this answers, it answers what `readDocumentNode` does (`read-tokens.test.ts`).
 */
import type { CST } from 'yaml';
import { itemPath, keyPath } from '../model/field-path.ts';
import type { FieldPath, ParsedDocument, PlainValue } from '../model/pod.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import { emptyMap } from './empty-map.ts';
import { gapOf, type Gap, type GapRule } from './gap.ts';
import { blanks, other, readScalar, startReading, type Reading } from './token-reading.ts';

const beforeDocument: GapRule = { sign: 'doc-start', begins: 'line' };
const beforeItem: GapRule = { sign: 'seq-item-ind', begins: 'line' };
const beforeValue: GapRule = { sign: 'map-value-ind', begins: 'behind' };
const betweenItems: GapRule = { sign: 'comma', begins: 'behind' };
const lines: GapRule = { sign: null, begins: 'line' };

/** Deep enough for every object of Kubernetes; what is deeper the package may judge. */
const deepest = 50;

/** The package's bound between the start of a key and its colon. */
const longestKey = 1000;

type Tokens = readonly CST.Token[];

/** Answers the documents that are not empty; null where one of them is not of the usual shape. */
export function readTokens(source: Pick<Source, 'file' | 'text'>, tokens: Tokens): readonly ParsedDocument[] | null {
  if (source.text.includes('\t')) return null;
  const documents: ParsedDocument[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'document') {
      const document = readDocument(source, token, endOf(source.text, tokens, index));
      if (document === null) return null;
      if (document !== 'empty') documents.push(document);
    } else if (token.type !== 'comment' && token.type !== 'newline' && token.type !== 'space') return null;
  }
  return documents;
}

/** The tokens cover the text: a document ends where the next thing begins. */
function endOf(text: string, tokens: Tokens, index: number): number {
  return tokens[index + 1]?.offset ?? text.length;
}

function readDocument(
  { file, text }: Pick<Source, 'file' | 'text'>,
  document: CST.Document,
  end: number,
): ParsedDocument | 'empty' | null {
  const before = gapOf(document.start, beforeDocument);
  if (before === null || gapOf(document.end, lines) === null) return null;
  if (document.value === undefined) return 'empty';
  if (before.hasSign && !before.endsLineBehind) return null;
  const reading = startReading(file);
  const value = readValue(reading, document.value, '');
  // Where a document with nothing in its last field ends is the package's own reckoning.
  if (reading.isOther || reading.end === reading.emptyAt) return null;
  return value === null
    ? 'empty'
    : { file, span: { file, start: document.offset, end }, text, value, places: reading.places };
}

function readValue(reading: Reading, token: CST.Token, path: FieldPath): PlainValue {
  switch (token.type) {
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      return readScalar(reading, token);
    case 'block-map':
    case 'block-seq':
    case 'flow-collection': {
      if (reading.depth === deepest) return other(reading);
      reading.depth += 1;
      const value = readBelow(reading, token, path);
      reading.depth -= 1;
      return value;
    }
    default:
      return other(reading);
  }
}

function readBelow(reading: Reading, token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection, path: FieldPath) {
  if (token.type === 'block-map') return readMap(reading, token, path);
  if (token.type === 'block-seq') return readList(reading, token, path);
  const [close, ...behind] = token.end;
  const isMap = token.start.source === '{';
  if (close?.source !== (isMap ? '}' : ']') || gapOf(behind, blanks) === null) return other(reading);
  const value = isMap ? readMap(reading, token, path) : readList(reading, token, path);
  reading.end = close.offset + 1;
  return value;
}

type Block<T> = T | CST.FlowCollection;

function readMap(reading: Reading, map: Block<CST.BlockMap>, path: FieldPath): PlainValue {
  const value = emptyMap();
  const isBlock = map.type === 'block-map';
  const last = map.items.length - 1;
  for (const [index, { start, key, sep, value: token }] of map.items.entries()) {
    const before = gapOf(start, isBlock ? lines : betweenItems);
    if (before === null || (!isBlock && before.hasSign !== index > 0)) return other(reading);
    // What stands behind the last field: comments, a comma.
    if (key == null && sep === undefined && index === last && (index > 0 || !isBlock)) break;
    const colon = gapOf(sep, beforeValue);
    if (key == null || colon === null) return other(reading);
    if (isBlock && !('indent' in key && key.indent === map.indent)) return other(reading);
    if (token?.type === 'block-map' && !(isBlock && colon.endsLineBehind)) return other(reading);
    readField(reading, { map: value, path, key, colon, token });
    if (reading.isOther) return null;
  }
  return value;
}

interface Field {
  readonly map: Record<string, PlainValue>;
  readonly path: FieldPath;
  readonly key: CST.Token;
  readonly colon: Gap;
  readonly token: CST.Token | undefined;
}

function readField(reading: Reading, { map, path, key, colon, token }: Field): void {
  const isWord = key.type === 'scalar' || key.type === 'single-quoted-scalar' || key.type === 'double-quoted-scalar';
  const written = isWord && key.end === undefined ? readScalar(reading, key) : null;
  const word = String(written);
  const isUsual = colon.hasSign && !colon.endsLineBefore && colon.end - key.offset < longestKey;
  if (written === null || !isUsual || Object.hasOwn(map, word)) return void other(reading);
  const place = { file: reading.file, start: key.offset, end: reading.end };
  map[word] = readPlaced(reading, { token, path: keyPath(path, word), key: place, otherwiseAt: colon.end });
}

function readList(reading: Reading, list: Block<CST.BlockSequence>, path: FieldPath): PlainValue {
  const values: PlainValue[] = [];
  const isBlock = list.type === 'block-seq';
  const last = list.items.length - 1;
  for (const [index, item] of list.items.entries()) {
    const { start, value: token } = item;
    const before = gapOf(start, isBlock ? beforeItem : betweenItems);
    if (before === null || 'key' in item || 'sep' in item) return other(reading);
    // What stands behind the last item: comments, a comma.
    if (token === undefined && index === last && before.hasSign !== isBlock && index > 0) break;
    if (before.hasSign !== (isBlock || index > 0) || (token === undefined && !isBlock)) return other(reading);
    values.push(readPlaced(reading, { token, path: itemPath(path, index), otherwiseAt: before.end }));
    if (reading.isOther) return null;
  }
  return values;
}

interface Placed {
  readonly token: CST.Token | undefined;
  readonly path: FieldPath;
  /** The text of the key; an item of a list has none. */
  readonly key?: Span;
  /** Where a value that is not written has its place. */
  readonly otherwiseAt: number;
}

function readPlaced(reading: Reading, { token, path, key, otherwiseAt }: Placed): PlainValue {
  const span = { file: reading.file, start: token?.offset ?? otherwiseAt, end: otherwiseAt };
  // The place stands before those below it, as it does in the text; where it ends is known behind them.
  reading.places[path] = { key: key ?? span, value: span };
  if (token === undefined) reading.end = reading.emptyAt = otherwiseAt;
  const value = token === undefined ? null : readValue(reading, token, path);
  span.end = reading.end;
  return value;
}
