import type { OperationCall } from './operation.ts';
import type { Source } from './source.ts';
import type { World } from './world.ts';

export type CriterionId = string;
export type MisconceptionId = `M${number}`;

/** One line a lab asks for: an operation that must be blocked, or one that must keep working. */
export interface Criterion {
  readonly id: CriterionId;
  readonly must: 'be-blocked' | 'keep-working';
  /** The learner's sentence for it: 'Write into /usr'. */
  readonly title: string;
  readonly container: string;
  /** The document's name; absent where the lab has one document. */
  readonly document?: string;
  /** Several samples of one thing: every one must hold. */
  readonly operations: readonly OperationCall[];
  /** A helper that is gone counts as blocked. */
  readonly absenceCounts?: boolean;
}

/** What a lab lets become wider than its start although the learner might gain by it (settled question 5). */
export type Widening =
  | 'bounding-set'
  | 'no-new-privs'
  | 'seccomp-filter'
  | 'apparmor-profile'
  | 'masked-paths'
  | 'privileged'
  | 'host-namespaces'
  | 'host-path'
  | 'user-namespace'
  | 'unprivileged-port-start';

/** What `lab.yaml` says, as far as grading goes. Prose (brief, hints) is not the checker's. */
export interface LabDefinition {
  readonly id: string;
  readonly world: World;
  readonly start: readonly Source[];
  readonly startsAs: 'works' | 'refused' | 'broken';
  readonly criteria: readonly Criterion[];
  readonly mayWiden: readonly Widening[];
  /** Field patterns (`spec.containers[*].image`) added to or taken from the default frame. */
  readonly mayEdit: readonly string[];
  readonly mayNotEdit: readonly string[];
}
