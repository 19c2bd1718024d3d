import { isList, isMap, mapIn } from '../model/plain.ts';
import type { Place, Places, PlainMap, PlainValue, WrittenPod, WrittenPodSpec, WrittenVolume } from '../model/pod.ts';

/**
 * Answers a decoded template as a pod. INVARIANT: `checkObject` has been over it, so a field that is there has the type of
 * the schema; the fields that `WrittenPod` does not name are there as well and nobody reads them.
 */
export function writtenPod(template: PlainMap): WrittenPod {
  const spec = mapIn(template, 'spec');
  const volumes = spec.volumes;
  const written = isList(volumes) ? { ...spec, volumes: volumes.map(writtenVolume) } : spec;
  return { metadata: mapIn(template, 'metadata') as WrittenPod['metadata'], spec: written as WrittenPodSpec };
}

/** The API server looks for these two before all others (validation.go, validateVolumeSource); the others go by name here. */
const firstSources = ['emptyDir', 'hostPath'];

/** A volume says what it is by which of its fields is there: the one beside `name`. */
function writtenVolume(volume: PlainValue): WrittenVolume {
  if (!isMap(volume)) return { sources: [] };
  const written = Object.keys(volume).filter((field) => field !== 'name');
  const others = written.filter((field) => !firstSources.includes(field)).sort();
  const sources = [...firstSources.filter((field) => written.includes(field)), ...others];
  const readOnly = mapIn(volume, sources.at(-1) ?? '')['readOnly'] === true;
  return { ...(volume as Pick<WrittenVolume, 'name' | 'hostPath'>), sources, ...(readOnly && { readOnly }) };
}

/** Answers the places below `path`, counted from there. */
export function placesBelow(places: Places, path: string): Places {
  const below = Object.create(null) as Record<string, Place>;
  const prefix = `${path}.`;
  for (const at of Object.keys(places)) {
    const place = places[at];
    if (at.startsWith(prefix) && place !== undefined) below[at.slice(prefix.length)] = place;
  }
  return below;
}
