/** One walk over two documents side by side: where they differ, and what that means to the lab. No copies are made. */
import type { PlainMap, PlainValue } from '../model/pod.ts';
import { standingOf, type FieldRules, type FieldStep, type Standing } from './field-rules.ts';

export interface Difference {
  /** From the root of the document; an index counts in the learner's list, or in the start's where the item is gone. */
  readonly steps: readonly FieldStep[];
  readonly change: 'changed' | 'removed' | 'added';
  readonly standing: Exclude<Standing, 'inside'>;
}

export interface Walk {
  readonly rules: FieldRules;
  /** Where the pod stands in the document. */
  readonly template: readonly FieldStep[];
  /** The volumes of the learner's pod that begin empty and end with it. */
  readonly emptyDirs: ReadonlySet<string>;
  readonly found: Difference[];
}

export interface Sides {
  readonly start: PlainValue | undefined;
  readonly now: PlainValue | undefined;
}

/** Collects the differences below `steps`. `null` is unset, as for the API server. */
export function differ(walk: Walk, steps: readonly FieldStep[], sides: Sides): void {
  const start = sides.start ?? null;
  const now = sides.now ?? null;
  if (start === now) return;
  const standing = standingAt(walk, steps);
  // A whole subtree that came or went is named at its top, except where the fields below it are told apart.
  const deeper = standing === 'inside' || standing === 'editable';
  if (isMap(start) && isMap(now)) differInMap(walk, steps, { start, now });
  else if (isList(start) && isList(now)) differInList(walk, steps, { start, now });
  else if (deeper && isMap(start ?? now) && (start === null || now === null))
    differInMap(walk, steps, { start: isMap(start) ? start : none, now: isMap(now) ? now : none });
  else if (deeper && isList(start ?? now) && (start === null || now === null))
    differInList(walk, steps, { start: isList(start) ? start : [], now: isList(now) ? now : [] });
  else note(walk, steps, { start, now });
}

const none: PlainMap = Object.freeze(Object.create(null) as Record<string, never>);

function standingAt({ rules, template }: Walk, steps: readonly FieldStep[]): Standing {
  const shared = Math.min(steps.length, template.length);
  if (template.slice(0, shared).every((step, index) => step === steps[index])) {
    return steps.length < template.length ? 'inside' : standingOf(steps.slice(template.length), rules);
  }
  return steps[0] === 'metadata' ? standingOf(steps, rules) : 'frame';
}

function note(walk: Walk, steps: readonly FieldStep[], { start, now }: Sides): void {
  if (isReadOnlyAdded(steps, { start, now })) return add(walk, steps, { start, now, standing: 'editable' });
  const standing = standingAt(walk, steps);
  add(walk, steps, { start, now, standing: standing === 'inside' ? 'frame' : standing });
}

/** A mount may become read-only; one that is stays so. */
function isReadOnlyAdded(steps: readonly FieldStep[], { start }: Sides): boolean {
  return steps.at(-1) === 'readOnly' && steps.at(-3) === 'volumeMounts' && start !== true;
}

function add(
  walk: Walk,
  steps: readonly FieldStep[],
  { start, now, standing }: Sides & Pick<Difference, 'standing'>,
): void {
  const change =
    start === null || start === undefined ? 'added' : now === null || now === undefined ? 'removed' : 'changed';
  walk.found.push({ steps, change, standing });
}

function differInMap(
  walk: Walk,
  steps: readonly FieldStep[],
  { start, now }: { start: PlainMap; now: PlainMap },
): void {
  for (const key in now) differ(walk, [...steps, key], { start: start[key], now: now[key] });
  for (const key in start) if (!(key in now)) differ(walk, [...steps, key], { start: start[key], now: null });
}

type List = readonly PlainValue[];

/** The lists that the API server merges by a key: order says nothing in them. */
const keyOf: Readonly<Record<string, string>> = {
  containers: 'name',
  initContainers: 'name',
  ephemeralContainers: 'name',
  volumes: 'name',
  volumeMounts: 'mountPath',
};

function differInList(walk: Walk, steps: readonly FieldStep[], { start, now }: { start: List; now: List }): void {
  const key = keyOf[String(steps.at(-1))];
  if (key === undefined) {
    const longest = Math.max(start.length, now.length);
    for (let index = 0; index < longest; index += 1)
      differ(walk, [...steps, index], { start: start[index], now: now[index] });
    return;
  }
  const partners = partnersOf(start, now, key);
  now.forEach((item, index) => {
    const partner = partners[index];
    if (partner !== undefined) differ(walk, [...steps, index], { start: partner, now: item });
    else add(walk, [...steps, index], { start: null, now: item, standing: standingOfNew(walk, steps, item) });
  });
  start.forEach((item, index) => {
    if (!partners.includes(item)) add(walk, [...steps, index], { start: item, now: null, standing: 'frame' });
  });
}

/** For each item of `now` the one of `start` with the same key; an item that is new in the place of one that is gone is that one, renamed. */
function partnersOf(start: List, now: List, key: string): (PlainValue | undefined)[] {
  const left = new Set(start);
  const partners = now.map((item) => {
    const partner = start.find((other) => left.has(other) && isMap(item) && isMap(other) && item[key] === other[key]);
    if (partner !== undefined) left.delete(partner);
    return partner;
  });
  return partners.map((partner, index) => {
    const beside = start[index];
    return partner === undefined && beside !== undefined && left.delete(beside) ? beside : partner;
  });
}

/** An emptyDir and a mount of one may be added: a place to write is no way to anything. */
function standingOfNew({ emptyDirs }: Walk, steps: readonly FieldStep[], item: PlainValue): Difference['standing'] {
  const list = steps.at(-1);
  if ((list !== 'volumes' && list !== 'volumeMounts') || !isMap(item)) return 'frame';
  return emptyDirs.has(String(item['name'])) ? 'editable' : 'frame';
}

function isMap(value: PlainValue): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: PlainValue): value is List {
  return Array.isArray(value);
}
