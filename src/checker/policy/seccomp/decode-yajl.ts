/**
 * A profile as crun reads it from its own configuration: keys letter by letter, the FIRST of a repeated key counts,
 * comments pass, a value of another type counts as absent, and some fields must be there (libocispec over yajl; measured
 * with crun 1.8.1). In Kubernetes the container engine has read the file before, as `decode-go.ts` does, and hands crun
 * what it understood.
 */
import type { JsonBreak, JsonNode, JsonObject } from '../../parse/json.ts';
import {
  emptyArgument,
  emptyProfile,
  emptyRule,
  type OciArgument,
  type OciProfile,
  type OciRule,
  type Word,
} from './oci.ts';
import type { WrittenProfile } from './profile.ts';
import { refusal, type Outcome, type ProfileRefusal } from './refusal.ts';

/** Answers the profile, or null where the file says nothing that counts as one. */
export function decodeYajl({ root, broken, span }: WrittenProfile): Outcome<OciProfile | null> {
  if (root === null) {
    const words = `cannot parse the data: ${complaintOf(broken)}`;
    return {
      refusal: refusal({ code: 'seccomp-profile/not-json', span: broken?.span ?? span, facts: { words }, words }),
    };
  }
  if (root.kind !== 'object') return { value: null };
  const decoding: Decoding = { refusals: [] };
  const profile = readProfile(root, decoding);
  const [first] = decoding.refusals;
  return first === undefined ? { value: profile } : { refusal: first };
}

/** What yajl says where Go's decoder says something else (yajl 2.1, src/yajl_parser.c). */
const complaints: Readonly<Record<string, string>> = {
  'looking for beginning of object key string': 'parse error: invalid object key (must be a string)',
  'looking for beginning of value': 'parse error: unallowed token at this point in JSON text',
  'after object key': "parse error: object key and value must be separated by a colon (':')",
  'after object key:value pair': "parse error: after key and value, inside map, I expect ',' or '}'",
  'after array element': "parse error: after array element, I expect ',' or ']'",
  'after top-level value': 'parse error: trailing garbage',
};

function complaintOf(broken: JsonBreak | null): string {
  if (broken === null || broken.character === null) return 'parse error: premature EOF';
  return complaints[broken.after] ?? 'lexical error: invalid char in json text.';
}

interface Decoding {
  readonly refusals: ProfileRefusal[];
}

function readProfile(node: JsonObject, decoding: Decoding): OciProfile {
  const nothing = emptyProfile(node.span);
  const profile = {
    ...nothing,
    defaultErrnoRet: readNumber(node, { key: 'defaultErrnoRet', type: 'uint32' }, decoding),
    flags: wordsOf(node, 'flags') ?? [],
    listenerPath: wordOf(node, 'listenerPath') ?? nothing.listenerPath,
    architectures: wordsOf(node, 'architectures') ?? [],
    rules: itemsOf(node, 'syscalls')?.map((item) => readRule(item, decoding)) ?? [],
  };
  const defaultAction = wordOf(node, 'defaultAction') ?? missing(node, 'defaultAction', decoding);
  return { ...profile, defaultAction };
}

function readRule(node: JsonNode, decoding: Decoding): OciRule {
  const rule = emptyRule(node.span);
  const errnoRet = readNumber(node, { key: 'errnoRet', type: 'uint32' }, decoding);
  const args = itemsOf(node, 'args')?.map((item) => readArgument(item, decoding)) ?? [];
  const names = wordsOf(node, 'names');
  if (names === undefined) missing(node, 'names', decoding);
  const action = wordOf(node, 'action') ?? missing(node, 'action', decoding);
  return { ...rule, names: names ?? [], action, errnoRet, args };
}

function readArgument(node: JsonNode, decoding: Decoding): OciArgument {
  const argument = emptyArgument(node.span);
  return {
    ...argument,
    index: readNumber(node, { key: 'index', type: 'uint32' }, decoding) ?? 0n,
    value: readNumber(node, { key: 'value', type: 'uint64' }, decoding) ?? 0n,
    valueTwo: readNumber(node, { key: 'valueTwo', type: 'uint64' }, decoding) ?? 0n,
    op: wordOf(node, 'op') ?? missing(node, 'op', decoding),
  };
}

function missing(node: JsonNode, field: string, decoding: Decoding): Word {
  const words = `Required field '${field}' not present`;
  decoding.refusals.push(refusal({ code: 'seccomp-profile/missing-field', span: node.span, facts: { field }, words }));
  return { text: '', span: node.span };
}

function valueOf(node: JsonNode, key: string): JsonNode | undefined {
  return node.kind === 'object' ? node.members.find((member) => member.key === key)?.value : undefined;
}

function itemsOf(node: JsonNode, key: string): readonly JsonNode[] | undefined {
  const value = valueOf(node, key);
  return value?.kind === 'array' ? value.items : undefined;
}

function wordOf(node: JsonNode, key: string): Word | undefined {
  const value = valueOf(node, key);
  return value?.kind === 'string' ? { text: value.value, span: value.span } : undefined;
}

/** An item that is no text counts as an empty one. */
function wordsOf(node: JsonNode, key: string): readonly Word[] | undefined {
  return itemsOf(node, key)?.map((item) => ({ text: item.kind === 'string' ? item.value : '', span: item.span }));
}

interface NumberField {
  readonly key: string;
  readonly type: 'uint32' | 'uint64';
}

/** strtoull(3): a minus turns the number round at 2^64, which is why -1 is the highest one. */
function readNumber(node: JsonNode, { key, type }: NumberField, decoding: Decoding): bigint | null {
  const value = valueOf(node, key);
  if (value?.kind !== 'number') return null;
  const refuse = (reason: string): null => {
    const words = `Invalid value '${value.text}' with type '${type}' for key '${key}': ${reason}`;
    const facts = { field: key, found: `number ${value.text}`, type };
    decoding.refusals.push(refusal({ code: 'seccomp-profile/wrong-type', span: value.span, facts, words }));
    return null;
  };
  if (!/^-?\d+$/.test(value.text)) return refuse('Invalid argument');
  const isNegative = value.text.startsWith('-');
  const digits = value.text.slice(isNegative ? 1 : 0);
  const size = digits.length <= 20 ? BigInt(digits) : 1n << 64n;
  const number = isNegative ? BigInt.asUintN(64, -size) : size;
  const isInRange = size < 1n << 64n && number < 1n << (type === 'uint32' ? 32n : 64n);
  return isInRange ? number : refuse('Numerical result out of range');
}
