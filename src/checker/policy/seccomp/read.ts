import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Source } from '../../model/source.ts';
import { writtenProfile, type WrittenProfile } from './profile.ts';

export interface ReadProfile {
  readonly profile: WrittenProfile;
  /** What is worth a second look. Why a runtime refuses the profile is its own answer, see `compile.ts`. */
  readonly findings: readonly Diagnostic[];
}

/** Answers a profile and what is to be said about it. Never throws, whatever the text is. */
export function readSeccompProfile(source: Source): ReadProfile {
  const profile = writtenProfile(source);
  return { profile, findings: [] };
}
