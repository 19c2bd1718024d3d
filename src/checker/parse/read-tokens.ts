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
export function readTokens(
  { file, text }: Pick<Source, 'file' | 'text'>,
  tokens: Tokens,
): readonly ParsedDocument[] | null {
  if (text.includes('\t')) return null;
  const documents: ParsedDocument[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'document') {
      const document = readDocument(file, token, endOf(text, tokens, index));
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

function readDocument(file: string, document: CST.Document, end: number): ParsedDocument | 'empty' | null {
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
    : { file, span: { file, start: document.offset, end }, value, places: reading.places };
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
  if (token.type === 'block-map') return readBlockMap(reading, token, path);
  if (token.type === 'block-seq') return readBlockList(reading, token, path);
  const [close, ...behind] = token.end;
  const isMap = token.start.source === '{';
  if (close?.source !== (isMap ? '}' : ']') || gapOf(behind, blanks) === null) return other(reading);
  const value = isMap ? readFlowMap(reading, token, path) : readFlowList(reading, token, path);
  reading.end = close.offset + 1;
  return value;
}

function readBlockMap(reading: Reading, map: CST.BlockMap, path: FieldPath): PlainValue {
  const value = emptyMap();
  const last = map.items.length - 1;
  for (const [index, { start, key, sep, value: token }] of map.items.entries()) {
    if (gapOf(start, lines) === null) return other(reading);
    // Comments behind the last field.
    if (key == null && sep === undefined && index === last && index > 0) break;
    const colon = gapOf(sep, beforeValue);
    if (key?.type === undefined || !('indent' in key) || key.indent !== map.indent) return other(reading);
    if (colon === null || (token?.type === 'block-map' && !colon.endsLineBehind)) return other(reading);
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
  const at = keyPath(path, word);
  const { file } = reading;
  const span = { file, start: token?.offset ?? colon.end, end: colon.end };
  reading.places[at] = { key: { file, start: key.offset, end: reading.end }, value: span };
  // The place stands before those below it, as it does in the text; where it ends is known behind them.
  map[word] = readOptional(reading, { token, path: at, otherwiseAt: colon.end });
  span.end = reading.end;
}

interface Optional {
  readonly token: CST.Token | undefined;
  readonly path: FieldPath;
  /** Where a value that is not written has its place. */
  readonly otherwiseAt: number;
}

function readOptional(reading: Reading, { token, path, otherwiseAt }: Optional): PlainValue {
  if (token !== undefined) return readValue(reading, token, path);
  reading.end = reading.emptyAt = otherwiseAt;
  return null;
}

function readBlockList(reading: Reading, list: CST.BlockSequence, path: FieldPath): PlainValue {
  const values: PlainValue[] = [];
  const last = list.items.length - 1;
  for (const [index, { start, value: token }] of list.items.entries()) {
    const dash = gapOf(start, beforeItem);
    if (dash === null) return other(reading);
    if (!dash.hasSign && token === undefined && index === last && index > 0) break;
    if (!dash.hasSign) return other(reading);
    values.push(readItem(reading, { token, path: itemPath(path, index), otherwiseAt: dash.end }));
    if (reading.isOther) return null;
  }
  return values;
}

function readItem(reading: Reading, item: Optional): PlainValue {
  const { file } = reading;
  const span = { file, start: item.token?.offset ?? item.otherwiseAt, end: item.otherwiseAt };
  reading.places[item.path] = { key: span, value: span };
  const value = readOptional(reading, item);
  span.end = reading.end;
  return value;
}

function readFlowMap(reading: Reading, map: CST.FlowCollection, path: FieldPath): PlainValue {
  const value = emptyMap();
  for (const [index, { start, key, sep, value: token }] of map.items.entries()) {
    if (!isNextItem(start, index)) return other(reading);
    if (key == null && sep === undefined && index === map.items.length - 1) break;
    const colon = gapOf(sep, beforeValue);
    if (key == null || colon === null) return other(reading);
    readField(reading, { map: value, path, key, colon, token });
    if (reading.isOther) return null;
  }
  return value;
}

function readFlowList(reading: Reading, list: CST.FlowCollection, path: FieldPath): PlainValue {
  const values: PlainValue[] = [];
  for (const [index, { start, key, sep, value: token }] of list.items.entries()) {
    if (!isNextItem(start, index) || key != null || sep !== undefined) return other(reading);
    if (token === undefined && index === list.items.length - 1) break;
    if (token === undefined) return other(reading);
    values.push(readItem(reading, { token, path: itemPath(path, index), otherwiseAt: token.offset }));
    if (reading.isOther) return null;
  }
  return values;
}

/** Every item but the first comes behind a comma; what only follows the last comma is no item. */
function isNextItem(start: readonly CST.SourceToken[], index: number): boolean {
  const comma = gapOf(start, betweenItems);
  return comma !== null && comma.hasSign === index > 0;
}
