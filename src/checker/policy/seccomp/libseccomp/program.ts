/**
 * The program that libseccomp 2.5.4 writes for the tests of one call, with its one flaw. BPF has a single register, and a
 * test whose argument word is loaded already does not load it again. When the program is put in order, a load is added
 * where the FIRST jump to a test comes with another word in the register; later jumps to it are not looked at, and so a
 * test may compare a word that it does not mean (src/gen_bpf.c, _gen_bpf_build_bpf, "do we need to reload the accumulator?").
 * Two rules with ranges are enough for it. Tried against the programs of libseccomp itself, see README.md.
 */
import type { Registers } from '../condition.ts';
import { lowWord, type WordTest } from './word-tests.ts';
import { inOrder, wordOf, type Branch, type Level } from './tree.ts';

/** What the register holds: a word of the arguments and a mask; null before anything was loaded. */
type Loaded = { readonly word: number; readonly mask: number } | null;

interface Block<A> {
  readonly test: WordTest;
  readonly loads: boolean;
  /** What it counts on finding in the register; null where it loads by itself. */
  readonly expects: Loaded;
  readonly leaves: NonNullable<Loaded>;
  whenTrue: Target<A>;
  whenFalse: Target<A>;
  isPlaced: boolean;
  /** Set where the first jump to it brings something else than it expects. */
  reloads: boolean;
}

/** Null is the end of the tests: the default of the filter. */
export type Target<A> = Block<A> | { readonly answer: A } | null;

/** Answers where the program for a call begins. */
export function programOf<A>(level: Level<A>): Target<A> {
  const first = blocksOf(level, { behind: null, loaded: null });
  place(first);
  return first;
}

interface Surroundings<A> {
  /** Where it goes on when no test of the level decides. */
  readonly behind: Target<A>;
  readonly loaded: Loaded;
}

function blocksOf<A>(level: Level<A>, { behind, loaded }: Surroundings<A>): Target<A> {
  const blocks: Block<A>[] = [];
  let held = loaded;
  const nodes = inOrder(level);
  for (const { test } of nodes) {
    const block = blockOf<A>(test, held);
    held = block.leaves;
    blocks.push(block);
  }
  nodes.forEach(({ whenTrue, whenFalse }, index) => {
    const block = blocks[index];
    if (block === undefined) return;
    const next = blocks[index + 1] ?? behind;
    const targetOf = (branch: Branch<A>): Target<A> => {
      if (branch === null) return next;
      return 'answer' in branch ? branch : blocksOf(branch.level, { behind: next, loaded: block.leaves });
    };
    block.whenTrue = targetOf(whenTrue);
    block.whenFalse = targetOf(whenFalse);
  });
  return blocks[0] ?? behind;
}

function blockOf<A>(test: WordTest, held: Loaded): Block<A> {
  const word = wordOf(test);
  const hasIt = held?.word === word && (test.mask & held.mask) >>> 0 === test.mask;
  return {
    test,
    loads: !hasIt,
    expects: hasIt ? held : null,
    leaves: { word, mask: test.mask },
    whenTrue: null,
    whenFalse: null,
    isPlaced: false,
    reloads: false,
  };
}

/**
 * Depth first, what follows a true test before what follows a false one: the order in which libseccomp pulls blocks in. A
 * list of its own, since a call may have more rules than a program may call itself.
 */
function place<A>(start: Target<A>): void {
  const waiting: { readonly target: Target<A>; readonly brings: Loaded }[] = [{ target: start, brings: null }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { target, brings } = next;
    if (target === null || 'answer' in target || target.isPlaced) continue;
    const { expects, leaves, whenTrue, whenFalse } = target;
    target.isPlaced = true;
    target.reloads = expects !== null && (expects.word !== brings?.word || expects.mask !== brings.mask);
    waiting.push({ target: whenFalse, brings: leaves }, { target: whenTrue, brings: leaves });
  }
}

/** Answers what the program says to the registers of a call; null: nothing, so the default counts. */
export function runProgram<A>(start: Target<A>, registers: Registers): A | null {
  let at = start;
  let register = 0;
  while (at !== null && !('answer' in at)) {
    const { test, loads, reloads, expects } = at;
    if (reloads && expects !== null) register = (wordIn(registers, expects.word) & expects.mask) >>> 0;
    if (loads) register = wordIn(registers, wordOf(test));
    register = (register & test.mask) >>> 0;
    at = comes(test, register) ? at.whenTrue : at.whenFalse;
  }
  return at === null ? null : at.answer;
}

function wordIn(registers: Registers, word: number): number {
  const register = registers[word >> 1] ?? 0n;
  return lowWord(word % 2 === 1 ? register >> 32n : register);
}

function comes({ asks, value }: WordTest, found: number): boolean {
  if (asks === 'above') return found > value;
  return asks === 'at-least' ? found >= value : found === value;
}
