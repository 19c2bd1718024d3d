import type { Diagnostic, Refusal } from './diagnostic.ts';
import type { EffectiveContainer } from './container.ts';
import type { Criterion, CriterionId, LabDefinition, MisconceptionId, Widening } from './lab.ts';
import type { PodDocument, FieldPath } from './pod.ts';
import type { Origin } from './resolved.ts';
import type { Source } from './source.ts';
import type { Span } from './span.ts';
import type { Step, Verdict } from './verdict.ts';
import type { World } from './world.ts';

export type DocumentStatus = 'valid' | 'rejected' | 'unparsable' | 'not-a-workload';

export interface AnalysedDocument {
  readonly file: string;
  readonly span: Span;
  readonly status: DocumentStatus;
  readonly kind: string | null;
  readonly name: string | null;
  /** Null unless the document makes pods and could be read as one. */
  readonly pod: PodDocument | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly refusals: readonly Refusal[];
  readonly containers: readonly EffectiveContainer[];
  /** For each container the questions before its start, answered: every chain begins with them. */
  readonly starts: readonly (readonly Step[])[];
}

/** Everything the checker knows of a set of texts in a world, before any question is asked. */
export interface Analysis {
  readonly sources: readonly Source[];
  readonly world: World;
  readonly documents: readonly AnalysedDocument[];
  /** Of all documents, in the order of the texts. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A lab made ready for grading: its start is analysed once, when it is opened. */
export interface Lab extends LabDefinition {
  readonly startAnalysis: Analysis;
}

/**
 * `absent`: the file is hidden by a mount of the learner's own. `not-run`: the container does not start. `nothing-to-test`:
 * no such container, volume or file. None of the three meets a criterion.
 */
export type OutcomeStatus = 'met' | 'unmet' | 'cannot-tell' | 'not-run' | 'absent' | 'nothing-to-test';

export interface Outcome {
  readonly criterion: Criterion;
  readonly status: OutcomeStatus;
  /** One per sample, the one that decided `status` first. Empty for `nothing-to-test`. */
  readonly verdicts: readonly Verdict[];
}

/** A change outside what the lab lets the learner change. */
export interface FrameChange {
  /** `document`: a whole document, with `path` as `Deployment/edge`; else a field, in the words of its document. */
  readonly subject: 'field' | 'document';
  readonly path: FieldPath;
  readonly change: 'changed' | 'removed' | 'added';
  readonly span: Span | null;
}

/** A container that got wider than the lab's start. */
export interface Widened {
  readonly container: string;
  readonly what: Widening;
  /** Names of what was gained: capabilities, namespaces, paths. */
  readonly gained: readonly string[];
  readonly origin: Origin;
}

export interface MisconceptionFound {
  readonly id: MisconceptionId;
  /** The lines that show the belief. */
  readonly origins: readonly Origin[];
}

export interface Grade {
  /** `blocked`: the text is not yet a set of pods. */
  readonly status: 'solved' | 'in-progress' | 'blocked';
  /** In the lab's teaching order. */
  readonly outcomes: readonly Outcome[];
  /** The one thing to talk about first; null when solved or blocked. */
  readonly next: CriterionId | null;
  readonly frame: readonly FrameChange[];
  /** Fields outside the frame's interest that changed: one note, 'not judged here'. */
  readonly inert: readonly FrameChange[];
  readonly widened: readonly Widened[];
  readonly misconception: MisconceptionFound | null;
}

export interface Report {
  readonly analysis: Analysis;
  readonly grade: Grade;
}
