/**
 * The tests of all rules of one call, as libseccomp keeps them: rules that begin with the same tests share them, and each
 * level has an order of its own, whatever the order of the rules (libseccomp 2.5.4, src/db.c: _db_tree_add, _db_chain_lt).
 * What is written down nowhere else is which rules it refuses to hold side by side: "file exists".
 */
import { keyOf, type Way, type WordTest } from './word-tests.ts';

/** What stands behind one end of a test: an answer, more tests, or nothing, which goes on to the next test. */
export type Branch<A> = { readonly answer: A } | { readonly level: Level<A> } | null;

/** The tests that stand side by side, by `keyOf`; `inOrder` tells which is asked first. */
export type Level<A> = Map<string, Node<A>>;

export interface Node<A> {
  readonly test: WordTest;
  whenTrue: Branch<A>;
  whenFalse: Branch<A>;
}

/** Puts a rule into the tree. Answers false where another answer stands in its place: the rule is refused. */
export function insertRule<A>(level: Level<A>, ways: readonly Way[], answer: A): boolean {
  const rule: Inserting<A> = { answer, cut: new Set() };
  return ways.every((way) => insertWay(level, way, rule));
}

interface Inserting<A> {
  readonly answer: A;
  /** Where a shorter rule answers on the true side, libseccomp does not look at the false side any more. */
  readonly cut: Set<Node<A>>;
}

function insertWay<A>(level: Level<A>, [step, ...rest]: Way, rule: Inserting<A>): boolean {
  if (step === undefined) return true;
  const node = nodeFor(level, step.test);
  const end = step.ends ? 'whenTrue' : 'whenFalse';
  const branch = node[end];
  if (rule.cut.has(node) && !step.ends) return true;
  if (rest.length > 0) {
    if (branch === null) {
      const below: Level<A> = new Map();
      node[end] = { level: below };
      return insertWay(below, rest, rule);
    }
    if ('level' in branch) return insertWay(branch.level, rest, rule);
    // A shorter way is there already and answers first; what is longer is dropped without a word.
    rule.cut.add(node);
    return true;
  }
  if (branch === null || ('level' in branch && allAnswer(branch.level, rule.answer))) {
    node[end] = { answer: rule.answer };
    return true;
  }
  if ('level' in branch) return false;
  // Of an upper half that says nothing yet about the lower one, two answers may stand; the first is kept.
  return branch.answer === rule.answer || (step.test.isHigh && hasTestsBelow(node));
}

function nodeFor<A>(level: Level<A>, test: WordTest): Node<A> {
  const key = keyOf(test);
  const node = level.get(key) ?? { test, whenTrue: null, whenFalse: null };
  level.set(key, node);
  return node;
}

function allAnswer<A>(level: Level<A>, answer: A): boolean {
  return [...level.values()].every(({ whenTrue, whenFalse }) =>
    [whenTrue, whenFalse].every(
      (branch) => branch === null || ('level' in branch ? allAnswer(branch.level, answer) : branch.answer === answer),
    ),
  );
}

function hasTestsBelow({ whenTrue, whenFalse }: Node<unknown>): boolean {
  return [whenTrue, whenFalse].some((branch) => branch !== null && 'level' in branch);
}

const ranks = { MASKED_EQ: 3, EQ: 3, NE: 3, LE: 2, LT: 2, GE: 1, GT: 1 } as const;

/**
 * Answers the tests of a level as they are asked: the last argument first, of each its upper half before the lower one; then
 * exact values, then ranges, narrow ones first; and what is equal in all this as it was written.
 */
export function inOrder<A>(level: Level<A>): readonly Node<A>[] {
  return [...level.values()].sort(({ test: one }, { test: other }) => {
    if (wordOf(one) !== wordOf(other)) return wordOf(other) - wordOf(one);
    const [rank, otherRank] = [ranks[one.operator], ranks[other.operator]];
    if (rank !== otherRank) return otherRank - rank;
    return rank === ranks.LT ? one.value - other.value : other.value - one.value;
  });
}

/** The words of 32 bits that the registers are, counted from the lower half of the first one. */
export function wordOf({ index, isHigh }: WordTest): number {
  return 2 * index + (isHigh ? 1 : 0);
}
