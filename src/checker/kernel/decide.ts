import { linux } from '../facts/sources.ts';
import type { OperationCall, Site } from '../model/operation.ts';
import type { Analysis } from '../model/report.ts';
import type { Requirement } from '../model/requirement.ts';
import type { Verdict } from '../model/verdict.ts';
import type { World } from '../model/world.ts';
import { operationNamed } from '../operations/index.ts';
import { startRequirements } from '../operations/start.ts';
import { walk, type Judged } from './walk.ts';

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
  const container = analysis.documents[place.document]?.containers.find(({ name }) => name === place.container);
  const named = operationNamed(call.id);
  if (container === undefined || named === null) return null;
  const site = { container, world: analysis.world };
  const parameters = { ...named.parameters, ...call.parameters };
  const asked = named.operation.requirements(parameters, site);
  return asked === null ? null : verdictOf(asked, site, { ...place, operation: call });
}

function verdictOf(
  asked: readonly Requirement[],
  site: Site,
  subject: ContainerPlace & { operation: OperationCall },
): Verdict {
  const judged = walk([...startRequirements, ...withSecurityModule(asked, site.world)], site);
  const stop = judged.find((step) => step.reached && step.answer === 'stops');
  const open = judged.some((step) => step.reached && step.answer === 'cannot-tell');
  return {
    document: subject.document,
    container: subject.container,
    operation: subject.operation,
    chain: judged.map(withoutStop),
    started: stop?.stop !== 'refused',
    ...decisionOf(stop, open),
  };
}

/** Three-valued: a stop decides whatever else is open, and names its error only if nothing before it was. */
function decisionOf(stop: Judged | undefined, open: boolean): Pick<Verdict, 'decision' | 'errno'> {
  if (stop === undefined) return { decision: open ? 'unknown' : 'allowed' };
  if (stop.stop === 'ineffective') return { decision: open ? 'unknown' : 'ineffective' };
  if (stop.stop === 'refused' || open) return { decision: 'denied' };
  return { decision: 'denied', errno: stop.stop };
}

const lsmAllows: Requirement = {
  asker: 'kernel',
  kind: 'lsm-allows',
  stop: 'EACCES',
  cite: linux('security/security.c', 'call_int_hook'),
};

/** On a node with a security module its hooks are asked behind the filter; which of them depends on the operation. */
function withSecurityModule(asked: readonly Requirement[], { node }: World): readonly Requirement[] {
  if (!node.appArmor && !node.seLinux) return asked;
  return asked.length === 0 ? asked : [...asked, lsmAllows];
}

function withoutStop({ stop: _stop, ...step }: Judged): Verdict['chain'][number] {
  return step;
}
