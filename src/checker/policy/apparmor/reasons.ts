import type { Facts } from '../../model/fact.ts';
import type { AppArmorAccessCodes } from './access-messages.ts';

export type AccessCode = keyof AppArmorAccessCodes;

/** Pairs a code with the facts that its sentence needs. */
export function reason<C extends AccessCode>(
  code: C,
  facts: AppArmorAccessCodes[C],
): { readonly reason: string; readonly facts: Facts } {
  return { reason: code, facts };
}
