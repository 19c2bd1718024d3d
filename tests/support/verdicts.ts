import {
  analyse,
  decide,
  defaultWorld,
  type Analysis,
  type OperationCall,
  type Verdict,
  type World,
} from '../../src/checker/index.ts';
import { sourceOf, type Plain } from './pods.ts';
import { everyCall } from './calls.ts';

/** The default ground, with files of two strangers on the volume `data`. */
export const world: World = {
  ...defaultWorld,
  volumes: {
    data: [
      { path: '/foreign-a', kind: 'file', uid: 2000, gid: 2000, mode: 0o644 },
      { path: '/foreign-b', kind: 'file', uid: 3000, gid: 3000, mode: 0o644 },
      { path: '/secret-a', kind: 'file', uid: 2000, gid: 2000, mode: 0o600 },
      { path: '/secret-b', kind: 'file', uid: 3000, gid: 3000, mode: 0o600 },
    ],
  },
};

export function analysed(document: Plain): Analysis {
  return analyse([sourceOf(document)], world);
}

/** What the container `app` of the first document gets to hear. */
export function verdictOn(analysis: Analysis, call: OperationCall): Verdict | null {
  return decide(analysis, { document: 0, container: 'app' }, call);
}

/** A verdict without its places in the text: what two spellings of one pod have in common. */
function substanceOf({ decision, started, errno, signal, chain }: Verdict) {
  const steps = chain.map((step) => [step.requirement.kind, step.answer, step.reached, step.layer, step.reason.code]);
  return { decision, started, errno, signal, steps };
}

/** What it gets to hear about everything it could try. */
export function everyVerdictOn(analysis: Analysis): Verdict[] {
  return everyCall.flatMap((call) => verdictOn(analysis, call) ?? []);
}

/** The substance of every verdict, by the operation. */
export function everySubstance(analysis: Analysis): Record<string, ReturnType<typeof substanceOf>> {
  return Object.fromEntries(everyVerdictOn(analysis).map((verdict) => [verdict.operation.id, substanceOf(verdict)]));
}
