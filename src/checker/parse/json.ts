/**
 * JSON with the place of everything in it, and never an exception. Keys stand in the order of the text and as often as
 * there; what a repeated key means is up to whoever reads the object.
 *
 * The tokens come from jsonc-parser (no dependencies of its own, part of Visual Studio Code): its scanner gives every
 * token its place and says what is wrong in it. Its parser is left aside: it calls itself for each bracket, so that a
 * text of 10,000 brackets ends the program, and it repairs where a runtime refuses. The loop below does neither.
 */
import { createScanner } from 'jsonc-parser';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';

export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonWord;

export interface JsonObject {
  readonly kind: 'object';
  readonly span: Span;
  readonly members: readonly JsonMember[];
}

export interface JsonMember {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: JsonNode;
}

export interface JsonArray {
  readonly kind: 'array';
  readonly span: Span;
  readonly items: readonly JsonNode[];
}

export interface JsonString {
  readonly kind: 'string';
  readonly span: Span;
  readonly value: string;
}

/** A number as it is written: 64 bits do not fit into a number of JavaScript, and runtimes tell `1.0` from `1`. */
export interface JsonNumber {
  readonly kind: 'number';
  readonly span: Span;
  readonly text: string;
}

export interface JsonWord {
  readonly kind: 'true' | 'false' | 'null';
  readonly span: Span;
}

/** Where the text stops being JSON. `after` is what was being read, in the words of Go's encoding/json (scanner.go). */
export interface JsonBreak {
  readonly span: Span;
  /** The character that does not belong there; null at the end of the text. */
  readonly character: string | null;
  readonly after: string;
}

export interface ReadJson {
  readonly root: JsonNode | null;
  readonly broken: JsonBreak | null;
  /** JSON has no comments, and not every runtime minds: where each would break the text. */
  readonly comments: readonly JsonBreak[];
}

/** An object or array that is not closed yet. */
interface Opened {
  readonly start: number;
  /** Null in an array. */
  readonly members: JsonMember[] | null;
  readonly items: JsonNode[];
  key: Pick<JsonMember, 'key' | 'keySpan'> | null;
}

type Expecting = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

interface Reading {
  readonly file: string;
  readonly opened: Opened[];
  root: JsonNode | null;
  expecting: Expecting;
}

interface Token {
  readonly span: Span;
  /** Its first character says what it is. */
  readonly first: string;
  /** Of a string what it means, of all others what stands there. */
  readonly value: string;
  readonly isBroken: boolean;
}

/** Answers the value of a JSON text, or where it breaks. */
export function readJson({ file, text }: Source): ReadJson {
  const scanner = createScanner(text);
  const reading: Reading = { file, opened: [], root: null, expecting: 'value' };
  const comments: JsonBreak[] = [];
  for (;;) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    if (start >= text.length) break;
    const first = text[start] ?? '';
    const span = { file, start, end: start + scanner.getTokenLength() };
    if (isBlank(first)) continue;
    const isComment = first === '/' && scanner.getTokenLength() > 1;
    const isBroken = !isComment && scanner.getTokenError() !== noError;
    const after = take(reading, { span, first, value: scanner.getTokenValue(), isBroken });
    if (after === null) continue;
    const found = { span, character: first, after };
    if (!isComment) return { root: null, broken: found, comments };
    comments.push(found);
  }
  const { root, opened } = reading;
  if (root !== null && opened.length === 0) return { root, broken: null, comments };
  const end = { file, start: Math.max(0, text.length - 1), end: text.length };
  return { root: null, broken: { span: end, character: null, after: '' }, comments };
}

/** `ScanError.None`; the enumeration itself is ambient, and a file cannot import one. */
const noError = 0;

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r';
}

/** Puts a token where it belongs. Answers what was being read where it belongs nowhere, else null. */
function take(reading: Reading, token: Token): string | null {
  if (token.isBroken) return token.first === '"' ? 'in string literal' : 'in numeric literal';
  switch (reading.expecting) {
    case 'nothing':
      return 'after top-level value';
    case 'colon':
      if (token.first !== ':') return 'after object key';
      reading.expecting = 'value';
      return null;
    case 'comma-or-end':
      return takeSeparator(reading, token);
    case 'key':
    case 'key-or-end':
      return takeKey(reading, token);
    case 'value':
    case 'value-or-end':
      return takeValue(reading, token);
  }
}

function takeSeparator(reading: Reading, { first, span }: Token): string | null {
  const isObject = reading.opened.at(-1)?.members !== null;
  if (first === ',') reading.expecting = isObject ? 'key' : 'value';
  else if (first === (isObject ? '}' : ']')) close(reading, span.end);
  else return isObject ? 'after object key:value pair' : 'after array element';
  return null;
}

function takeKey(reading: Reading, { first, span, value }: Token): string | null {
  const object = reading.opened.at(-1);
  if (first === '}' && reading.expecting === 'key-or-end') {
    close(reading, span.end);
    return null;
  }
  if (first !== '"' || object === undefined) return 'looking for beginning of object key string';
  object.key = { key: value, keySpan: span };
  reading.expecting = 'colon';
  return null;
}

function takeValue(reading: Reading, token: Token): string | null {
  const { first, span } = token;
  if (first === '{' || first === '[') {
    reading.opened.push({ start: span.start, members: first === '{' ? [] : null, items: [], key: null });
    reading.expecting = first === '{' ? 'key-or-end' : 'value-or-end';
    return null;
  }
  if (first === ']' && reading.expecting === 'value-or-end') {
    close(reading, span.end);
    return null;
  }
  const value = scalarOf(token);
  if (value === null) return 'looking for beginning of value';
  put(reading, value);
  return null;
}

function scalarOf({ first, span, value }: Token): JsonNode | null {
  if (first === '"') return { kind: 'string', span, value };
  if (value === 'true' || value === 'false' || value === 'null') return { kind: value, span };
  return /^-?\d/.test(value) ? { kind: 'number', span, text: value } : null;
}

function close(reading: Reading, end: number): void {
  const done = reading.opened.pop();
  if (done === undefined) return;
  const { start, members, items } = done;
  const span = { file: reading.file, start, end };
  put(reading, members === null ? { kind: 'array', span, items } : { kind: 'object', span, members });
}

function put(reading: Reading, value: JsonNode): void {
  const into = reading.opened.at(-1);
  reading.expecting = into === undefined ? 'nothing' : 'comma-or-end';
  if (into === undefined) reading.root = value;
  else if (into.members === null) into.items.push(value);
  else if (into.key !== null) into.members.push({ ...into.key, value });
}
