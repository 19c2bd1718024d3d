/** One walk over two documents side by side: where they differ, and what that means to the lab. No copies are made. */
import { emptyMap, isList, isMap } from '../model/plain.ts';
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
  /** The way to where the walk is: grown and cut as it goes, copied into what is found. */
  readonly steps: FieldStep[];
}

export interface Sides {
  readonly start: PlainValue | undefined;
  readonly now: PlainValue | undefined;
}

/** Collects the differences at the place of the walk and below it. `null` is unset, as for the API server. */
export function differ(walk: Walk, sides: Sides): void {
  const start = sides.start ?? null;
  const now = sides.now ?? null;
  if (start === now) return;
  if (isMap(start) && isMap(now)) return differInMap(walk, { start, now });
  if (isList(start) && isList(now)) return differInList(walk, { start, now });
  const standing = standingAt(walk);
  const there = start ?? now;
  const isWhole = start === null || now === null;
  // A subtree that came or went is named at its top, except where the fields below it are told apart.
  if (isWhole && (standing === 'inside' || standing === 'editable')) {
    if (isMap(there))
      return differInMap(walk, { start: isMap(start) ? start : emptyMap, now: isMap(now) ? now : emptyMap });
    if (isList(there)) return differInList(walk, { start: isList(start) ? start : [], now: isList(now) ? now : [] });
  }
  if (isReadOnlyAdded(walk, start)) return add(walk, { start, now, standing: 'editable' });
  add(walk, { start, now, standing: standing === 'inside' ? 'frame' : standing });
}

/** The same, one step further down. */
export function differBelow(walk: Walk, step: FieldStep, sides: Sides): void {
  if (sides.start === sides.now) return;
  walk.steps.push(step);
  differ(walk, sides);
  walk.steps.pop();
}

function standingAt({ rules, template, steps }: Walk): Standing {
  const isOnTheWay = steps.every((step, index) => index >= template.length || step === template[index]);
  if (!isOnTheWay) return steps[0] === 'metadata' ? standingOf(steps, rules) : 'frame';
  return steps.length < template.length ? 'inside' : standingOf(steps.slice(template.length), rules);
}

/** A mount may become read-only; one that is stays so. */
function isReadOnlyAdded({ steps }: Walk, start: PlainValue): boolean {
  return steps.at(-1) === 'readOnly' && steps.at(-3) === 'volumeMounts' && start !== true;
}

function add(walk: Walk, { start, now, standing }: Sides & Pick<Difference, 'standing'>): void {
  const change = start === null ? 'added' : now === null ? 'removed' : 'changed';
  walk.found.push({ steps: [...walk.steps], change, standing });
}

function differInMap(walk: Walk, { start, now }: { start: PlainMap; now: PlainMap }): void {
  for (const key in now) differBelow(walk, key, { start: start[key], now: now[key] });
  for (const key in start) if (!(key in now)) differBelow(walk, key, { start: start[key], now: null });
}

interface Lists {
  readonly start: readonly PlainValue[];
  readonly now: readonly PlainValue[];
}

/** The lists that the API server merges by a key: order says nothing in them. */
const keyOf: Readonly<Record<string, string>> = {
  containers: 'name',
  initContainers: 'name',
  ephemeralContainers: 'name',
  volumes: 'name',
  volumeMounts: 'mountPath',
};

function differInList(walk: Walk, lists: Lists): void {
  const { start, now } = lists;
  const key = keyOf[String(walk.steps.at(-1))];
  if (key === undefined) {
    const longest = Math.max(start.length, now.length);
    for (let index = 0; index < longest; index += 1) differBelow(walk, index, { start: start[index], now: now[index] });
    return;
  }
  const partners = partnersOf(lists, key);
  now.forEach((item, index) => {
    const partner = partners[index];
    if (partner !== undefined) differBelow(walk, index, { start: partner, now: item });
    else addItem(walk, index, { start: null, now: item, standing: standingOfNew(walk, item) });
  });
  start.forEach((item, index) => {
    if (!partners.includes(item)) addItem(walk, index, { start: item, now: null, standing: 'frame' });
  });
}

function addItem(walk: Walk, index: number, sides: Sides & Pick<Difference, 'standing'>): void {
  walk.steps.push(index);
  add(walk, sides);
  walk.steps.pop();
}

/** For each item of `now` the one of `start` with the same key; an item that is new in the place of one that is gone is that one, renamed. */
function partnersOf({ start, now }: Lists, key: string): (PlainValue | undefined)[] {
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
function standingOfNew({ emptyDirs, steps }: Walk, item: PlainValue): Difference['standing'] {
  const list = steps.at(-1);
  if ((list !== 'volumes' && list !== 'volumeMounts') || !isMap(item)) return 'frame';
  return emptyDirs.has(String(item['name'])) ? 'editable' : 'frame';
}
