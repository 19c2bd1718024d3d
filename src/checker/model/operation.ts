import type { EffectiveContainer } from './container.ts';
import type { Requirement } from './requirement.ts';
import type { World } from './world.ts';

/** The signals that an own process can be sent. */
export const signals = ['HUP', 'TERM', 'USR1'] as const;

/** The kinds of parameter an operation can have. The lab schema and the command line read them from here. */
export interface ParameterTypes {
  readonly port: number;
  readonly path: string;
  readonly volume: string;
  readonly signal: (typeof signals)[number];
}
export type ParameterKind = keyof ParameterTypes;
export type ParameterSpec = Readonly<Record<string, { readonly kind: ParameterKind; readonly optional?: true }>>;
export type ParameterValue = ParameterTypes[ParameterKind];
export type Parameters = Readonly<Record<string, ParameterValue>>;

/** An operation with its parameters given: what a criterion asks for. `id` is a key of the registry. */
export interface OperationCall {
  readonly id: string;
  readonly parameters: Parameters;
}

/** Where an operation is tried. */
export interface Site {
  readonly container: EffectiveContainer;
  readonly world: World;
}

/** Something a container tries to do, as the list of questions the kernel asks about it, in the kernel's order. */
export interface Operation<P extends Parameters = Parameters> {
  readonly id: string;
  readonly parameters: ParameterSpec;
  /** Null: the world has no object to try this on, so there is nothing to test. */
  requirements(parameters: P, site: Site): readonly Requirement[] | null;
}
