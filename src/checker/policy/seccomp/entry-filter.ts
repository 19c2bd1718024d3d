/** The rules of one entry, by call, as libseccomp 2.5.4 keeps them (src/db.c, db_rule_add; src/syscalls.c, abi_rule_add). */
import { multiplexedOnI386, type Entry } from '../../facts/syscalls.ts';
import { isSameAction, type Action } from './actions.ts';
import { isAlwaysTrue, narrowed, type Condition, type Width } from './condition.ts';
import { programOf, type Target } from './libseccomp/program.ts';
import { insertRule, type Level } from './libseccomp/tree.ts';
import { waysThrough } from './libseccomp/word-tests.ts';
import { numberOn } from './names.ts';
import type { OciRule } from './oci.ts';
import { nameInC, type Addition } from './plan.ts';

export interface KeptRule {
  readonly rule: OciRule;
  readonly action: Action;
  /** As this entry compares them; none: the rule holds whatever the registers are. */
  readonly conditions: readonly Condition[];
}

/** Either one rule without conditions, or rules with conditions and the program that asks them. */
export type CallFilter =
  | { readonly kind: 'always'; readonly kept: KeptRule }
  | { readonly kind: 'conditional'; readonly kept: readonly KeptRule[]; readonly program: Target<Action> };

export interface EntryFilter {
  readonly calls: ReadonlyMap<number, CallFilter>;
  /** How many tests libseccomp asks for the call that it asks first; null for none. */
  readonly fewestTests: number | null;
  /** The same among calls that this entry does not have. */
  readonly fewestTestsElsewhere: number | null;
}

/** x32 compares 32 bits too, although its registers have 64 (libseccomp src/arch-x32.c, ARCH_SIZE_32). */
export const widths: Readonly<Record<Entry, Width>> = { x86_64: 64, i386: 32, x32: 32 };

/** A call that this entry does not have is kept as well: its rules can contradict each other. */
type CallKey = number | string;

interface Held {
  readonly always: KeptRule | null;
  readonly conditional: KeptRule[];
  readonly tree: Level<Action>;
}

/** Answers the rules of an entry, or the first one that libseccomp refuses to hold beside those before it. */
export function entryFilterOf(
  entry: Entry,
  additions: readonly Addition[],
): EntryFilter | { readonly clash: Addition } {
  const calls = new Map<CallKey, Held>();
  // Two actions that mean one thing to the kernel are one answer.
  const actions: Action[] = [];
  const oneOf = (action: Action): Action => {
    const known = actions.find((other) => isSameAction(other, action));
    if (known === undefined) actions.push(action);
    return known ?? action;
  };
  for (const addition of additions) {
    for (const { key, conditions } of placesOf(entry, addition)) {
      const kept = { rule: addition.rule, action: addition.action, conditions };
      if (!add(calls, { key, kept, answer: oneOf(addition.action), width: widths[entry] })) return { clash: addition };
    }
  }
  const numbered = [...calls].filter((pair): pair is [number, Held] => typeof pair[0] === 'number');
  const unnumbered = [...calls].filter(([key]) => typeof key === 'string');
  return {
    calls: new Map(numbered.map(([number, held]) => [number, callFilterOf(held)])),
    fewestTests: fewest(numbered.map(([, held]) => testsOf(held, widths[entry]))),
    fewestTestsElsewhere: fewest(unnumbered.map(([, held]) => testsOf(held, widths[entry]))),
  };
}

function fewest(counts: readonly number[]): number | null {
  return counts.length === 0 ? null : Math.min(...counts);
}

/** Tests that rules share are counted for each: close enough for what it is asked for, see `isNumberRead`. */
function testsOf({ conditional }: Held, width: Width): number {
  const of64 = ({ operator }: Condition): number => (['EQ', 'NE', 'MASKED_EQ'].includes(operator) ? 2 : 3);
  return conditional
    .flatMap(({ conditions }) => conditions)
    .reduce((sum, condition) => sum + (width === 32 ? 1 : of64(condition)), 0);
}

function callFilterOf({ always, conditional, tree }: Held): CallFilter {
  if (always !== null) return { kind: 'always', kept: always };
  return { kind: 'conditional', kept: conditional, program: programOf(tree) };
}

interface Place {
  readonly key: CallKey;
  readonly conditions: readonly Condition[];
}

/** Answers under which calls of an entry a rule is kept: two for what i386 does through socketcall or ipc. */
function placesOf(entry: Entry, { name, conditions }: Addition): readonly Place[] {
  const called = nameInC(name);
  const number = numberOn(entry, called);
  const asked = conditions.map((condition) => narrowed(condition, widths[entry]));
  const plain = { key: number ?? called, conditions: asked };
  if (entry !== 'i386') return [plain];
  const multiplexed = multiplexedOnI386(called);
  if (multiplexed === null) return number === null ? [] : [plain];
  // Register 0 of the multiplexer says which call is meant; what a rule asked of it is lost, of the others it stays.
  const isMeant = { index: 0, operator: 'EQ', mask: 0xffff_ffffn, value: BigInt(multiplexed.number) } as const;
  const others = asked.filter(({ index }) => index !== 0);
  return [{ key: numberOn('i386', multiplexed.by) ?? called, conditions: [isMeant, ...others] }, plain];
}

interface Added {
  readonly key: CallKey;
  readonly kept: KeptRule;
  readonly answer: Action;
  readonly width: Width;
}

function add(calls: Map<CallKey, Held>, { key, kept, answer, width }: Added): boolean {
  const held: Held = calls.get(key) ?? { always: null, conditional: [], tree: new Map() };
  // The first rule without conditions is the last one that is heard.
  if (held.always !== null) return true;
  const conditions = kept.conditions.filter((condition) => !isAlwaysTrue(condition));
  const wanted = { ...kept, conditions };
  if (conditions.length === 0) {
    calls.set(key, { always: wanted, conditional: [], tree: new Map() });
    return true;
  }
  held.conditional.push(wanted);
  calls.set(key, held);
  return insertRule(held.tree, waysThrough(conditions, width), answer);
}
