/** `name=value`, `name=(a, b)` and `name in (a, b)` of rules, and `peer=(…)`. */
import { need, peek, takeIf, unexpected, type Reading } from './reading.ts';
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

/** Answers the words of a permission: one, or several in brackets; an empty list where there is none. */
export function parseWords(reading: Reading, kinds: readonly Token['kind'][]): readonly Token[] | null {
  const alone = takeIf(reading, ...kinds);
  if (alone !== null) return [alone];
  if (takeIf(reading, 'OPENPAREN') === null) return [];
  const words: Token[] = [];
  while (peek(reading).kind === 'VALUE') {
    const word = takeIf(reading, 'VALUE');
    if (word !== null) words.push(word);
  }
  return need(reading, 'CLOSEPAREN') === null ? null : words;
}
