import type { Finding, Refusal } from '../model/diagnostic.ts';
import { placeNear } from '../model/field-path.ts';
import { writtenContainers, type ContainerAt, type FieldPath, type PodDocument } from '../model/pod.ts';
import type { WrittenPodSpec } from '../model/pod.ts';
import { refusal, type AdmissionCodes } from './messages.ts';

/** A pod as the rules look at it. */
export interface Scene {
  readonly document: PodDocument;
  readonly spec: WrittenPodSpec;
  readonly isTemplate: boolean;
  /** In the order in which the API server looks: `validatePodSpec` takes init containers after the others. */
  readonly containers: readonly ContainerAt[];
}

export function sceneOf(document: PodDocument): Scene {
  const { pod, kind } = document;
  const all = writtenContainers(pod);
  const isApp = ({ list }: ContainerAt): boolean => list === 'containers';
  return {
    document,
    spec: pod.spec,
    isTemplate: kind !== 'Pod',
    containers: [...all.filter(isApp), ...all.filter((at) => !isApp(at))],
  };
}

type Refused<C extends keyof AdmissionCodes> = Pick<
  Finding<C, AdmissionCodes[C]>,
  'code' | 'facts' | 'related' | 'edit'
> &
  Pick<Refusal, 'path' | 'type' | 'detail'> & {
    /** Where it stands in the text, if the API server spells the path in a way of its own. */
    readonly at?: FieldPath;
  };

/** Answers a refusal with its place: the value, the key of a field that may not be there, the nearest ancestor of one that must. */
export function refused<C extends keyof AdmissionCodes>({ document }: Scene, { at, ...found }: Refused<C>): Refusal {
  const place = placeNear(document, at ?? found.path);
  const span = found.type === 'Forbidden' ? place.key : place.value;
  return refusal<C>({ ...found, span } as Parameters<typeof refusal<C>>[0]);
}
