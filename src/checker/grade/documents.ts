/** Which document of the learner's texts stands for which document of the lab's start. */
import type { PodDocument, WorkloadKind } from '../model/pod.ts';
import type { AnalysedDocument, Analysis } from '../model/report.ts';

/** A document that makes pods. */
type PodMaker = AnalysedDocument & { readonly pod: PodDocument };

export interface Pair {
  readonly start: PodMaker;
  readonly now: PodMaker;
  /** Index of `now` in the learner's analysis. */
  readonly index: number;
}

export interface Pairing {
  readonly pairs: readonly Pair[];
  readonly missing: readonly PodMaker[];
  readonly added: readonly AnalysedDocument[];
}

/** The kinds that keep a pod running as it is written, so that one of the pod's name counts as the pod. */
const wrappers: readonly WorkloadKind[] = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'];

interface Sides {
  readonly start: Analysis;
  readonly now: Analysis;
}

/** Answers the documents in pairs: by kind or wrapper, namespace and name; a lone document stands for a lone document. */
export function pairDocuments({ start, now }: Sides): Pairing {
  const makers = now.documents.filter(makesPods);
  const left = new Set(now.documents);
  const found = start.documents.filter(makesPods).map((each) => {
    const partner = makers.find((other) => left.has(other) && standsFor({ start: each.pod, now: other.pod }));
    if (partner !== undefined) left.delete(partner);
    return { start: each, now: partner };
  });
  const lone = loneMaker(found, left);
  if (lone !== null) left.delete(lone);

  const settled = found.map((pair) => ({ ...pair, now: pair.now ?? lone }));
  return {
    pairs: settled.flatMap((pair) =>
      pair.now === null ? [] : [{ start: pair.start, now: pair.now, index: now.documents.indexOf(pair.now) }],
    ),
    missing: settled.filter((pair) => pair.now === null).map((pair) => pair.start),
    added: [...left],
  };
}

/** Answers whether the pod of `start` runs inside a workload. */
export function isWrapped({ start, now }: Pick<Pair, 'start' | 'now'>): boolean {
  return start.pod.kind === 'Pod' && wrappers.includes(now.pod.kind);
}

function makesPods(document: AnalysedDocument): document is PodMaker {
  return document.pod !== null;
}

function standsFor({ start, now }: { start: PodDocument; now: PodDocument }): boolean {
  if (now.name !== start.name || now.kubeNamespace !== start.kubeNamespace) return false;
  return now.kind === start.kind || (start.kind === 'Pod' && wrappers.includes(now.kind));
}

/** A renamed pod is still the pod that is meant where there is only one; its name is told as a change of the frame. */
function loneMaker(found: readonly { readonly now: PodMaker | undefined }[], left: ReadonlySet<AnalysedDocument>) {
  const makers = [...left].filter(makesPods);
  return found.length === 1 && found[0]?.now === undefined && makers.length === 1 ? (makers[0] ?? null) : null;
}
