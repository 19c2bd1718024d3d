/** Where the parser stands in the tokens, and what it had to refuse on the way. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Source } from '../../model/source.ts';
import { bytesOf } from './bytes.ts';
import { tokensOf } from './lexer.ts';
import { states } from './lexer-modes.ts';
import { refusalFinding } from './messages.ts';
import { misplaced } from './misplaced.ts';
import type { Named, Rule, Variables } from './syntax.ts';
import type { Token, TokenKind } from './token.ts';

/** Why a text does not load. The first one is what apparmor_parser says; the others come from reading on. */
export interface Refusal {
  /** In the parser's own words. */
  readonly said: string;
  /** Where the parser says it is; null where it names no line. */
  readonly line: number | null;
  readonly diagnostic: Diagnostic;
}

export interface Reading {
  readonly file: string;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly refusals: Refusal[];
  /** Answers the rules of a file that is included, null for one that is not known. */
  readonly included: (name: string, token: Token) => readonly Rule[] | null;
  readonly unknown: Named[];
  readonly optional: Named[];
  readonly booleans: Map<string, boolean>;
  readonly variables: Map<string, Variables[string]>;
  at: number;
  /** Blocks that are open. */
  depth: number;
  /** Files that the open block has included: a second time they say nothing (parser_lex.l, g_includecache). */
  seen: Set<string>;
}

/** Answers a reading at the start of a text. */
export function readingOf(source: Pick<Source, 'file' | 'text'>, included: Reading['included']): Reading {
  return {
    ...source,
    tokens: tokensOf(source),
    refusals: [],
    included,
    unknown: [],
    optional: [],
    booleans: new Map(),
    variables: new Map(),
    at: 0,
    depth: 0,
    seen: new Set(),
  };
}

/** Nobody reads further, and what an error tears open is mostly the same error again. */
const mostRefusals = 20;

export function peek({ tokens, at }: Reading, ahead = 0): Token {
  return (tokens[at + ahead] ?? tokens.at(-1)) as Token;
}

/** Answers the next token and goes behind it. The end stays where it is. */
export function take(reading: Reading): Token {
  const token = peek(reading);
  if (token.kind !== 'end of file') reading.at += 1;
  return token;
}

/** Answers the next token if it is of this kind, and goes behind it. */
export function takeIf(reading: Reading, ...kinds: readonly TokenKind[]): Token | null {
  return kinds.includes(peek(reading).kind) ? take(reading) : null;
}

/** Takes a token of these kinds, or refuses what stands in its place. */
export function need(reading: Reading, ...kinds: readonly TokenKind[]): Token | null {
  return takeIf(reading, ...kinds) ?? unexpected(reading, kinds);
}

/** Refuses the next token, as bison words it: what may come in its place is named where it is at most four things. */
export function unexpected(reading: Reading, expected: readonly TokenKind[] = []): null {
  const token = peek(reading);
  if (token.kind === 'UNEXPECTED') return unreadable(reading, token);
  const expecting = expected.length === 0 ? '' : `, expecting ${expected.map(nameOf).join(' or ')}`;
  const said = `syntax error, unexpected ${nameOf(token.kind)}${expecting}`;
  const { text, tokens, at } = reading;
  return refuse(reading, { said, line: token.line, diagnostic: misplaced({ text, tokens, at, expected }) });
}

function unreadable(reading: Reading, token: Token): null {
  const character = reading.text.slice(token.span.start, token.span.end);
  const place = { severity: 'error', span: token.span } as const;
  const isComma = character === ',' && token.mode === undefined;
  return refuse(reading, {
    said: isComma
      ? 'Variable declarations do not accept trailing commas'
      : `Lexer found unexpected character: '${character}' (0x${codeOf(character)}) in state: ${states[token.mode ?? 'rules']}`,
    line: token.line,
    diagnostic: isComma
      ? refusalFinding({ code: 'apparmor-profile/variable-with-comma', ...place, facts: {} })
      : refusalFinding({ code: 'apparmor-profile/unreadable', ...place, facts: { character } }),
  });
}

/** Of a character of several bytes the parser sees the first. */
function codeOf(character: string): string {
  return bytesOf(character).charCodeAt(0).toString(16);
}

export function refuse(reading: Reading, refusal: Refusal): null {
  if (reading.refusals.length < mostRefusals) reading.refusals.push(refusal);
  return null;
}

/** Refuses for a reason of the parser that needs no sentence of our own. */
export function refuseAs(reading: Reading, said: string, noticed: Token, place: Token = noticed): null {
  const diagnostic = refusalFinding({
    code: 'apparmor-profile/refused',
    severity: 'error',
    span: place.span,
    facts: { said },
  });
  return refuse(reading, { said, line: noticed.line, diagnostic });
}

function nameOf(kind: TokenKind): string {
  return kind === 'end of file' ? kind : `TOK_${kind}`;
}

/** Goes behind the next end of a rule, so that reading can go on after an error; a closing brace stays. */
export function skipRule(reading: Reading): void {
  let depth = 0;
  for (;;) {
    const { kind } = peek(reading);
    if (kind === 'end of file' || (kind === 'CLOSE' && depth === 0)) return;
    if (kind === 'OPEN') depth += 1;
    if (kind === 'CLOSE') depth -= 1;
    take(reading);
    if (depth === 0 && (kind === 'END_OF_RULE' || kind === 'CLOSE')) return;
  }
}
