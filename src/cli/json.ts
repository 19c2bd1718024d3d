/** `--format json`: the contract of `check-output.ts`, filled in. */
import {
  decidingStep,
  explainDiagnostic,
  explainOutcome,
  explainStep,
  explainViolation,
  type Diagnostic,
  type EffectiveContainer,
  type LevelResult,
  type Origin,
  type PodSecurity,
  type Resolved,
  type SeccompFilter,
  type Source,
  type Step,
  type Verdict,
} from '../checker/index.ts';
import type {
  CheckEntry,
  JsonEffective,
  JsonGrade,
  JsonOperation,
  JsonOrigin,
  JsonPodSecurity,
  JsonStep,
} from './check-output.ts';
import type { CheckedDocument, CheckedFile } from './checked.ts';
import type { AskedOperation } from './operations.ts';
import { placesIn, type RegionOf } from './regions.ts';

/** Answers the entries of one file: one a document, or one for a text that holds none and is told so. */
export function jsonEntries({ source, documents, besides, graded }: CheckedFile): readonly CheckEntry[] {
  const telling: Telling = { source, regionOf: placesIn(source.text) };
  const grade = graded === null ? null : gradeOf(graded, telling);
  const entries =
    besides.length === 0
      ? documents.map((checked) => entryOf(checked, telling))
      : [entryWithoutDocument(besides, telling)];
  return entries.map((entry) => ({ ...entry, grade }));
}

interface Telling {
  readonly source: Source;
  readonly regionOf: RegionOf;
}

type Ungraded = Omit<CheckEntry, 'grade'>;

function entryWithoutDocument(besides: readonly Diagnostic[], telling: Telling): Ungraded {
  return {
    file: telling.source.file,
    kind: null,
    name: null,
    status: besides.some(({ severity }) => severity === 'error') ? 'unparsable' : 'not-a-workload',
    diagnostics: diagnosticsOf(besides, telling),
    admission: null,
    podSecurity: null,
    containers: [],
    operations: [],
  };
}

function entryOf({ document, diagnostics, podSecurity, tried }: CheckedDocument, telling: Telling): Ungraded {
  const { file, kind, name, status, pod, refusals, containers } = document;
  const errors = refusals.map(({ path, type, detail }) => ({ path, type, message: detail }));
  return {
    file,
    kind,
    name,
    status,
    diagnostics: diagnosticsOf(diagnostics, telling),
    admission: pod === null ? null : { allowed: errors.length === 0, errors },
    podSecurity: podSecurity === null ? null : podSecurityOf(podSecurity, telling),
    containers: containers.map((container) => ({
      name: container.name,
      role: container.role,
      effective: effectiveOf(container, telling),
    })),
    operations: tried.flatMap(({ asked, verdict }) =>
      verdict === null ? [] : [operationOf({ asked, verdict }, telling)],
    ),
  };
}

function diagnosticsOf(diagnostics: readonly Diagnostic[], { source, regionOf }: Telling): CheckEntry['diagnostics'] {
  return diagnostics.map((found) => {
    const { what, why } = explainDiagnostic(found, [source]);
    const { code, severity, path = null, span } = found;
    return { code, severity, path, ...regionOf(span), message: `${what} ${why}` };
  });
}

function podSecurityOf({ version, baseline, restricted }: PodSecurity, { regionOf }: Telling): JsonPodSecurity {
  const level = ({ allowed, violations }: LevelResult) => ({
    allowed,
    violations: violations.map((violation) => {
      const { id, container, path, span } = violation;
      const { what, why } = explainViolation(violation);
      return { id, container, path, ...regionOf(span), message: `${what} ${why}` };
    }),
  });
  return { version, baseline: level(baseline), restricted: level(restricted) };
}

function effectiveOf(container: EffectiveContainer, telling: Telling): JsonEffective {
  const { user, capabilities, seccomp, appArmor, userNamespace, rootFilesystem, procMount, noNewPrivs } = container;
  const { boundingOrigin, bounding, permitted, effectiveSet, inheritable, ambient, reachable } = capabilities;
  const member = <T>({ value, origin }: Resolved<T>) => ({ value, origin: originOf(origin, telling) });
  const named = Object.entries(boundingOrigin.named).map(
    ([name, origin]) => [name, originOf(origin, telling)] as const,
  );
  return {
    uid: member(user.uid),
    gid: member(user.gid),
    groups: member(user.groups),
    noNewPrivs: member(noNewPrivs),
    capabilities: {
      value: { bounding, permitted, effectiveSet, inheritable, ambient, reachable },
      origin: originOf(boundingOrigin.rest, telling),
      named: Object.fromEntries(named),
    },
    seccomp: member({ ...seccomp, value: confinementOf(seccomp.value) }),
    appArmor: member({ ...appArmor, value: confinementOf(appArmor.value) }),
    seLinux: null,
    userNamespace: member(userNamespace),
    rootFilesystem: member(rootFilesystem),
    procMount: member(procMount),
  };
}

function confinementOf(value: SeccompFilter): JsonEffective['seccomp']['value'] {
  return value.kind === 'localhost' ? { kind: value.kind, profile: value.profile } : { kind: value.kind };
}

function originOf(origin: Origin, { regionOf }: Telling): JsonOrigin {
  switch (origin.from) {
    case 'container':
    case 'pod':
      return { from: origin.from, path: origin.path, ...regionOf(origin.span) };
    case 'implied':
      return { from: 'implied', path: origin.by, ...regionOf(origin.span) };
    case 'default':
      return { from: 'default', of: origin.of, field: origin.field };
    default:
      return { from: origin.from, fact: origin.fact };
  }
}

function operationOf(
  { asked, verdict }: { readonly asked: AskedOperation; readonly verdict: Verdict },
  telling: Telling,
): JsonOperation {
  const { container, decision, started, errno = null, signal = null, chain } = verdict;
  return {
    container,
    id: asked.id,
    parameters: { ...asked.call.parameters },
    decision,
    started,
    errno,
    signal,
    by: decidedByOf(verdict),
    chain: chain.map((step) => stepOf(step, telling)),
  };
}

function decidedByOf(verdict: Verdict): JsonOperation['by'] {
  return verdict.decision === 'allowed' ? null : (decidingStep(verdict)?.layer ?? null);
}

function stepOf(step: Step, telling: Telling): JsonStep {
  const { layer, requirement, answer, reached, reason, ways = [] } = step;
  return {
    layer,
    question: requirement.kind,
    answer,
    reached,
    code: reason.code,
    message: explainStep(step, [telling.source]).what,
    origins: reason.origins.map((origin) => originOf(origin, telling)),
    source: `${reason.cite.work}, ${reason.cite.at}`,
    ways: ways.map((way) => stepOf(way, telling)),
  };
}

function gradeOf({ lab, report }: NonNullable<CheckedFile['graded']>, { source }: Telling): JsonGrade {
  const { status, outcomes, frame, widened, misconception } = report.grade;
  return {
    lab: lab.id,
    status,
    criteria: outcomes.map((outcome) => {
      const { what, why } = explainOutcome(outcome, [source]);
      const { id, must } = outcome.criterion;
      return { id, must, status: outcome.status, message: `${what} ${why}` };
    }),
    frame: frame.map(({ path, change }) => ({ path, change })),
    widened: widened.map(({ container, what, gained }) => ({ container, what, gained })),
    misconception: misconception?.id ?? null,
  };
}
