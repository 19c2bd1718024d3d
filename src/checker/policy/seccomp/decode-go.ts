/**
 * A profile as Go's encoding/json reads it, for runc; containerd and CRI-O read profiles the same way. Keys count without
 * regard to case. Of a repeated key the last counts, except that a repeated list goes on from the one before: what the
 * second one leaves out of its first rule stays as the first one said. Measured with runc 1.1.5 (Go 1.19).
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

/** Answers the profile, or null where the file says that there is none. */
export function decodeGo({ root, broken, comments, span }: WrittenProfile): Outcome<OciProfile | null> {
  const [comment] = comments;
  if (comment !== undefined && (broken === null || comment.span.start < broken.span.start)) {
    const words = wordsOf(comment);
    return { refusal: refusal({ code: 'seccomp-profile/comment', span: comment.span, facts: {}, words }) };
  }
  if (root === null) {
    const words = broken === null ? unexpectedEnd : wordsOf(broken);
    const facts = { words };
    return { refusal: refusal({ code: 'seccomp-profile/not-json', span: broken?.span ?? span, facts, words }) };
  }
  const decoding: Decoding = { mismatches: [] };
  const profile = root.kind === 'null' ? null : readProfile(root, decoding);
  const [first] = decoding.mismatches;
  return first === undefined ? { value: profile } : { refusal: first };
}

const unexpectedEnd = 'unexpected end of JSON input';

function wordsOf({ character, after }: JsonBreak): string {
  return character === null ? unexpectedEnd : `invalid character '${character}' ${after}`;
}

interface Decoding {
  /** Go reads on and tells the first one. */
  readonly mismatches: ProfileRefusal[];
}

