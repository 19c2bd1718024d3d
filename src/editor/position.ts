/** Where in a YAML text somebody is writing, told by indentation alone: it must answer while the text is half written. */
export interface WritingPlace {
  /** The keys around the place from the document's root, `[]` for an item of a list. */
  readonly path: readonly string[];
  /** The key whose value is written here; null where a key is written. */
  readonly key: string | null;
  /** `item`: the first word of an item of a list, which may become a key or stay a value. */
  readonly at: 'key' | 'value' | 'item';
  /** The word under the cursor, as offsets in the text. */
  readonly word: { readonly start: number; readonly end: number };
}

/** What a line opens: an item of a list at its dash, a key at its first letter. */
interface Opener {
  readonly column: number;
  readonly name: string;
}

interface Line {
  readonly openers: readonly Opener[];
  /** Where the value, or a key that has no colon yet, begins. */
  readonly rest: number;
}

/** Answers where the offset lies, or null inside a comment. */
export function placeAt(text: string, offset: number): WritingPlace | null {
  const lines = text.slice(0, offset).split('\n');
  const before = lines.pop() ?? '';
  const end = text.indexOf('\n', offset);
  const line = before + text.slice(offset, end === -1 ? undefined : end).replace('\r', '');
  const lineStart = offset - before.length;
  if (isComment(before)) return null;

  const word = wordAround(line, before.length);
  const opened = openersOf(line);
  const here = opened.openers.filter(({ column }) => column < word.start);
  const last = here.at(-1);
  const ownKey =
    last !== undefined && last.name !== '[]' && before.length > last.column + last.name.length ? last : null;
  const limit = opened.openers[0]?.column ?? (line.trim() === '' ? before.length : opened.rest);
  const around = [
    ...chainAbove(lines, { limit, item: opened.openers[0]?.name === '[]' }),
    ...here.map(({ name }) => name),
  ];

  const range = { start: lineStart + word.start, end: lineStart + word.end };
  if (ownKey === null) return atWord(around, { word: range, isItem: opened.openers.at(-1)?.name === '[]' });
  return inFlow(line.slice(opened.rest, before.length), { path: around.slice(0, -1), key: ownKey.name, word: range });
}

/** Answers a path as the pod counts it, whatever workload wraps it: `spec.containers[].image`. */
export function podPath(path: readonly string[]): string {
  const joined = path.reduce((all, name) => (name === '[]' ? `${all}[]` : all === '' ? name : `${all}.${name}`), '');
  return joined.replace(/^(?:spec\.jobTemplate\.)?(?:spec\.)?template\.(?=spec|metadata)/, '');
}

function atWord(
  path: readonly string[],
  { word, isItem }: { readonly word: WritingPlace['word']; readonly isItem: boolean },
): WritingPlace {
  if (!isItem) return { path, key: null, at: 'key', word };
  return { path, key: path.findLast((name) => name !== '[]') ?? null, at: 'item', word };
}

/** Follows the brackets of a value on one line: `{ type: …` and `[ALL, …`. */
function inFlow(
  value: string,
  from: { readonly path: readonly string[]; readonly key: string; readonly word: WritingPlace['word'] },
): WritingPlace {
  const frames: Frame[] = [{ path: from.path, key: from.key, isList: false }];
  for (const [token] of value.matchAll(flowToken)) {
    const top = frames.at(-1);
    if (top === undefined) break;
    const inside = top.key === null ? top.path : [...top.path, top.key];
    if (token === '{') frames.push({ path: inside, key: null, isList: false });
    else if (token === '[') frames.push({ path: [...inside, '[]'], key: null, isList: true });
    else if (token === '}' || token === ']') frames.pop();
    else if (token === ',') top.key = null;
    else if (token.endsWith(':')) top.key = token.slice(0, -1).trimEnd();
  }
  const { path, key, isList } = frames.at(-1) ?? { ...from, isList: false };
  if (key !== null) return { path, key, at: 'value', word: from.word };
  return atWord(path, { word: from.word, isItem: isList });
}

interface Frame {
  readonly path: readonly string[];
  key: string | null;
  readonly isList: boolean;
}

const flowToken = /"[^"]*"?|'[^']*'?|[{}[\],]|[^\s{}[\],:"']+\s*:(?=\s|$)|[^\s{}[\],"']+/gu;

/** The keys and items above that hold a line: each stands further left than what it holds. */
function chainAbove(
  lines: readonly string[],
  inner: { readonly limit: number; readonly item: boolean },
): readonly string[] {
  const chain: string[] = [];
  let { limit, item } = inner;
  for (const line of lines.toReversed()) {
    if (line.startsWith('---')) break;
    for (const { column, name } of openersOf(line).openers.toReversed()) {
      // The items of a list may stand as far left as the key that holds them (YAML 1.2.2, section 8.2.1).
      const holds = column < limit || (column === limit && item && name !== '[]');
      if (!holds) continue;
      chain.unshift(name);
      limit = column;
      item = name === '[]';
    }
  }
  return chain;
}

function openersOf(line: string): Line {
  const openers: Opener[] = [];
  let column = line.length - line.trimStart().length;
  for (let dash = /^-(\s+|$)/.exec(line.slice(column)); dash !== null; dash = /^-(\s+|$)/.exec(line.slice(column))) {
    openers.push({ column, name: '[]' });
    column += dash[0].length;
  }
  const key = /^("[^"]*"|'[^']*'|[^\s#{}[\],&*!|>"'][^#{}[\],]*?)\s*:(?=\s|$)/.exec(line.slice(column));
  if (key?.[1] === undefined) return { openers, rest: column };
  openers.push({ column, name: key[1].replace(/^["']|["']$/g, '') });
  return { openers, rest: column + key[0].length };
}

function isComment(before: string): boolean {
  return /(?:^|\s)#/.test(before.replace(/"[^"]*"|'[^']*'/g, ''));
}

function wordAround(line: string, column: number): { readonly start: number; readonly end: number } {
  const isLetter = (at: number): boolean => /[\w./-]/.test(line[at] ?? '');
  let [start, end] = [column, column];
  while (start > 0 && isLetter(start - 1)) start -= 1;
  while (isLetter(end)) end += 1;
  return { start, end };
}
