import type { Answer, Gate } from '../model/primitive.ts';
import type { Site } from '../model/operation.ts';
import type { QuestionKind, Requirement } from '../model/requirement.ts';
import type { Step } from '../model/verdict.ts';
import { gates } from './gates.ts';

/** A step with the answer the caller sees when it stops. */
export interface Judged extends Step {
  readonly stop: Requirement['stop'];
}

/** Answers every requirement in the kernel's order; what stands behind the first stop keeps its answer but is not reached. */
export function walk(requirements: readonly Requirement[], site: Site): readonly Judged[] {
  let reached = true;
  return requirements.map((requirement) => {
    const step = { ...judge(requirement, site), reached };
    if (step.answer === 'stops') reached = false;
    return step;
  });
}

type Judgement = Omit<Judged, 'reached'>;

function judge(requirement: Requirement, site: Site): Judgement {
  if (requirement.kind === 'any-of') return judgeAnyOf(requirement, site);
  const answer = answerOf(requirement, site);
  return {
    requirement,
    answer: answer.answer,
    layer: answer.layer,
    reason: answer.reason,
    stop: answer.stop ?? requirement.stop,
  };
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
function judgeAnyOf(requirement: Extract<Requirement, { kind: 'any-of' }>, site: Site): Judgement {
  const ways = requirement.ways.map((way) => ({ ...judge(way, site), reached: true }));
  const speaker =
    ways.find(({ answer }) => answer === 'passes') ?? ways.find(({ answer }) => answer === 'cannot-tell') ?? ways[0];
  if (speaker === undefined) throw new Error('an any-of requirement has at least one way');
  const { answer, layer, reason } = speaker;
  return { requirement, answer, layer, reason, ways, stop: requirement.stop };
}
