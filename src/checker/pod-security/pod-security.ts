import { placeNear } from '../model/field-path.ts';
import type { FieldPath, PodDocument } from '../model/pod.ts';
import type { Span } from '../model/span.ts';
import { judgedPod, type Check, type Edition, type JudgedPod } from './check.ts';
import { checks, newestMinor } from './checks.ts';
import type { LevelResult, PodSecurity, PodSecurityVersion, PolicyLevel, Violation } from './violation.ts';

/**
 * Answers what the Pod Security Standards of a version say of a document, whether or not the API server would take it: upstream
 * asks only of pods that it does. Of a workload it is the template, of which `enforce` says nothing before there are pods.
 */
export function podSecurityOf(document: PodDocument, version: PodSecurityVersion): PodSecurity {
  const minor = minorOf(version);
  const pod = judgedPod(document);
  const levelOf = (level: PolicyLevel): LevelResult => {
    const violations = inForce(level, minor).flatMap((row) => violationsOf(row, { document, pod, minor }));
    return { allowed: violations.length === 0, violations };
  };
  return { version, baseline: levelOf('baseline'), restricted: levelOf('restricted') };
}

/** Answers a policy version from `v1.35` or `1.35`; null for text that is none, or newer than what is known here. */
export function readPodSecurityVersion(text: string): PodSecurityVersion | null {
  const minor = Number(/^v?1\.(0|[1-9]\d?)$/.exec(text)?.[1]);
  return Number.isInteger(minor) && minor <= newestMinor ? `v1.${minor}` : null;
}

export const newestPodSecurityVersion: PodSecurityVersion = `v1.${newestMinor}`;

function minorOf(version: PodSecurityVersion): number {
  return Number(version.slice('v1.'.length));
}

interface InForce {
  readonly check: Check;
  readonly edition: Edition;
}

/** Restricted asks what baseline asks too, except where a stricter check stands in for it. */
function inForce(level: PolicyLevel, minor: number): readonly InForce[] {
  const rows = checks.flatMap((check) => {
    const edition = check.editions.findLast(({ since }) => since <= minor);
    return edition === undefined ? [] : [{ check, edition }];
  });
  if (level === 'baseline') return rows.filter(({ check }) => check.level === 'baseline');
  const replaced = rows.map(({ check }) => check.standsInFor);
  return rows.filter(({ check }) => !replaced.includes(check.id));
}

function violationsOf(
  { check, edition }: InForce,
  { document, pod, minor }: { document: PodDocument; pod: JudgedPod; minor: number },
): readonly Violation[] {
  if (isExempt(pod, edition.exempts)) return [];
  return edition
    .objections(pod, minor)
    .map((objection) => ({ ...objection, id: check.id, span: spanOf(document, objection.path) }));
}

function isExempt({ spec }: JudgedPod, exempts: Edition['exempts']): boolean {
  if (exempts === 'windows') return spec.os?.name === 'windows';
  return exempts === 'own-user-namespace' && spec.hostUsers === false;
}

/** A field from its key to the end of its value. */
function spanOf(document: PodDocument, path: FieldPath): Span {
  const { key, value } = placeNear(document, path);
  return { ...key, end: Math.max(key.end, value.end) };
}
