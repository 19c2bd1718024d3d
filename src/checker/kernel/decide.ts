import { linux } from '../facts/sources.ts';
import type { OperationCall } from '../model/operation.ts';
import type { Analysis } from '../model/report.ts';
import type { Requirement } from '../model/requirement.ts';
import type { Step, Verdict } from '../model/verdict.ts';
import type { World } from '../model/world.ts';
import { operationNamed } from '../operations/index.ts';
import { walk } from './walk.ts';

/** A container of an analysis: the index of its document, and its name. */
export interface ContainerPlace {
  readonly document: number;
  readonly container: string;
}

/**
 * Answers what happens when a container tries an operation. Null: there is no such container or operation, or the world has
 * no object to try it on.
 */
export function decide(analysis: Analysis, place: ContainerPlace, call: OperationCall): Verdict | null {
  const document = analysis.documents[place.document];
  const index = document?.containers.findIndex(({ name }) => name === place.container) ?? -1;
  const container = document?.containers[index];
  const start = document?.starts[index];
  const named = operationNamed(call.id);
  if (container === undefined || start === undefined || named === null) return null;
  const site = { container, world: analysis.world };
  const asked = named.operation.requirements({ ...named.parameters, ...call.parameters }, site);
  if (asked === null) return null;
  const started = start.every(({ answer }) => answer !== 'stops');
  const tried = walk(withSecurityModule(asked, analysis.world), site, started ? 'reached' : 'not-reached');
  const chain = [...start, ...tried];
  return { ...place, operation: call, chain, started, ...decisionOf(chain) };
}

/** Three-valued: a stop decides whatever else is open, and names its error only if nothing before it was. */
function decisionOf(chain: readonly Step[]): Pick<Verdict, 'decision' | 'errno'> {
  const stop = chain.find((step) => step.reached && step.answer === 'stops')?.stop;
  const openSteps = chain.filter((step) => step.reached && step.answer === 'cannot-tell');
  const open = openSteps.length > 0;
  // What is said of a file that may be another one says nothing.
  if (stop === undefined || openSteps.some(({ requirement }) => requirement.kind === 'file-visible'))
    return { decision: open ? 'unknown' : 'allowed' };
  if (stop === 'ineffective') return { decision: open ? 'unknown' : 'ineffective' };
  if (stop === 'refused' || open) return { decision: 'denied' };
  return { decision: 'denied', errno: stop };
}

const lsmAllows: Requirement = {
  asker: 'kernel',
  kind: 'lsm-allows',
  stop: 'EACCES',
  cite: linux('security/security.c', 'call_int_hook'),
};

/**
 * On a node with a security module its hooks are asked too, never before the filter. Where behind it depends on the operation, so
 * they stand right there: no error is promised that a hook could have answered before.
 */
function withSecurityModule(asked: readonly Requirement[], { node }: World): readonly Requirement[] {
  if (!node.appArmor && !node.seLinux) return asked;
  const [first, ...others] = asked;
  return first === undefined ? [] : [first, lsmAllows, ...others];
}
