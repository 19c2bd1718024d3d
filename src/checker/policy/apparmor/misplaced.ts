/** What a word that fits nowhere was meant to be: the parser names its own tokens only. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { nearestTo } from '../../schema/nearest.ts';
import { refusalFinding } from './messages.ts';
import { keywords, type Token, type TokenKind } from './token.ts';

interface Misplaced {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The token that has no place. */
  readonly at: number;
  readonly expected: readonly TokenKind[];
}

/** Rules that 3.0.8 does not know yet, with the release that does. */
const newer: Readonly<Record<string, string>> = {
  userns: '4.0',
  io_uring: '4.0',
  mqueue: '4.0',
  all: '4.0',
  priority: '4.1',
};

export function misplaced({ text, tokens, at, expected }: Misplaced): Diagnostic {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  const wanted = expected.length === 1 ? (expected[0] ?? null) : null;
  if (text[token.span.end] === ';' || text.slice(token.span.start, token.span.end).endsWith(';'))
    return refusalFinding({ code: 'apparmor-profile/semicolon', severity: 'error', span: token.span, facts: {} });
  const word = [token, before].find((each) => each !== undefined && Object.hasOwn(newer, each.text));
  if (word !== undefined) {
    const facts = { word: word.text, since: newer[word.text] ?? '' };
    return refusalFinding({ code: 'apparmor-profile/newer-rule', severity: 'error', span: word.span, facts });
  }
  const list = listWithComma(tokens, at);
  if (list !== null) return list;
  const name = before?.kind === 'ID' && !before.text.startsWith('/') ? before : token;
  const meant = name.kind === 'ID' ? nearestTo(name.text, [...Object.keys(keywords), 'profile', 'include']) : null;
  const found = token.kind === 'end of file' ? null : token.text;
  const span = meant === null ? token.span : name.span;
  return refusalFinding({
    code: 'apparmor-profile/unexpected',
    severity: 'error',
    span,
    facts: { found, wanted, meant },
  });
}

/** `capability a, b,`: the second name looks like a path that has no letters. */
function listWithComma(tokens: readonly Token[], at: number): Diagnostic | null {
  const [first, comma, second, end] = [tokens[at - 3], tokens[at - 2], tokens[at - 1], tokens[at]];
  if (first?.kind !== 'ID' || comma?.kind !== 'END_OF_RULE' || end === undefined) return null;
  if (second?.kind !== 'ID' || second.text.startsWith('/') || first.line !== second.line) return null;
  const facts = { before: first.text, behind: second.text };
  return refusalFinding({ code: 'apparmor-profile/comma-in-list', severity: 'error', span: comma.span, facts });
}
