import type { Site } from '../model/operation.ts';
import type { Answer, Gate } from '../model/primitive.ts';
import type { QuestionKind, Requirement } from '../model/requirement.ts';
import type { Step } from '../model/verdict.ts';
import { gates } from './gates.ts';

/** Whether what stands before let the operation come this far. */
type Reach = 'reached' | 'not-reached';

/**
 * Answers every requirement in the kernel's order. What stands behind the first stop keeps its answer but is not reached;
 * `from` says whether the first one is.
 */
export function walk(requirements: readonly Requirement[], site: Site, from: Reach): readonly Step[] {
  let reach = from;
  return requirements.map((requirement) => {
    const step = judge(requirement, site, reach);
    if (step.answer === 'stops') reach = 'not-reached';
    return step;
  });
}

function judge(requirement: Requirement, site: Site, reach: Reach): Step {
  if (requirement.kind === 'any-of') return judgeAnyOf(requirement, site, reach);
  const { answer, layer, reason, stop } = answerOf(requirement, site);
  return { requirement, answer, reached: reach === 'reached', layer, reason, stop: stop ?? requirement.stop };
}

/** The registry pairs each kind with its own gate; the pairing is lost to the compiler when the kind is a variable. */
function answerOf(requirement: Exclude<Requirement, { kind: 'any-of' }>, { container, world }: Site): Answer {
  const gate = gates[requirement.kind] as Gate<QuestionKind>;
  return gate(requirement, container, world);
}

/**
 * One yes is enough; without one, one 'cannot tell' leaves it open; else all ways stop, and the first, the plain rule, speaks
 * for them.
 */
function judgeAnyOf(requirement: Extract<Requirement, { kind: 'any-of' }>, site: Site, reach: Reach): Step {
  const [plain, ...others] = requirement.ways;
  const first = judge(plain, site, reach);
  const ways = [first, ...others.map((way) => judge(way, site, reach))];
  const speaker =
    ways.find(({ answer }) => answer === 'passes') ?? ways.find(({ answer }) => answer === 'cannot-tell') ?? first;
  const { answer, layer, reason } = speaker;
  const reached = reach === 'reached';
  return { requirement, answer, reached, layer, reason, stop: requirement.stop, ways };
}
