import type { Refusal } from '../model/diagnostic.ts';
import { placeNear } from '../model/field-path.ts';
import { emptyMap, isList, isMap, listIn, mapIn } from '../model/plain.ts';
import type { PlainMap, PlainValue, PodDocument, WorkloadKind } from '../model/pod.ts';
import { refusal } from './messages.ts';
import { refused, type Scene } from './scene.ts';
import { oneOf } from './values.ts';

const path = 'spec.restartPolicy';
const ending: readonly WorkloadKind[] = ['Job', 'CronJob'];
const lasting: readonly WorkloadKind[] = [
  'Deployment',
  'ReplicaSet',
  'StatefulSet',
  'DaemonSet',
  'ReplicationController',
];

/**
 * What a workload asks of its template: an end, or none, and labels by which it finds its pods (pkg/apis/batch/validation,
 * validateJobSpec; pkg/apis/apps/validation, ValidatePodTemplateSpecForReplicaSet and its neighbours).
 */
export function workloadRefusals(scene: Scene): readonly Refusal[] {
  const { document, spec } = scene;
  const value = spec.restartPolicy === '' ? undefined : spec.restartPolicy;
  if (ending.includes(document.kind)) {
    if (value !== undefined && value !== 'Always')
      return oneOf(scene, { path, value, supported: ['OnFailure', 'Never'] });
    const detail = 'valid values: "OnFailure", "Never"';
    return [refused(scene, { code: 'admission/never-ends', facts: {}, path, type: 'Required', detail })];
  }
  if (!lasting.includes(document.kind)) return [];
  return [...oneOf(scene, { path, value, supported: ['Always'] }), ...selectorRefusals(scene)];
}

/** The word of the API server for a kind; that of a ReplicaSet is not its own. Of a ReplicationController, empty is unset. */
const wordFor: Partial<Readonly<Record<WorkloadKind, string>>> = {
  Deployment: 'deployment',
  ReplicaSet: 'deployment',
  StatefulSet: 'statefulset',
  DaemonSet: 'daemonset',
};

/** A selector that is missing the schema tells of. */
function selectorRefusals(scene: Scene): readonly Refusal[] {
  const { document } = scene;
  const written = mapIn(document.value, 'spec')['selector'] ?? null;
  const selector = isMap(written) ? written : emptyMap;
  const word = wordFor[document.kind];
  if (word !== undefined && isMap(written) && isEmpty(written)) return [emptySelector(document, word)];
  const labels = document.pod.metadata.labels ?? {};
  const isController = document.kind === 'ReplicationController';
  const equal = Object.entries(isController ? selector : mapIn(selector, 'matchLabels'));
  const isFound =
    equal.every(([key, value]) => labels[key] === value) &&
    listIn(selector, 'matchExpressions').every((expression) => holds(expression, labels));
  if (isFound) return [];
  const detail = '`selector` does not match template `labels`';
  return [refused(scene, { code: 'admission/selector', facts: {}, path: 'metadata.labels', type: 'Invalid', detail })];
}

function isEmpty({ matchLabels, matchExpressions }: PlainMap): boolean {
  return [matchLabels, matchExpressions].every((part) => Object.keys(part ?? {}).length === 0);
}

/** The selector stands outside of the template, from which places are counted elsewhere. */
function emptySelector({ documentPlaces: places, span }: PodDocument, word: string): Refusal {
  const path = 'spec.selector';
  const detail = `empty selector is invalid for ${word}`;
  const { value } = placeNear({ places, span }, path);
  return refusal({ code: 'admission/selector-empty', facts: {}, span: value, path, type: 'Invalid', detail });
}

/** Kubernetes apimachinery pkg/labels, Requirement.Matches; an operator that is none is left to the API server. */
function holds(expression: PlainValue, labels: Readonly<Record<string, string>>): boolean {
  const { key, operator, values } = mapIn({ expression } as PlainMap, 'expression');
  const value = labels[String(key)];
  const isIn = value !== undefined && isList(values) && values.includes(value);
  if (operator === 'In') return isIn;
  if (operator === 'NotIn') return !isIn;
  if (operator === 'Exists') return value !== undefined;
  return operator !== 'DoesNotExist' || value === undefined;
}
