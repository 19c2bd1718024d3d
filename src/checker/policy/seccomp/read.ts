import { mostFindings, type Diagnostic } from '../../model/diagnostic.ts';
import type { Source } from '../../model/source.ts';
import { compileSeccomp } from './compile.ts';
import { decodeGo } from './decode-go.ts';
import { argumentFindings } from './findings/arguments.ts';
import { contradictionFindings } from './findings/contradictions.ts';
import { judgedProfile } from './findings/judged.ts';
import { keyFindings } from './findings/keys.ts';
import { nameFindings } from './findings/names.ts';
import { wholeFindings } from './findings/whole.ts';
import { writtenProfile, type WrittenProfile } from './profile.ts';

interface ReadProfile {
  readonly profile: WrittenProfile;
  /**
   * What is worth a second look, in the order of the text. Why a runtime refuses the profile is its own answer, see
   * `compile.ts`.
   */
  readonly findings: readonly Diagnostic[];
}

/** Answers a profile and what is to be said about it. Never throws, whatever the text is. */
export function readSeccompProfile(source: Source): ReadProfile {
  const profile = writtenProfile(source);
  if (profile.root === null) return { profile, findings: [] };
  const findings = [...keyFindings(profile.root), ...ruleFindings(profile, source.text)];
  const inOrder = findings.toSorted((a, b) => a.span.start - b.span.start);
  return { profile, findings: inOrder.slice(0, mostFindings) };
}

function ruleFindings(profile: WrittenProfile, text: string): readonly Diagnostic[] {
  const decoded = decodeGo(profile);
  const judged = 'value' in decoded && decoded.value !== null ? judgedProfile(decoded.value, text) : null;
  if (judged === null) return [];
  const compiled = compileSeccomp(profile, 'runc');
  const filter = 'value' in compiled && compiled.value.kind === 'loaded' ? compiled.value : null;
  return [
    ...nameFindings(judged),
    ...contradictionFindings(judged),
    ...argumentFindings(judged),
    ...wholeFindings(judged, filter),
  ];
}
