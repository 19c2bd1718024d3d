import { isAlias, isMap, isSeq, type Alias, type ParsedNode } from 'yaml';

export type AliasTargets = ReadonlyMap<Alias, ParsedNode>;

/**
 * Answers for each alias under `root` the node it stands for: the last one before it that carries its anchor, a node
 * around it included. An alias without an anchor is not in the map. No recursion: the text decides the depth.
 */
export function aliasTargetsOf(root: ParsedNode): AliasTargets {
  const anchors = new Map<string, ParsedNode>();
  const targets = new Map<Alias, ParsedNode>();
  const ahead: (ParsedNode | null)[] = [root];
  while (ahead.length > 0) {
    const node = ahead.pop() ?? null;
    if (node === null) continue;
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target !== undefined) targets.set(node, target);
      continue;
    }
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    if (isSeq(node)) ahead.push(...node.items.toReversed());
    if (isMap(node)) for (const pair of node.items.toReversed()) ahead.push(pair.value, pair.key);
  }
  return targets;
}
