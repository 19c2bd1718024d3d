/** A criterion against the verdicts on what it tries. */
import { decide } from '../kernel/decide.ts';
import type { EffectiveContainer, Mount } from '../model/container.ts';
import type { Criterion } from '../model/lab.ts';
import type { OperationCall } from '../model/operation.ts';
import { mountAt } from '../model/path.ts';
import type { Analysis, Outcome, OutcomeStatus } from '../model/report.ts';
import type { Requirement } from '../model/requirement.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Pair } from './documents.ts';

/** A container that criteria may name, in the learner's text and in the start. */
export interface Target {
  readonly pair: Pair;
  readonly now: EffectiveContainer;
  /** Mounts that the learner added. */
  readonly addedMounts: readonly Mount[];
}

/** Answers every container of the learner's text that stands for one of the start. */
export function targetsIn(pairs: readonly Pair[]): readonly Target[] {
  return pairs.flatMap((pair) =>
    pair.now.containers.map((now) => ({ pair, now, addedMounts: addedMounts(pair, now) })),
  );
}

function addedMounts({ start }: Pair, { name, mounts }: EffectiveContainer): readonly Mount[] {
  const had = start.containers.find((container) => container.name === name)?.mounts ?? [];
  return mounts.filter(({ path, volume }) => !had.some((mount) => mount.path === path && mount.volume === volume));
}

/** Answers the one container that a criterion names; null where there is none, or more than one. */
function targetOf({ container, document }: Criterion, targets: readonly Target[]): Target | null {
  const named = targets.filter(
    ({ pair, now }) => now.name === container && (document === undefined || pair.start.name === document),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** Answers what became of a criterion. Every sample has to hold; the one that decided comes first. */
export function outcomeOf(criterion: Criterion, targets: readonly Target[], analysis: Analysis): Outcome {
  const target = targetOf(criterion, targets);
  if (target === null) return { criterion, status: 'nothing-to-test', verdicts: [] };
  const place = { document: target.pair.index, container: target.now.name };
  const judged: { verdict: Verdict; status: OutcomeStatus }[] = [];
  for (const call of criterion.operations) {
    const verdict = isOnOneMount(call, target) ? decide(analysis, place, call) : null;
    if (verdict === null) return { criterion, status: 'nothing-to-test', verdicts: [] };
    judged.push({ verdict, status: statusOf(verdict, criterion, target) });
  }
  judged.sort((a, b) => rank(a.status) - rank(b.status));
  return { criterion, status: judged[0]?.status ?? 'nothing-to-test', verdicts: judged.map(({ verdict }) => verdict) };
}

const worstFirst: readonly OutcomeStatus[] = ['nothing-to-test', 'not-run', 'unmet', 'absent', 'cannot-tell', 'met'];

function rank(status: OutcomeStatus): number {
  return worstFirst.indexOf(status);
}

/** A volume that is mounted twice is tried nowhere: the second mount could hide what the first one gives. */
function isOnOneMount({ parameters }: OperationCall, { now }: Target): boolean {
  const volume = parameters['volume'];
  if (volume === undefined) return true;
  return now.mounts.filter((mount) => mount.volume === volume).length === 1;
}

function statusOf(verdict: Verdict, { must, absenceCounts }: Criterion, target: Target): OutcomeStatus {
  if (!verdict.started && verdict.operation.id !== 'start') return 'not-run';
  if (verdict.decision === 'unknown') return 'cannot-tell';
  if (isAbsent(verdict, target)) return must === 'be-blocked' && absenceCounts === true ? 'met' : 'absent';
  return (verdict.decision === 'allowed') === (must === 'keep-working') ? 'met' : 'unmet';
}

/** The file is hidden, or the answer comes from what the learner's own mount put in its place. */
function isAbsent({ chain }: Verdict, { now, addedMounts }: Target): boolean {
  const stop = chain.find(({ reached, answer }) => reached && answer === 'stops');
  if (stop === undefined) return false;
  if (stop.requirement.kind === 'file-visible') return true;
  const path = pathIn(stop.requirement);
  const mount = path === null ? null : mountAt(now.mounts, path);
  return mount !== null && addedMounts.includes(mount);
}

function pathIn(requirement: Requirement): string | null {
  switch (requirement.kind) {
    case 'writable-mount':
    case 'file-kind':
      return requirement.path;
    case 'file-mode':
    case 'file-owner':
      return requirement.file.path;
    case 'any-of':
      return requirement.ways.map(pathIn).find((path) => path !== null) ?? null;
    default:
      return null;
  }
}
