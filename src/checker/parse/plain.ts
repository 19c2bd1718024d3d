import type { Diagnostic } from '../model/diagnostic.ts';
import type { Places, PlainValue } from '../model/pod.ts';
import { parseDocuments } from './documents.ts';

export interface PlainYaml {
  /** Null where the text is no YAML yet, or empty. */
  readonly value: PlainValue;
  readonly places: Places;
  readonly diagnostics: readonly Diagnostic[];
}

/** Answers the first document of a text as plain data: for files of the project's own, such as `lab.yaml`. */
export function readYaml(file: string, text: string): PlainYaml {
  const { documents, broken, diagnostics } = parseDocuments({ file, text });
  const first = documents[0];
  if (first === undefined || broken.length > 0) return { value: null, places: noPlaces, diagnostics };
  return { value: first.value, places: first.places, diagnostics };
}

const noPlaces: Places = Object.freeze(Object.create(null) as Record<string, never>);
