import {
  analyse,
  decide,
  decidingStep,
  defaultWorld,
  type EffectiveContainer,
  type OperationCall,
  type Verdict,
  type World,
} from '../../src/checker/index.ts';
import { pod, sourceOf, type PodShape } from './pods.ts';

/** Answers the effective state of the one container of a pod, whether or not the pod would start. */
export function containerOf(shape: PodShape, world: World = defaultWorld): EffectiveContainer {
  const container = analyse([sourceOf(pod(shape))], world).documents[0]?.containers[0];
  if (container === undefined) throw new Error('the pod of this test has no container that could be read');
  return container;
}

/** Answers what happens when the one container of a pod tries an operation. */
export function verdictOf(shape: PodShape, call: string | OperationCall, world: World = defaultWorld): Verdict {
  const operation = typeof call === 'string' ? { id: call, parameters: {} } : call;
  const verdict = decide(analyse([sourceOf(pod(shape))], world), { document: 0, container: 'app' }, operation);
  if (verdict === null) throw new Error(`nothing to try ${operation.id} on`);
  return verdict;
}

/** Answers a verdict in a word: `allowed`, `denied EPERM`, `ineffective`, `refused` for a pod that does not start. */
export function inAWord({ decision, errno, started }: Verdict): string {
  if (!started) return 'refused';
  return errno === undefined ? decision : `${decision} ${errno}`;
}

/** Answers the code of the reason that decided a verdict. */
export function becauseOf(verdict: Verdict): string | undefined {
  return decidingStep(verdict)?.reason.code;
}
