/** `name=value`, `name=(a, b)` and `name in (a, b)` of rules, and `peer=(…)`. */
import { need, refuseAs, takeIf, unexpected, type Reading } from './reading.ts';
import type { Token } from './token.ts';

export interface Condition {
  readonly name: Token;
  readonly isExact: boolean;
  readonly values: readonly Token[];
}

/** Answers all conditions that stand here, null where one is refused. */
export function parseConditions(reading: Reading): readonly Condition[] | null {
  const conditions: Condition[] = [];
  for (;;) {
    const name = takeIf(reading, 'CONDID');
    if (name === null) return conditions;
    const isExact = takeIf(reading, 'EQUALS') !== null;
    if (!isExact && takeIf(reading, 'IN') === null) {
      conditions.push({ name, isExact, values: [] });
      continue;
    }
    const values = parseValues(reading, isExact);
    if (values === null) return null;
    conditions.push({ name, isExact, values });
  }
}

function parseValues(reading: Reading, mayStandAlone: boolean): readonly Token[] | null {
  const alone = mayStandAlone ? takeIf(reading, 'VALUE') : null;
  if (alone !== null) return [alone];
  if (need(reading, 'OPENPAREN') === null) return null;
  const values: Token[] = [];
  for (;;) {
    const value = takeIf(reading, 'VALUE');
    if (value !== null) values.push(value);
    else if (values.length === 0) return unexpected(reading, ['VALUE']);
    else return need(reading, 'CLOSEPAREN') === null ? null : values;
  }
}

/** Answers `peer=(name=a label=b)` or `xattrs=(…)`, an empty list where there is none, null where it is refused. */
export function parseConditionList(reading: Reading): readonly Condition[] | null {
  if (takeIf(reading, 'CONDLISTID') === null) return [];
  if (need(reading, 'EQUALS') === null || need(reading, 'OPENPAREN') === null) return null;
  const conditions = parseConditions(reading);
  return conditions === null || need(reading, 'CLOSEPAREN') === null ? null : conditions;
}

/**
 * Answers the words of a permission: one, or several in brackets; an empty list where there is none. A word that means
 * nothing is refused at once, before the bracket closes, as the parser does.
 */
export function parseWords(
  reading: Reading,
  kinds: readonly Token['kind'][],
  refuseWord: (word: Token) => string | null,
): readonly Token[] | null {
  const alone = takeIf(reading, ...kinds);
  if (alone !== null) return refused(reading, alone, refuseWord) ? null : [alone];
  if (takeIf(reading, 'OPENPAREN') === null) return [];
  const words: Token[] = [];
  for (let word = takeIf(reading, 'VALUE'); word !== null; word = takeIf(reading, 'VALUE')) {
    if (refused(reading, word, refuseWord)) return null;
    words.push(word);
  }
  return need(reading, 'CLOSEPAREN') === null ? null : words;
}

function refused(reading: Reading, word: Token, refuseWord: (word: Token) => string | null): boolean {
  const said = refuseWord(word);
  if (said !== null) refuseAs(reading, said, word);
  return said !== null;
}
