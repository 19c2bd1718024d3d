/**
 * Single-line mutants of a solution: each line that a learner may edit is left out once, and each value weakened once. A
 * lab that does not notice asks too little, or the line is cosmetic and `expected.yaml` says why it is there.
 */
import type { World } from '../../checker/index.ts';
import { copyOf, draftsOf, textOf, type DraftMap, type DraftValue } from './draft.ts';

export interface Mutant {
  /** The field or item that was varied, counted from the pod. */
  readonly field: string;
  readonly did: string;
  readonly text: string;
}

type Step = string | number;

interface Variant {
  readonly steps: readonly Step[];
  readonly did: string;
  readonly change: (draft: DraftMap) => void;
}

/** Answers every mutant of a solution, the start's own lines put back among them. */
export function mutantsOf(solution: string, start: string, world: World): readonly Mutant[] {
  const drafts = draftsOf(solution, world);
  const starts = draftsOf(start, world);
  return drafts.flatMap((draft, index) => {
    const before = starts[index] ?? {};
    const variants = [...editableSteps(draft).flatMap((steps) => weaker(draft, steps)), ...putBack(draft, before)];
    return variants.map(({ steps, did, change }) => {
      const changed = copyOf(draft);
      change(changed);
      const all = drafts.map((each, other) => (other === index ? changed : each));
      return { field: fieldOf(steps), did, text: textOf(all) };
    });
  });
}

const editableInPod = ['securityContext', 'hostUsers', 'hostNetwork', 'hostPID', 'hostIPC', 'shareProcessNamespace'];

/** Every field and item inside of what a lab lets the learner edit. */
function editableSteps(draft: DraftMap): Step[][] {
  const found: Step[][] = [];
  const collect = (steps: Step[]): void => {
    if (valueAt(draft, steps) === undefined) return;
    found.push(steps);
    for (const step of stepsBelow(valueAt(draft, steps))) collect([...steps, step]);
  };
  for (const field of editableInPod) collect(['spec', field]);
  for (const list of ['initContainers', 'containers']) {
    for (const index of stepsBelow(valueAt(draft, ['spec', list]))) collect(['spec', list, index, 'securityContext']);
  }
  return found;
}

/** Left out, and weakened as far as its kind can be. */
function weaker(draft: DraftMap, steps: readonly Step[]): Variant[] {
  const value = valueAt(draft, steps);
  const to = (did: string, weak: DraftValue): Variant => ({ steps, did, change: (each) => setAt(each, steps, weak) });
  const leftOut: Variant = { steps, did: 'left out', change: (each) => removeAt(each, steps) };
  if (typeof value === 'boolean') return [leftOut, to(`${value} made ${!value}`, !value)];
  if (steps.at(-1) === 'runAsUser' && value !== 0) return [leftOut, to('made 0', 0)];
  if (Array.isArray(value) && value.length > 1) return [leftOut, to('emptied', [])];
  return [leftOut];
}

/** What the solution changed or left out, as the start had it; of what is gone the top only. */
function putBack(draft: DraftMap, start: DraftMap): Variant[] {
  return editableSteps(start).flatMap((steps) => {
    const before = valueAt(start, steps) ?? null;
    const now = valueAt(draft, steps);
    const isTop = valueAt(draft, steps.slice(0, -1)) !== undefined;
    const isChanged = now === undefined ? isTop : typeof before !== 'object' && now !== before;
    if (!isChanged) return [];
    return [{ steps, did: 'put back', change: (each: DraftMap) => setAt(each, steps, copyOf(before)) }];
  });
}

function removeAt(draft: DraftMap, steps: readonly Step[]): void {
  const parent = valueAt(draft, steps.slice(0, -1));
  if (Array.isArray(parent)) parent.splice(Number(steps.at(-1)), 1);
  else if (typeof parent === 'object' && parent !== null) Reflect.deleteProperty(parent, String(steps.at(-1)));
}

function setAt(draft: DraftMap, steps: readonly Step[], value: DraftValue): void {
  const parent = valueAt(draft, steps.slice(0, -1));
  if (typeof parent === 'object' && parent !== null) (parent as DraftMap)[String(steps.at(-1))] = value;
}

function valueAt(value: DraftValue, steps: readonly Step[]): DraftValue | undefined {
  return steps.reduce<DraftValue | undefined>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as DraftMap)[step] : undefined),
    value,
  );
}

function stepsBelow(value: DraftValue | undefined): Step[] {
  if (Array.isArray(value)) return value.map((_, index) => index);
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

function fieldOf(steps: readonly Step[]): string {
  return steps
    .reduce<string>((path, step) => (typeof step === 'number' ? `${path}[${step}]` : `${path}.${step}`), '')
    .slice(1);
}
