/**
 * What a change of a field means to a lab. Editable: what the lab is about. Inert: may change, is not judged. Everything
 * else is the frame: names, images, commands, sources of volumes, and whatever decides whether or how long a pod exists.
 */
import type { LabDefinition } from '../model/lab.ts';
import { containerLists } from '../model/pod.ts';

/** A key, or the index of an item. */
export type FieldStep = string | number;
/** `inside`: the field itself says nothing, the ones below it differ. */
export type Standing = 'editable' | 'inert' | 'frame' | 'inside';

export interface FieldRules {
  readonly editable: readonly Pattern[];
  readonly inert: readonly Pattern[];
  readonly frame: readonly Pattern[];
}

type Pattern = readonly string[];

const editable = patterns([
  'spec.securityContext',
  'spec.hostUsers',
  'spec.hostNetwork',
  'spec.hostPID',
  'spec.hostIPC',
  'spec.shareProcessNamespace',
  ...inContainers(['securityContext']),
]);

const inert = patterns([
  'metadata.labels',
  'metadata.annotations',
  ...inContainers(['ports', 'resources', 'env', 'envFrom', 'livenessProbe', 'readinessProbe', 'startupProbe']),
]);

/** Annotations that once were, or still are, fields of the security context. */
const securityAnnotation =
  /^(container\.apparmor\.security\.beta\.kubernetes\.io\/|(container\.)?seccomp\.security\.alpha\.kubernetes\.io\/)/;

/** Answers the rules of a lab: the default ones, with what it adds and takes away. */
export function rulesOf({ mayEdit, mayNotEdit }: Pick<LabDefinition, 'mayEdit' | 'mayNotEdit'>): FieldRules {
  return { editable: [...patterns(mayEdit), ...editable], inert, frame: patterns(mayNotEdit) };
}

/** Answers what a change at these steps, counted from the pod, means. */
export function standingOf(steps: readonly FieldStep[], rules: FieldRules): Standing {
  if (rules.frame.some((pattern) => covers(pattern, steps))) return 'frame';
  if (rules.frame.some((pattern) => leadsInto(steps, pattern))) return 'inside';
  if (rules.editable.some((pattern) => covers(pattern, steps))) return 'editable';
  const [first, second, annotation] = steps;
  if (first === 'metadata' && second === 'annotations') {
    if (annotation === undefined) return 'inside';
    return securityAnnotation.test(String(annotation)) ? 'editable' : 'inert';
  }
  if (rules.inert.some((pattern) => covers(pattern, steps))) return 'inert';
  const deeper = [...rules.editable, ...rules.inert];
  return deeper.some((pattern) => leadsInto(steps, pattern)) ? 'inside' : 'frame';
}

function inContainers(fields: readonly string[]): string[] {
  return containerLists.flatMap((list) => fields.map((field) => `spec.${list}[*].${field}`));
}

function patterns(texts: readonly string[]): readonly Pattern[] {
  return texts.map((text) => text.replaceAll('[', '.').replaceAll(']', '').split('.'));
}

/** The pattern names the field, or one above it. */
function covers(pattern: Pattern, steps: readonly FieldStep[]): boolean {
  return pattern.length <= steps.length && pattern.every((part, index) => fits(part, steps[index]));
}

/** The pattern names a field below it. */
function leadsInto(steps: readonly FieldStep[], pattern: Pattern): boolean {
  return steps.length < pattern.length && steps.every((step, index) => fits(pattern[index], step));
}

function fits(part: string | undefined, step: FieldStep | undefined): boolean {
  return typeof step === 'number' ? part === '*' : part === step;
}
