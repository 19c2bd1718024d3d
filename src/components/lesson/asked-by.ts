import {
  defaultWorld,
  operationIds,
  operationNamed,
  titleOf,
  type Capability,
  type EffectiveContainer,
  type Requirement,
} from '../../checker/index.ts';

export interface Asker {
  readonly id: string;
  readonly title: string;
}

/** Answers which operations ask for each capability, read from the operations themselves. Those that need parameters are left out. */
export function operationsByCapability(container: EffectiveContainer): ReadonlyMap<Capability, readonly Asker[]> {
  const found = new Map<Capability, Asker[]>();
  for (const id of operationIds) {
    const named = operationNamed(id);
    if (named === null || !isWhole(named)) continue;
    const { operation, parameters } = named;
    const asked = operation.requirements(parameters, { container, world: defaultWorld }) ?? [];
    for (const capability of new Set(asked.flatMap(capabilitiesIn)))
      found.set(capability, [
        ...(found.get(capability) ?? []),
        { id, title: titleOf({ id: operation.id, parameters }) },
      ]);
  }
  return found;
}

function isWhole({ operation, parameters }: NonNullable<ReturnType<typeof operationNamed>>): boolean {
  return Object.entries(operation.parameters).every(([name, { optional }]) => optional === true || name in parameters);
}

function capabilitiesIn(requirement: Requirement): readonly Capability[] {
  if (requirement.kind === 'any-of') return requirement.ways.flatMap(capabilitiesIn);
  const asks = requirement.kind === 'capability' || requirement.kind === 'capability-after-exec';
  return asks ? [requirement.capability] : [];
}
