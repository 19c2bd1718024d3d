import { isMap, isScalar, isSeq, type Alias, type ParsedNode } from 'yaml';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { FieldPath, Place } from '../model/pod.ts';
import type { Span } from '../model/span.ts';
import { aliasTargetsOf, type AliasTargets } from './aliases.ts';
import { finding, type YamlCodes } from './messages.ts';

/** Kubernetes nests a dozen levels; the Go library would stop at 10,000. */
export const deepestLevel = 200;

/** How many fields and items aliases may bring in: nine lines of ten aliases each would otherwise be a billion. */
export const mostExpanded = 10_000;

/** What one walk over a document gathers, and where it is. Lives as long as the walk. */
export interface Walk {
  readonly file: string;
  readonly root: ParsedNode;
  /** Looked for when the first alias is met: most documents have none. */
  targets: AliasTargets | null;
  readonly places: Record<FieldPath, Place>;
  readonly diagnostics: Diagnostic[];
  /** Targets of the aliases that the walk is inside of. */
  readonly open: Set<ParsedNode>;
  /** The place of everything below, while the walk is behind an alias. */
  behind: Place | null;
  depth: number;
  /** Fields and items that aliases brought in. */
  expanded: number;
  /** The document cannot be read: nothing more is, and it has no value. */
  stopped: boolean;
}

export function startWalk(file: string, root: ParsedNode): Walk {
  return {
    file,
    root,
    targets: null,
    places: Object.create(null) as Record<FieldPath, Place>,
    diagnostics: [],
    open: new Set(),
    behind: null,
    depth: 0,
    expanded: 0,
    stopped: false,
  };
}

type CodeWithoutFacts = { [C in keyof YamlCodes]: keyof YamlCodes[C] extends never ? C : never }[keyof YamlCodes];

/** Ends the walk with a finding about the node at which it cannot go on. */
export function stop(walk: Walk, node: ParsedNode, code: CodeWithoutFacts): null {
  if (walk.stopped) return null;
  walk.stopped = true;
  const span = walk.behind?.value ?? spanOf(walk, node);
  walk.diagnostics.push(finding({ code, severity: 'error', span, facts: {} }));
  return null;
}

/** Reads what an alias stands for; until that is done, every place is the (outermost) alias. */
export function throughAlias<T>(walk: Walk, alias: Alias.Parsed, read: (target: ParsedNode) => T): T | null {
  walk.targets ??= aliasTargetsOf(walk.root);
  const target = walk.targets.get(alias);
  if (target === undefined) return stop(walk, alias, 'yaml/unknown-alias');
  if (walk.open.has(target)) return stop(walk, alias, 'yaml/alias-of-itself');
  const outer = walk.behind;
  const span = spanOf(walk, alias);
  walk.behind = outer ?? { key: span, value: span, behindAlias: true };
  walk.open.add(target);
  const value = read(target);
  walk.open.delete(target);
  walk.behind = outer;
  return value;
}

export function spanOf(walk: Walk, node: ParsedNode): Span {
  return { file: walk.file, start: node.range[0], end: endOf(node) };
}

/** The package ends a block collection behind the blank lines and comments that follow it; ours ends with its last item. */
function endOf(node: ParsedNode): number {
  let last = node;
  for (;;) {
    if (isScalar(last)) return last.range[1];
    if (isMap<ParsedNode, ParsedNode | null>(last) && last.flow !== true) {
      const pair = last.items.at(-1);
      if (pair === undefined) return last.range[1];
      last = pair.value ?? pair.key;
    } else if (isSeq<ParsedNode>(last) && last.flow !== true) {
      const item = last.items.at(-1);
      if (item === undefined) return last.range[1];
      last = item;
    } else return last.range[1];
  }
}
