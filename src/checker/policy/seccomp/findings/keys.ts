/** Keys that are not what they seem: of another format, misspelt, repeated. */
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { JsonMember, JsonNode } from '../../../parse/json.ts';
import { nearestTo } from '../../../schema/nearest.ts';
import { foldKey } from '../decode-go.ts';
import { finding } from './finding-messages.ts';

interface Fields {
  readonly [name: string]: Fields | null;
}

/** The fields of an OCI profile; below `syscalls` and `args` those of their items. */
const fields: Fields = {
  defaultAction: null,
  defaultErrnoRet: null,
  architectures: null,
  flags: null,
  listenerPath: null,
  listenerMetadata: null,
  comment: null,
  syscalls: {
    names: null,
    action: null,
    errnoRet: null,
    comment: null,
    args: { index: null, value: null, valueTwo: null, op: null },
  },
};

/** moby/profiles/seccomp and containers/common pkg/seccomp: read by their engines, which write an OCI profile from it. */
const ofDocker = new Set(['includes', 'excludes', 'archmap', 'minkernel']);

/** Answers what is to be said about the keys of a profile. */
export function keyFindings(root: JsonNode): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  walk(root, fields, found);
  return found;
}

function walk(node: JsonNode, known: Fields, found: Diagnostic[]): void {
  if (node.kind !== 'object') return;
  const seen = new Set<string>();
  for (const member of node.members) {
    const field = Object.keys(known).find((name) => foldKey(name) === foldKey(member.key));
    if (field === undefined) {
      found.push(strangeKey(member, known));
      continue;
    }
    if (seen.has(field)) found.push(noted('seccomp-rule/repeated-key', member, { key: field }));
    seen.add(field);
    if (field !== member.key) found.push(noted('seccomp-rule/other-letters', member, { key: member.key, field }));
    const below = known[field] ?? null;
    if (below !== null && member.value.kind === 'array')
      member.value.items.forEach((item) => {
        walk(item, below, found);
      });
  }
}

function strangeKey(member: JsonMember, known: Fields): Diagnostic {
  const { key, keySpan: span } = member;
  if (ofDocker.has(foldKey(key))) {
    return finding({ code: 'seccomp-rule/docker-key', severity: 'warning', span, facts: { key } });
  }
  if (key === 'name' && 'names' in known) {
    return finding({ code: 'seccomp-rule/old-form', severity: 'warning', span, facts: {} });
  }
  const nearest = nearestTo(key, Object.keys(known));
  return finding({ code: 'seccomp-rule/unknown-key', severity: 'warning', span, facts: { key, nearest } });
}

function noted<C extends 'seccomp-rule/repeated-key' | 'seccomp-rule/other-letters'>(
  code: C,
  { keySpan: span }: JsonMember,
  facts: Parameters<typeof finding<C>>[0]['facts'],
): Diagnostic {
  return finding({ code, severity: 'warning', span, facts });
}
