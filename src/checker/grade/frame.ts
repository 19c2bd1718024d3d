/** What changed between the lab's start and the learner's documents. Parsed documents are compared, never texts. */
import { mostFindings } from '../model/diagnostic.ts';
import { itemPath, keyPath } from '../model/field-path.ts';
import type { LabDefinition } from '../model/lab.ts';
import { mapIn } from '../model/plain.ts';
import type { FieldPath, PlainMap, PlainValue, PodDocument } from '../model/pod.ts';
import type { FrameChange } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { differ, differBelow, type Difference, type Walk } from './differences.ts';
import { isWrapped, type Pair, type Pairing } from './documents.ts';
import { rulesOf, type FieldRules, type FieldStep } from './field-rules.ts';

/** A change of a field that the lab lets the learner change. */
export interface Edit {
  /** Index into `Analysis.documents`. */
  readonly document: number;
  /** Counted from the pod; in the start's words where something is gone. */
  readonly path: FieldPath;
  readonly change: FrameChange['change'];
}

export interface Changes {
  readonly frame: readonly FrameChange[];
  readonly inert: readonly FrameChange[];
  readonly edits: readonly Edit[];
}

/** Answers all that differs from the start of the lab, sorted by what it means. */
export function changesOf(pairing: Pairing, lab: LabDefinition): Changes {
  const frame: FrameChange[] = [...wholeDocuments(pairing)];
  const inert: FrameChange[] = [];
  const edits: Edit[] = [];
  const rules = rulesOf(lab);
  for (const pair of pairing.pairs) {
    for (const difference of differencesOf(pair, rules)) {
      if (difference.standing === 'editable') edits.push(editOf(pair, difference));
      else (difference.standing === 'inert' ? inert : frame).push(changeOf(pair, difference));
    }
  }
  return { frame: frame.slice(0, mostFindings), inert: inert.slice(0, mostFindings), edits };
}

function wholeDocuments({ missing, added }: Pairing): FrameChange[] {
  return [
    ...missing.map(({ kind, name }): FrameChange => {
      return { subject: 'document', path: `${kind}/${name}`, change: 'removed', span: null };
    }),
    ...added.map(({ kind, name, span }): FrameChange => {
      return { subject: 'document', path: `${kind ?? '?'}/${name ?? '?'}`, change: 'added', span };
    }),
  ];
}

function differencesOf(pair: Pair, rules: FieldRules): readonly Difference[] {
  const { start, now } = pair;
  const template = stepsOf(now.pod.templatePath);
  const walk: Walk = { rules, template, emptyDirs: emptyDirsOf(now.pod), found: [], steps: [] };
  if (!isWrapped(pair)) {
    differ(walk, { start: start.pod.value, now: now.pod.value });
    return walk.found.filter(({ steps }) => !saysTheSameNamespace(pair, steps));
  }
  const inside = template.reduce<PlainMap>(mapIn, now.pod.value);
  const outside = mapIn(start.pod.value, 'metadata');
  const within = mapIn(inside, 'metadata');
  walk.steps.push(...template, 'metadata');
  for (const key of ['labels', 'annotations']) differBelow(walk, key, { start: outside[key], now: within[key] });
  walk.steps.pop();
  differBelow(walk, 'spec', { start: start.pod.value['spec'], now: inside['spec'] });
  return [...walk.found, ...wrapperDifferences(now.pod)];
}

/** `namespace: default` written, where nothing stood or the other way round. */
function saysTheSameNamespace({ start, now }: Pair, [first, second]: readonly FieldStep[]): boolean {
  return first === 'metadata' && second === 'namespace' && start.pod.kubeNamespace === now.pod.kubeNamespace;
}

/** What a workload may say besides its template without deciding whether the pod exists. */
const harmless = ['selector', 'template', 'serviceName', 'strategy', 'updateStrategy', 'podManagementPolicy'];

function wrapperDifferences({ value }: PodDocument): Difference[] {
  const spec = mapIn(value, 'spec');
  const runs = (key: string, said: PlainValue): boolean =>
    key === 'replicas'
      ? said === null || (typeof said === 'number' && said >= 1)
      : harmless.includes(key) || said === null;
  return Object.entries(spec)
    .filter(([key, said]) => !runs(key, said))
    .map(([key]) => ({ steps: ['spec', key], change: 'added', standing: 'frame' }));
}

function emptyDirsOf({ pod }: PodDocument): ReadonlySet<string> {
  const volumes = pod.spec.volumes ?? [];
  return new Set(
    volumes.filter(({ sources }) => sources.every((source) => source === 'emptyDir')).map(({ name }) => name ?? ''),
  );
}

function editOf({ now, index }: Pair, { steps, change }: Difference): Edit {
  return { document: index, path: pathOf(steps.slice(stepsOf(now.pod.templatePath).length)), change };
}

function changeOf({ now }: Pair, { steps, change }: Difference): FrameChange {
  return { subject: 'field', path: pathOf(steps), change, span: spanAt(now.pod, steps) };
}

/** The place of a field, or of the nearest one above it that is written. */
function spanAt({ documentPlaces }: PodDocument, steps: readonly FieldStep[]): Span | null {
  for (let length = steps.length; length > 0; length -= 1) {
    const place = documentPlaces[pathOf(steps.slice(0, length))];
    if (place !== undefined) return place.key;
  }
  return null;
}

function pathOf(steps: readonly FieldStep[]): FieldPath {
  return steps.reduce<FieldPath>(
    (path, step) => (typeof step === 'number' ? itemPath(path, step) : keyPath(path, step)),
    '',
  );
}

function stepsOf(templatePath: string): readonly FieldStep[] {
  return templatePath === '' ? [] : templatePath.split('.');
}
