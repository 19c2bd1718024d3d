/**
 * The door of seccomp profiles: read one, compile it as a runtime does, and ask it for calls. It is a door beside that of
 * the checker, so that the page does not carry what the command line alone asks.
 */
export { errnoName } from '../../facts/errno-names.ts';
export { readSeccompCall, type CallProblem, type ReadCall } from './call-text.ts';
export { compileSeccomp, type CompiledFilter } from './compile.ts';
export { decideSeccomp, type SeccompAnswer, type SeccompCall } from './decide.ts';
export { explainSeccompAnswer, explainSeccompFinding } from './explain.ts';
export type { Runtime as SeccompRuntime } from './profile.ts';
export { readSeccompProfile } from './read.ts';
export type { ProfileRefusal } from './refusal.ts';
export { decideStacked } from './stack.ts';
