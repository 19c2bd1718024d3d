/**
 * Globs as automata. Many states at once and none twice, so a match takes at most the length of the path times that of the
 * glob, whatever the glob is: nothing goes back.
 */
import { bytesOf } from './bytes.ts';
import type { Expression, Range } from './expression.ts';
import { expressionOf, type GlobProblem } from './glob-expression.ts';

interface State {
  /** The bytes that lead on to `next`; none: a state that leads on to others at once. */
  readonly ranges: readonly Range[];
  readonly next: readonly number[];
}

export interface Matcher {
  readonly glob: string;
  readonly states: readonly State[];
  readonly start: number;
  readonly end: number;
  /** No star and no class in it: of two exec modes such a path wins. Braces do not count. */
  readonly isLiteral: boolean;
}

/** Answers the automaton of a glob, or why it is no glob. */
export function matcherOf(glob: string): Matcher | GlobProblem {
  const expression = expressionOf(glob);
  if (typeof expression === 'string') return expression;
  const states: State[] = [];
  const end = addState(states, { ranges: [], next: [] });
  const start = build(states, expression, end);
  return { glob, states, start, end, isLiteral: isLiteral(expression) };
}

export function isMatcher(read: Matcher | GlobProblem): read is Matcher {
  return typeof read !== 'string';
}

function addState(states: State[], state: State): number {
  states.push(state);
  return states.length - 1;
}

/** Adds the states of an expression in front of `then`, and answers its first. */
function build(states: State[], expression: Expression, then: number): number {
  switch (expression.is) {
    case 'byte':
      return addState(states, { ranges: [[expression.byte, expression.byte]], next: [then] });
    case 'class':
      return addState(states, { ranges: expression.ranges, next: expression.ranges.length === 0 ? [] : [then] });
    case 'cat':
      return expression.of.reduceRight((after, each) => build(states, each, after), then);
    case 'either':
      return addState(states, { ranges: [], next: expression.of.map((each) => build(states, each, then)) });
    case 'many': {
      const next: number[] = [then];
      const loop = addState(states, { ranges: [], next });
      next.push(build(states, expression.of, loop));
      return loop;
    }
  }
}

function isLiteral(expression: Expression): boolean {
  if (expression.is === 'byte') return true;
  return (expression.is === 'cat' || expression.is === 'either') && expression.of.every(isLiteral);
}

/** Answers whether a path matches. */
export function matches(matcher: Matcher, path: string): boolean {
  const bytes = bytesOf(path);
  let current = reachable(matcher, [matcher.start]);
  for (let at = 0; at < bytes.length; at += 1) {
    if (current.length === 0) return false;
    current = reachable(matcher, after(matcher, current, bytes.charCodeAt(at)));
  }
  return current.includes(matcher.end);
}

/**
 * Answers how much of a path it takes before the glob may repeat itself: of two profiles that attach, the one with the
 * longer beginning wins (Linux security/apparmor/match.c, aa_dfa_leftmatch).
 */
export function lengthBeforeLoop(matcher: Matcher, path: string): number {
  const bytes = bytesOf(path);
  let current = reachable(matcher, [matcher.start]);
  for (let at = 0; at < bytes.length; at += 1) {
    const isLoop = (id: number): boolean => matcher.states[id]?.next.some((each) => each > id) ?? false;
    if (current.some(isLoop)) return at;
    current = reachable(matcher, after(matcher, current, bytes.charCodeAt(at)));
  }
  return bytes.length;
}

function after({ states }: Matcher, current: readonly number[], byte: number): readonly number[] {
  const next: number[] = [];
  for (const id of current) {
    const state = states[id];
    if (state?.ranges.some(([first, last]) => byte >= first && byte <= last)) next.push(...state.next);
  }
  return next;
}

/** Answers the states and all to which they lead without a byte. */
function reachable({ states }: Matcher, from: readonly number[]): readonly number[] {
  const seen = new Set(from);
  for (const id of seen) {
    const state = states[id];
    if (state?.ranges.length === 0) state.next.forEach((each) => seen.add(each));
  }
  return [...seen];
}

interface Overlap {
  readonly isShared: boolean;
  /** Pairs of states that were looked at. Where it is all that was allowed, `isShared` says nothing. */
  readonly steps: number;
}

/** Answers whether one path matches both, as far as so many steps show. */
export function overlap(a: Matcher, b: Matcher, mostSteps: number): Overlap {
  const seen = new Set<number>();
  const open: (readonly [number, number])[] = [];
  const add = (fromA: readonly number[], fromB: readonly number[]): void => {
    for (const x of reachable(a, fromA)) {
      for (const y of reachable(b, fromB)) {
        const key = x * b.states.length + y;
        if (seen.has(key) || seen.size >= mostSteps) continue;
        seen.add(key);
        open.push([x, y]);
      }
    }
  };
  add([a.start], [b.start]);
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [x, y] = pair;
    if (x === a.end && y === b.end) return { isShared: true, steps: seen.size };
    const [stateA, stateB] = [a.states[x], b.states[y]];
    if (stateA !== undefined && stateB !== undefined && share(stateA.ranges, stateB.ranges))
      add(stateA.next, stateB.next);
  }
  return { isShared: false, steps: seen.size };
}

function share(a: readonly Range[], b: readonly Range[]): boolean {
  return a.some(([first, last]) => b.some(([from, to]) => first <= to && from <= last));
}
