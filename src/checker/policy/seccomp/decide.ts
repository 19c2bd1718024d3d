import { x32Bit, type Entry } from '../../facts/syscalls.ts';
import type { Signal } from '../../model/errno.ts';
import { isSameAction, type Action } from './actions.ts';
import type { CompiledFilter, LoadedFilter } from './compile.ts';
import { holds, type Registers } from './condition.ts';
import { widths, type CallFilter, type KeptRule } from './entry-filter.ts';
import { runProgram } from './libseccomp/program.ts';
import { answering, type Answering } from './messages.ts';
import { nameOn } from './names.ts';
import type { OciRule } from './oci.ts';

/** A call as a filter sees it: where it enters, its number there, six registers. No path, and nothing behind a pointer. */
export interface SeccompCall {
  readonly entry: Entry;
  readonly number: number;
  readonly registers: Registers;
}

export interface SeccompAnswer {
  /** `unknown`: what libseccomp makes of the rules cannot be told from them. */
  readonly decision: 'allowed' | 'denied' | 'unknown';
  /** As OCI spells it; null where it cannot be told. */
  readonly action: string | null;
  /** What the caller gets back; 0 is success without the call. Null where the call is made, or the caller killed. */
  readonly errno: number | null;
  readonly signal: Signal | null;
  /** The rule that decided; null where none did. */
  readonly rule: OciRule | null;
  readonly why: Answering;
}

/** ENOSYS (include/uapi/asm-generic/errno.h). */
const noSuchCall = 38;

/** Answers what a filter says to a call, and which rule said it. */
export function decideSeccomp(filter: CompiledFilter, call: SeccompCall): SeccompAnswer {
  if (filter.kind === 'none') {
    return { ...through('SCMP_ACT_ALLOW'), rule: null, why: answering('seccomp-profile/no-filter', {}) };
  }
  const { entries, stub, defaultAction } = filter;
  const { entry, number } = call;
  const kept = entries[entry];
  if (kept === undefined) {
    const why = answering('seccomp-profile/entry-not-listed', { entry });
    return { ...killed('SCMP_ACT_KILL_THREAD'), rule: null, why };
  }
  const highest = stub[entry];
  if (highest !== undefined && number > highest) {
    const why = answering('seccomp-profile/newer-than-profile', { highest: highest & ~x32Bit });
    return { ...refused('SCMP_ACT_ERRNO', noSuchCall), rule: null, why };
  }
  const calls = kept.calls.get(number);
  if (filter.unread.includes(entry)) {
    const why = answering('seccomp-profile/number-not-read', { hasRules: calls !== undefined });
    return { ...effectOf(defaultAction, filter), rule: null, why };
  }
  const found = calls === undefined ? { rules: [], isMisread: false } : rulesFor(calls, call);
  const [first] = found.rules;
  if (found.isMisread) return { ...open, why: answering('seccomp-profile/misread', {}) };
  if (first === undefined) {
    const why = answering('seccomp-profile/default', { hasRules: calls !== undefined });
    return { ...effectOf(defaultAction, filter), rule: null, why };
  }
  if (found.rules.some(({ action }) => !isSameAction(action, first.action))) {
    const actions = [...new Set(found.rules.map(({ action }) => action.name))];
    return { ...open, why: answering('seccomp-profile/ambiguous', { actions }) };
  }
  const facts = { hasConditions: first.conditions.length > 0, through: multiplexerOf(call, first.rule) };
  const why = answering('seccomp-profile/rule', facts);
  return { ...effectOf(first.action, filter), rule: first.rule, why };
}

interface Found {
  /** Those whose conditions hold. */
  readonly rules: readonly KeptRule[];
  /** The program that libseccomp writes compares something else than the rules say. */
  readonly isMisread: boolean;
}

function rulesFor(kept: CallFilter, { entry, registers }: SeccompCall): Found {
  if (kept.kind === 'always') return { rules: [kept.kept], isMisread: false };
  const seen = widths[entry] === 64 ? registers : registers.map((register) => BigInt.asUintN(32, register));
  const rules = kept.kept.filter(({ conditions }) => conditions.every((condition) => holds(condition, seen)));
  const said = runProgram(kept.program, seen);
  const isMisread = said === null ? rules.length > 0 : !rules.some(({ action }) => isSameAction(action, said));
  return { rules, isMisread };
}

/** The call of i386 that stands for many, where a rule for one of these reached it. */
function multiplexerOf({ entry, number }: SeccompCall, { names }: OciRule): string | null {
  const name = entry === 'i386' ? nameOn(entry, number) : null;
  if (name !== 'socketcall' && name !== 'ipc') return null;
  return names.some(({ text }) => text === name) ? null : name;
}

type Effect = Omit<SeccompAnswer, 'rule' | 'why'>;

/** What an action does to the caller: seccomp(2), "Filter return values". */
function effectOf({ kind, name, data }: Action, { hasListener }: LoadedFilter): Effect {
  switch (kind) {
    case 'allow':
    case 'log':
      return through(name);
    case 'errno':
      return refused(name, data);
    // Nobody traces a container, and without a tracer the call is not made.
    case 'trace':
      return refused(name, noSuchCall);
    case 'notify':
      return hasListener ? { ...open, action: name } : refused(name, noSuchCall);
    case 'trap':
    case 'kill-thread':
    case 'kill-process':
      return killed(name);
  }
}

function through(action: string): Effect {
  return { decision: 'allowed', action, errno: null, signal: null };
}

function refused(action: string, errno: number): Effect {
  return { decision: 'denied', action, errno, signal: null };
}

function killed(action: string): Effect {
  return { decision: 'denied', action, errno: null, signal: 'SIGSYS' };
}

const open = { decision: 'unknown', action: null, errno: null, signal: null, rule: null } as const;
