import { mostFindings, type Diagnostic, type Refusal } from '../model/diagnostic.ts';
import { isMap, mapIn } from '../model/plain.ts';
import type { ParsedDocument, PlainMap, PodDocument, WorkloadKind } from '../model/pod.ts';
import type { World } from '../model/world.ts';
import { capabilityNameFindings } from './capability-names.ts';
import { checkObject } from './check-value.ts';
import { readKind } from './read-kind.ts';
import { shapes } from './shapes.ts';
import type { SchemaWalk } from './walk.ts';
import { workloads } from './workloads.ts';
import { placesBelow, writtenPod } from './written-pod.ts';

export interface ReadPod {
  /** What the document calls itself, whether it makes pods or not. */
  readonly kind: string | null;
  readonly name: string | null;
  readonly pod: PodDocument | null;
  /** All findings, the refusals among them. */
  readonly diagnostics: readonly Diagnostic[];
  readonly refusals: readonly Refusal[];
}

/** Answers the pod that a document describes, as far as its fields are known and rightly typed, and what is to say of the others. */
export function readPod(parsed: ParsedDocument, world: World): ReadPod {
  const { kind, name, workload, diagnostics, refusals } = readKind(parsed);
  const shape = workload === null ? undefined : shapes.get(workload);
  if (workload === null || shape === undefined || !isMap(parsed.value))
    return { kind, name, pod: null, diagnostics, refusals };

  const walk: SchemaWalk = {
    document: parsed,
    fieldValidation: world.kubernetes.fieldValidation,
    templatePath: workloads[workload].templatePath,
    diagnostics: [...diagnostics],
    refusals: [...refusals],
    trail: [],
  };
  const decoded = checkObject(walk, parsed.value, shape);
  const pod = podDocumentOf(parsed, workload, decoded);
  return {
    kind,
    name,
    pod,
    diagnostics: [...walk.diagnostics, ...capabilityNameFindings(pod).slice(0, mostFindings)],
    refusals: walk.refusals,
  };
}

function podDocumentOf(parsed: ParsedDocument, kind: WorkloadKind, decoded: PlainMap): PodDocument {
  const { templatePath } = workloads[kind];
  const { file, span, places } = parsed;
  const { name, namespace } = mapIn(decoded, 'metadata');
  const template = templatePath === '' ? decoded : templatePath.split('.').reduce<PlainMap>(mapIn, decoded);
  return {
    file,
    span,
    kind,
    name: typeof name === 'string' ? name : '',
    kubeNamespace: typeof namespace === 'string' ? namespace : 'default',
    templatePath,
    pod: writtenPod(template),
    places: templatePath === '' ? places : placesBelow(places, templatePath),
    documentPlaces: places,
    value: isMap(parsed.value) ? parsed.value : decoded,
  };
}