/** Where a value belongs, in the words of Go: the struct, the path of fields, the type. */
interface Place {
  readonly struct: 'LinuxSeccomp' | 'LinuxSyscall' | 'LinuxSeccompArg';
  readonly path: string;
  readonly type: string;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

function readProfile(node: JsonNode, decoding: Decoding): OciProfile {
  const profile: Draft<OciProfile> = emptyProfile(node.span);
  const at = (path: string, type: string): Place => ({ struct: 'LinuxSeccomp', path, type });
  if (node.kind !== 'object') {
    mismatch(node, { struct: 'LinuxSeccomp', path: '', type: 'specs.LinuxSeccomp' }, decoding);
    return profile;
  }
  eachField(node, {
    defaultAction: (value) => {
      profile.defaultAction = readWord(
        value,
        { old: profile.defaultAction, at: at('defaultAction', 'string') },
        decoding,
      );
    },
    defaultErrnoRet: (value) => {
      profile.defaultErrnoRet = readPointer(value, at('defaultErrnoRet', 'uint'), decoding);
    },
    architectures: (value) => {
      const place = at('architectures', 'specs.Arch');
      profile.architectures = readWords(value, { old: profile.architectures, at: place }, decoding);
    },
    flags: (value) => {
      profile.flags = readWords(value, { old: profile.flags, at: at('flags', 'specs.LinuxSeccompFlag') }, decoding);
    },
    listenerPath: (value) => {
      profile.listenerPath = readWord(value, { old: profile.listenerPath, at: at('listenerPath', 'string') }, decoding);
    },
    listenerMetadata: (value) => {
      readWord(value, { old: profile.listenerPath, at: at('listenerMetadata', 'string') }, decoding);
    },
    syscalls: (value) => {
      const place = at('syscalls', 'specs.LinuxSyscall');
      profile.rules = readList(value, { old: profile.rules, at: place, read: readRule }, decoding);
    },
  });
  return profile;
}

function readRule(node: JsonNode, { old, at }: Reading<OciRule>, decoding: Decoding): OciRule {
  const rule: Draft<OciRule> = { ...(old ?? emptyRule(node.span)), span: node.span };
  if (node.kind === 'null') return rule;
  if (node.kind !== 'object') {
    mismatch(node, at, decoding);
    return rule;
  }
  const within = (field: string, type: string): Place => ({ struct: 'LinuxSyscall', path: `syscalls.${field}`, type });
  eachField(node, {
    names: (value) => {
      rule.names = readWords(value, { old: rule.names, at: within('names', 'string') }, decoding);
    },
    action: (value) => {
      rule.action = readWord(value, { old: rule.action, at: within('action', 'string') }, decoding);
    },
    errnoRet: (value) => {
      rule.errnoRet = readPointer(value, within('errnoRet', 'uint'), decoding);
    },
    args: (value) => {
      const place = within('args', 'specs.LinuxSeccompArg');
      rule.args = readList(value, { old: rule.args, at: place, read: readArgument }, decoding);
    },
  });
  return rule;
}

function readArgument(node: JsonNode, { old, at }: Reading<OciArgument>, decoding: Decoding): OciArgument {
  const argument: Draft<OciArgument> = { ...(old ?? emptyArgument(node.span)), span: node.span };
  if (node.kind === 'null') return argument;
  if (node.kind !== 'object') {
    mismatch(node, at, decoding);
    return argument;
  }
  const within = (field: string, type: string): Place => ({
    struct: 'LinuxSeccompArg',
    path: `syscalls.args.${field}`,
    type,
  });
  eachField(node, {
    index: (value) => {
      argument.index = readPointer(value, within('index', 'uint'), decoding) ?? argument.index;
    },
    value: (value) => {
      argument.value = readPointer(value, within('value', 'uint64'), decoding) ?? argument.value;
    },
    valueTwo: (value) => {
      argument.valueTwo = readPointer(value, within('valueTwo', 'uint64'), decoding) ?? argument.valueTwo;
    },
    op: (value) => {
      argument.op = readWord(value, { old: argument.op, at: within('op', 'string') }, decoding);
    },
  });
  return argument;
}

function eachField(node: JsonObject, fields: Readonly<Record<string, (value: JsonNode) => void>>): void {
  const byFold = new Map(Object.entries(fields).map(([name, read]) => [foldKey(name), read]));
  for (const { key, value } of node.members) byFold.get(foldKey(key))?.(value);
}

/** Two keys that Go takes for the same. The long s and the Kelvin sign count as s and k (encoding/json, fold.go). */
export function foldKey(key: string): string {
  return key.toLowerCase().replaceAll('ſ', 's');
}

interface Reading<T> {
  /** What an earlier occurrence left here. */
  readonly old: T | undefined;
  readonly at: Place;
}

interface ReadingList<T> {
  readonly old: readonly T[];
  /** Its type is that of an item. */
  readonly at: Place;
  readonly read: (node: JsonNode, reading: Reading<T>, decoding: Decoding) => T;
}

function readList<T>(node: JsonNode, { old, at, read }: ReadingList<T>, decoding: Decoding): readonly T[] {
  if (node.kind === 'null') return [];
  if (node.kind === 'array') return node.items.map((item, index) => read(item, { old: old[index], at }, decoding));
  mismatch(node, { ...at, type: `[]${at.type}` }, decoding);
  return old;
}

function readWords(node: JsonNode, { old, at }: Omit<ReadingList<Word>, 'read'>, decoding: Decoding): readonly Word[] {
  return readList(node, { old, at, read: readWord }, decoding);
}

function readWord(node: JsonNode, { old, at }: Reading<Word>, decoding: Decoding): Word {
  if (node.kind === 'string') return { text: node.value, span: node.span };
  if (node.kind !== 'null') mismatch(node, at, decoding);
  return old ?? { text: '', span: node.span };
}

function readPointer(node: JsonNode, at: Place, decoding: Decoding): bigint | null {
  if (node.kind === 'null') return null;
  // strconv.ParseUint: digits only, 64 bits.
  if (node.kind === 'number' && /^\d+$/.test(node.text) && node.text.length <= 20) {
    const number = BigInt(node.text);
    if (number < 1n << 64n) return number;
  }
  mismatch(node, at, decoding);
  return null;
}

function mismatch(node: JsonNode, { struct, path, type }: Place, decoding: Decoding): void {
  const found = typeWord(node, type);
  const place = path === '' ? 'value' : `struct field ${struct}.${path}`;
  const words = `json: cannot unmarshal ${found} into Go ${place} of type ${type}`;
  const facts = { field: path, found, type };
  decoding.mismatches.push(refusal({ code: 'seccomp-profile/wrong-type', span: node.span, facts, words }));
}

function typeWord(node: JsonNode, wanted: string): string {
  if (node.kind === 'true' || node.kind === 'false') return 'bool';
  return node.kind === 'number' && wanted.startsWith('uint') ? `number ${node.text}` : node.kind;
}
