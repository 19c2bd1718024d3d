import type { CompiledFilter } from './compile.ts';
import { decideSeccomp, type SeccompAnswer, type SeccompCall } from './decide.ts';

/** From the strictest to the mildest: seccomp(2), "Filter return values". */
const order = [
  'SCMP_ACT_KILL_PROCESS',
  'SCMP_ACT_KILL_THREAD',
  'SCMP_ACT_TRAP',
  'SCMP_ACT_ERRNO',
  'SCMP_ACT_NOTIFY',
  'SCMP_ACT_TRACE',
  'SCMP_ACT_LOG',
  'SCMP_ACT_ALLOW',
];

/**
 * Answers what several filters of one process say together, the youngest one first: each is run, the strictest answer
 * counts, and of equal ones that of the youngest. Null without a filter. What cannot be told of one cannot be told of all,
 * unless another one answers as strictly as can be.
 */
export function decideStacked(youngestFirst: readonly CompiledFilter[], call: SeccompCall): SeccompAnswer | null {
  const answers = youngestFirst.map((filter) => decideSeccomp(filter, call));
  const [strictest = null] = answers.toSorted((a, b) => rankOf(a) - rankOf(b));
  const open = answers.find(({ action }) => action === null);
  return strictest?.action === order[0] ? strictest : (open ?? strictest);
}

/** KILL and KILL_THREAD are one; what cannot be told comes last. */
function rankOf({ action }: SeccompAnswer): number {
  if (action === null) return order.length;
  return order.indexOf(action === 'SCMP_ACT_KILL' ? 'SCMP_ACT_KILL_THREAD' : action);
}
