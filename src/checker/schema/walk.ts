import { mostFindings, type Diagnostic, type Refusal } from '../model/diagnostic.ts';
import { itemPath, keyPath } from '../model/field-path.ts';
import type { FieldPath, ParsedDocument } from '../model/pod.ts';
import type { World } from '../model/world.ts';

/** What one walk beside the schema gathers, and where it is. Lives as long as the walk. */
export interface SchemaWalk {
  readonly document: ParsedDocument;
  readonly fieldValidation: World['kubernetes']['fieldValidation'];
  readonly templatePath: FieldPath;
  readonly diagnostics: Diagnostic[];
  readonly refusals: Refusal[];
  /** Keys and indexes from the root to where the walk is. */
  readonly trail: (string | number)[];
}

/** Answers whether enough is said of this document. What is left out of the pod is left out all the same. */
export function isFull(walk: SchemaWalk): boolean {
  return walk.diagnostics.length >= mostFindings;
}

export function refuse(walk: SchemaWalk, refusal: Refusal): void {
  walk.diagnostics.push(refusal);
  walk.refusals.push(refusal);
}

/** Answers the path at which the walk is, from the root of the document. */
export function pathOf(walk: SchemaWalk): FieldPath {
  let path = '';
  for (const step of walk.trail) path = typeof step === 'number' ? itemPath(path, step) : keyPath(path, step);
  return path;
}

/** Answers a path in the words of a Pod, whatever wraps it. */
export function podPathOf(templatePath: FieldPath, path: FieldPath): FieldPath {
  return templatePath !== '' && path.startsWith(`${templatePath}.`) ? path.slice(templatePath.length + 1) : path;
}
