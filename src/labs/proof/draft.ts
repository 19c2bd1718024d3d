/** Documents of an answer as data that may be changed: what the prover varies. JSON is YAML, so a draft is written as JSON. */
import { analyse, type Source, type World } from '../../checker/index.ts';
import { podFile } from '../lab-folder.ts';

export interface DraftMap {
  [field: string]: DraftValue;
}
export type DraftValue = string | number | boolean | null | DraftValue[] | DraftMap;

/** Answers the pods of a text, each free to change without touching the text. */
export function draftsOf(text: string, world: World): DraftMap[] {
  const { documents } = analyse([sourceOf(text)], world);
  return documents.flatMap(({ pod }) => (pod === null ? [] : [copyOf(pod.value as DraftMap)]));
}

export function copyOf<T extends DraftValue>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

export function textOf(drafts: readonly DraftMap[]): string {
  return drafts.map((draft) => JSON.stringify(draft)).join('\n---\n');
}

export function sourceOf(text: string): Source {
  return { file: podFile, text, language: 'kubernetes' };
}

/** Answers the map at a field, made where it is not there. */
export function mapIn(parent: DraftMap, field: string): DraftMap {
  const value = parent[field];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  const made: DraftMap = {};
  parent[field] = made;
  return made;
}

/** Answers the list of maps at a field, made where it is not there. */
export function listIn(parent: DraftMap, field: string): DraftMap[] {
  const value = parent[field];
  if (Array.isArray(value)) return value as DraftMap[];
  const made: DraftMap[] = [];
  parent[field] = made;
  return made;
}

/** Answers the containers of a pod, of all kinds. */
export function containersIn(draft: DraftMap): DraftMap[] {
  const spec = mapIn(draft, 'spec');
  return ['initContainers', 'containers'].flatMap((list) => (list in spec ? listIn(spec, list) : []));
}
