/**
 * Single-line mutants of a solution: each line that a learner may edit is left out once, and each value weakened once. A
 * lab that does not notice asks too little, or the line is cosmetic and `expected.yaml` says why it is there.
 */
import { rulesOf, standingOf, type FieldRules, type LabDefinition } from '../../checker/index.ts';
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

interface Answer {
  readonly solution: string;
  readonly start: string;
  readonly lab: Pick<LabDefinition, 'world' | 'mayEdit' | 'mayNotEdit'>;
}

/** Answers every mutant of a solution, the start's own lines put back among them. */
export function mutantsOf({ solution, start, lab }: Answer): readonly Mutant[] {
  const drafts = draftsOf(solution, lab.world);
  const starts = draftsOf(start, lab.world);
  const rules = rulesOf(lab);
  return drafts.flatMap((draft, index) => {
    const before = { draft: starts[index] ?? {}, rules };
    const weakened = editableSteps({ draft, rules }).flatMap((steps) => weaker(draft, steps));
    const variants = [...weakened, ...putBack(draft, before)];
    return variants.map(({ steps, did, change }) => {
      const changed = copyOf(draft);
      change(changed);
      const all = drafts.map((each, other) => (other === index ? changed : each));
      return { field: fieldOf(steps), did, text: textOf(all) };
    });
  });
}

interface Ruled {
  readonly draft: DraftMap;
  readonly rules: FieldRules;
}

/** Every field and item that the grade counts as an edit, those inside of one too. */
function editableSteps({ draft, rules }: Ruled): Step[][] {
  const collect = (steps: Step[]): Step[][] => {
    const standing = standingOf(steps, rules);
    if (standing !== 'editable' && standing !== 'inside') return [];
    const below = stepsBelow(valueAt(draft, steps)).flatMap((step) => collect([...steps, step]));
    return standing === 'editable' ? [steps, ...below] : below;
  };
  return collect([]);
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
function putBack(draft: DraftMap, start: Ruled): Variant[] {
  return editableSteps(start).flatMap((steps) => {
    const before = valueAt(start.draft, steps) ?? null;
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
