import type { Entry } from '../../facts/syscalls.ts';
import type { Action } from './actions.ts';
import { nativeEntry } from './architectures.ts';
import { decodeGo } from './decode-go.ts';
import { decodeYajl } from './decode-yajl.ts';
import { entryFilterOf, type EntryFilter } from './entry-filter.ts';
import type { OciProfile } from './oci.ts';
import type { Addition, Plan } from './plan.ts';
import { planOfCrun, refusedByCrun } from './plan-crun.ts';
import { planOfRunc, refusedByRunc } from './plan-runc.ts';
import type { Runtime, WrittenProfile } from './profile.ts';
import { refusal, type Outcome } from './refusal.ts';

export type CompiledFilter =
  /** The profile says nothing, and the container runs without a filter. */
  { readonly kind: 'none' } | LoadedFilter;

export interface LoadedFilter {
  readonly kind: 'loaded';
  readonly defaultAction: Action;
  readonly entries: Readonly<Partial<Record<Entry, EntryFilter>>>;
  /** The number above which a call is answered with ENOSYS, by entry. */
  readonly stub: Plan['stub'];
  readonly hasListener: boolean;
  /** The entries whose calls are compared without having been looked at: nothing holds there but the default. */
  readonly unread: readonly Entry[];
}

const runtimes = {
  runc: { decode: decodeGo, plan: planOfRunc, refused: refusedByRunc },
  crun: { decode: decodeYajl, plan: planOfCrun, refused: refusedByCrun },
} as const satisfies Record<Runtime, RuntimeSteps>;

interface RuntimeSteps {
  readonly decode: (profile: WrittenProfile) => Outcome<OciProfile | null>;
  readonly plan: (profile: OciProfile) => Outcome<Plan | null>;
  readonly refused: (addition: Addition) => string;
}

/** Answers the filter that a runtime loads for a profile, or why the container does not start. */
export function compileSeccomp(profile: WrittenProfile, runtime: Runtime): Outcome<CompiledFilter> {
  const { decode, plan: planOf, refused } = runtimes[runtime];
  const decoded = decode(profile);
  if ('refusal' in decoded) return decoded;
  if (decoded.value === null) return { value: { kind: 'none' } };
  const planned = planOf(decoded.value);
  if ('refusal' in planned) return planned;
  if (planned.value === null) return { value: { kind: 'none' } };
  const { defaultAction, entries, additions, stub, hasListener } = planned.value;

  const filters: Partial<Record<Entry, EntryFilter>> = {};
  for (const entry of new Set([nativeEntry, ...entries])) {
    const filter = entryFilterOf(entry, additions);
    if ('clash' in filter) {
      const { rule, name } = filter.clash;
      const [span, facts] = [rule.span, { call: name.text, entry }];
      return { refusal: refusal({ code: 'seccomp-profile/clash', span, facts, words: refused(filter.clash) }) };
    }
    filters[entry] = filter;
  }
  const unread = unreadEntries(filters);
  return { value: { kind: 'loaded', defaultAction, entries: filters, stub, hasListener, unread } };
}

/**
 * A flaw of libseccomp 2.5.4: the call's number is loaded by the test for the call that is asked first, and where that is
 * a call which the entry does not have, the test is left out and the load with it (src/gen_bpf.c, _gen_bpf_syscalls).
 * Without x32 the native entry loads the number before, to tell x32 from itself. Found with programs of libseccomp itself.
 */
function unreadEntries({ x86_64, x32, i386 }: LoadedFilter['entries']): readonly Entry[] {
  const shared: readonly Entry[] =
    x86_64 !== undefined && x32 !== undefined && !isNumberRead([x86_64, x32]) ? ['x86_64', 'x32'] : [];
  return i386 === undefined || isNumberRead([i386]) ? shared : [...shared, 'i386'];
}

/** The call with the fewest tests is asked first; of equal ones that of the first entry, with a number before without. */
function isNumberRead(together: readonly EntryFilter[]): boolean {
  const ranked = together.flatMap(({ fewestTests, fewestTestsElsewhere }) => [
    { tests: fewestTests, isRead: true },
    { tests: fewestTestsElsewhere, isRead: false },
  ]);
  const known = ranked.filter(({ tests }) => tests !== null);
  return known.toSorted((a, b) => (a.tests ?? 0) - (b.tests ?? 0))[0]?.isRead ?? true;
}
