/**
 * The door of the checker: pure, synchronous, total functions, and the types of what they answer. Nothing outside
 * `src/checker` imports anything else of it.
 */
export type * from './model/capability.ts';
export type * from './model/citation.ts';
export type * from './model/container.ts';
export type * from './model/diagnostic.ts';
export type * from './model/errno.ts';
export type * from './model/explanation.ts';
export type * from './model/fact.ts';
export type * from './model/lab.ts';
export type * from './model/operation.ts';
export type * from './model/pod.ts';
export type * from './model/primitive.ts';
export type * from './model/reason.ts';
export type * from './model/report.ts';
export type * from './model/requirement.ts';
export type * from './model/resolved.ts';
export type * from './model/seccomp.ts';
export type * from './model/source.ts';
export type * from './model/verdict.ts';
export type * from './model/world.ts';
export type * from './pod-security/violation.ts';
export { capabilities } from './model/capability.ts';
export { layers, seatOf, type Layer } from './model/layer.ts';
export { signals } from './model/operation.ts';
export { filesOn, imageOf } from './model/world.ts';
export { endsLine, positionAt, type Position, type Span } from './model/span.ts';
export { analyse } from './analyse.ts';
export { check, openLab } from './check.ts';
export { decidingStep, explainDiagnostic, explainOutcome, explainStep, originsBehind } from './explain/explain.ts';
export { explainFrame, explainWidened } from './explain/explain-grade.ts';
export { titleOf } from './explain/operation-titles.ts';
export { fateOf, fateOfOutcome, fateWords, type Fate } from './explain/fate.ts';
export { plainPaper, reportText, type Ink, type Paper } from './explain/report-text.ts';
export { decidedBy, placeOf } from './explain/places.ts';
export { wrapped } from './explain/wrap.ts';
export { defaultWorld } from './facts/default-world.ts';
export { idsPerPod } from './facts/user-namespaces.ts';
export { rulesOf, standingOf, type FieldRules } from './grade/field-rules.ts';
export { grade } from './grade/grade.ts';
export { decide, type ContainerPlace } from './kernel/decide.ts';
export { operationIds, operationNamed, operations } from './operations/index.ts';
export { pageTextLimit } from './parse/documents.ts';
export { readYaml } from './parse/plain.ts';
export { explainViolation } from './pod-security/explain-violation.ts';
export { newestPodSecurityVersion, podSecurityOf, readPodSecurityVersion } from './pod-security/pod-security.ts';
export { nearestTo } from './schema/nearest.ts';
