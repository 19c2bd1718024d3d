/**
 * Rules about other processes: sockets of one machine, D-Bus, signals, ptrace. Source: apparmor 3.0, parser/af_unix.cc,
 * dbus.cc, signal.cc and ptrace.cc; what they refuse was tried on 3.0.8.
 */
import { parseConditionList, parseConditions, parseWords, type Condition } from './conditions.ts';
import { refuseAs, take, takeIf, unexpected, type Reading } from './reading.ts';
import { isSignal } from './signals.ts';
import { socketTypes } from './sockets.ts';
import type { BareRule, PtraceWord } from './syntax.ts';
import type { Token, TokenKind } from './token.ts';

/** What stands behind the keyword. */
interface Read<M> {
  /** What the words mean together. */
  readonly does: readonly M[];
  readonly conditions: readonly Condition[];
  readonly peers: readonly Condition[];
  readonly end: Token;
}

interface Shape<M> {
  /** As the parser calls them in its messages. */
  readonly kind: string;
  readonly words: readonly TokenKind[];
  /** Null: the word means nothing here. */
  readonly meaningOf: (word: string) => readonly M[] | null;
  readonly hasPeers: boolean;
}

function parseShape<M>(reading: Reading, shape: Shape<M>): Read<M> | null {
  take(reading);
  const words = parseWords(reading, shape.words, (word) => wordRefusal(word, shape));
  const conditions = words === null ? null : parseConditions(reading);
  const peers = conditions === null ? null : shape.hasPeers ? parseConditionList(reading) : [];
  if (words === null || conditions === null || peers === null) return null;
  const expected = shape.hasPeers ? (['END_OF_RULE'] as const) : (['CONDID', 'END_OF_RULE'] as const);
  const end = takeIf(reading, 'END_OF_RULE') ?? unexpected(reading, expected);
  const does = [...new Set(words.flatMap(({ text }) => shape.meaningOf(text) ?? []))];
  return end === null ? null : { does, conditions, peers, end };
}

/** A word that means nothing is taken for letters, and the first of them that is none is named. */
function wordRefusal({ text }: Token, { kind, meaningOf }: Pick<Shape<unknown>, 'kind' | 'meaningOf'>): string | null {
  if (meaningOf(text) !== null) return null;
  const letter = [...text].find((each) => !'rwRW'.includes(each));
  return letter === undefined ? null : `Internal: unexpected ${kind} mode character '${letter}' in input`;
}

type SignalWord = 'send' | 'receive';

/** Two spellings, and letters as those of files. */
function sendOrReceive(word: string): readonly SignalWord[] | null {
  if (['send', 'write', 'w'].includes(word)) return ['send'];
  if (['receive', 'read', 'r'].includes(word)) return ['receive'];
  return ['rw', 'wr'].includes(word) ? ['send', 'receive'] : null;
}

// prettier-ignore
const unixKinds = [
  'CREATE', 'BIND', 'LISTEN', 'ACCEPT', 'CONNECT', 'SHUTDOWN', 'GETATTR', 'SETATTR', 'GETOPT', 'SETOPT', 'SEND', 'RECEIVE', 'READ', 'WRITE', 'MODE',
] as const;
const unixShape: Shape<string> = {
  kind: 'net',
  words: unixKinds,
  meaningOf: (word) => sendOrReceive(word) ?? (unixKinds.some((kind) => kind.toLowerCase() === word) ? [word] : null),
  hasPeers: true,
};
const unixPeerRefusal =
  "unix socket 'create', 'shutdown', 'setattr', 'getattr', 'bind', 'listen', 'setopt', and/or 'getopt' accesses cannot be used with peer socket conditionals";

/** On mainline kernels before 6.17 it comes to `network unix` with the type, whatever else it says [measured on 6.1]. */
export function parseUnix(reading: Reading): BareRule | null {
  const read = parseShape(reading, unixShape);
  if (read === null) return null;
  const { does, conditions, peers, end } = read;
  const said = [...conditions.map(badSocketCondition), ...peers.map(badPeerCondition)].find((each) => each !== null);
  if (said !== undefined && said !== null) return refuseAs(reading, said, end);
  const isLocal = does.some((word) => !['accept', 'connect', 'send', 'receive'].includes(word));
  if (peers.length > 0 && isLocal) return refuseAs(reading, unixPeerRefusal, end);
  const type = conditions.find(({ name }) => name.text === 'type')?.values[0]?.text ?? null;
  return { kind: 'network', family: 'unix', type, isUnix: true };
}

function badSocketCondition({ name, isExact, values }: Condition): string | null {
  const { text } = name;
  const [value] = values;
  if (text === 'label') return "unknown rule: 'label' conditional is only valid in the peer expression";
  if (text === 'protocol') return "unknown rule: 'protocol' conditional is not currently supported";
  if (text !== 'type' && text !== 'addr') return `unix rule: invalid conditional '${text}'`;
  if (!isExact) return `unknown rule: keyword 'in' is not allowed in '${text}' socket conditional`;
  if (values.length > 1) return `unknown rule: conditional '${text}' only supports a single value`;
  if (text === 'type' && !Object.hasOwn(socketTypes, value?.text ?? ''))
    return `socket rule: invalid socket type '${value?.text}'`;
  return text === 'addr' ? badAddress(value) : null;
}

function badPeerCondition({ name, values }: Condition): string | null {
  const { text } = name;
  if (text === 'type') return "unknown rule: 'type' conditional is not allowed in the peer expression";
  if (text !== 'addr' && text !== 'label') return `unix rule: invalid conditional '${text}'`;
  return text === 'addr' ? badAddress(values[0]) : null;
}

function badAddress(value: Token | undefined): string | null {
  const text = value?.text ?? '';
  return text === 'none' || text.startsWith('@') ? null : `unix rule: invalid value for addr='${text}'`;
}

type DbusWord = 'bind' | 'eavesdrop' | 'send' | 'receive';
const dbusShape: Shape<DbusWord> = {
  kind: 'DBus',
  words: ['BIND', 'SEND', 'RECEIVE', 'READ', 'WRITE', 'EAVESDROP', 'MODE'],
  meaningOf: (word) => (word === 'bind' || word === 'eavesdrop' ? [word] : sendOrReceive(word)),
  hasPeers: true,
};

export function parseDbus(reading: Reading): BareRule | null {
  const read = parseShape(reading, dbusShape);
  if (read === null) return null;
  const said = dbusRefusal(read);
  return said === null ? { kind: 'dbus' } : refuseAs(reading, said, read.end);
}

function dbusRefusal({ does, conditions, peers }: Read<DbusWord>): string | null {
  if (conditions.some(({ isExact }) => !isExact)) return 'keyword "in" is not allowed in dbus rules';
  const messages = ['path', 'interface', 'member'];
  const unknown =
    conditions.find(({ name }) => !['bus', 'name', ...messages].includes(name.text)) ??
    peers.find(({ name }) => !['name', 'label'].includes(name.text));
  if (unknown !== undefined) return `invalid dbus conditional "${unknown.name.text}"`;
  const isMessage = peers.length > 0 || conditions.some(({ name }) => messages.includes(name.text));
  const isService = conditions.some(({ name }) => name.text === 'name');
  if (isService && does.some((word) => word === 'send' || word === 'receive'))
    return 'dbus "send" and/or "receive" accesses cannot be used with service rule conditionals';
  if (isMessage && does.includes('bind')) return 'dbus "bind" access cannot be used with message rule conditionals';
  if ((isMessage || isService) && does.includes('eavesdrop'))
    return 'dbus "eavesdrop" access can only contain a bus conditional';
  return null;
}

const signalShape: Shape<SignalWord> = {
  kind: 'signal',
  words: ['SEND', 'RECEIVE', 'READ', 'WRITE', 'MODE'],
  meaningOf: sendOrReceive,
  hasPeers: false,
};

/** `signal (send receive) set=(kill) peer=x,`; the words come first. */
export function parseSignal(reading: Reading): BareRule | null {
  const read = parseShape(reading, signalShape);
  const peer = read === null ? null : peerOf(reading, read, { kind: 'signal', also: ['set'] });
  if (read === null || peer === null) return null;
  const { does, conditions, end } = read;
  const signals = conditions.filter(({ name }) => name.text === 'set').flatMap(({ values }) => values);
  const unknown = signals.find(({ text }) => !isSignal(text));
  if (unknown !== undefined) return refuseAs(reading, `unknown signal "${unknown.text}"`, end, unknown);
  const names = signals.map(({ text }) => text);
  return { kind: 'signal', does: does.length === 0 ? ['send', 'receive'] : does, signals: names, peer: peer.label };
}

function traceOrRead(word: string): readonly PtraceWord[] | null {
  if (word === 'tracedby' || word === 'readby') return [word];
  if (['trace', 'write', 'w'].includes(word)) return ['trace'];
  if (['read', 'r'].includes(word)) return ['read'];
  return ['rw', 'wr'].includes(word) ? ['trace', 'read'] : null;
}

const ptraceShape: Shape<PtraceWord> = {
  kind: 'ptrace',
  words: ['TRACE', 'TRACEDBY', 'READ', 'WRITE', 'READBY', 'MODE'],
  meaningOf: traceOrRead,
  hasPeers: false,
};

export function parsePtrace(reading: Reading): BareRule | null {
  const read = parseShape(reading, ptraceShape);
  const peer = read === null ? null : peerOf(reading, read, { kind: 'ptrace', also: [] });
  if (read === null || peer === null) return null;
  const all: readonly PtraceWord[] = ['trace', 'read', 'tracedby', 'readby'];
  return { kind: 'ptrace', does: read.does.length === 0 ? all : read.does, peer: peer.label };
}

interface Peers {
  readonly kind: 'signal' | 'ptrace';
  readonly also: readonly string[];
}

/** Answers the one peer that is named, or refuses what else is written. */
function peerOf(
  reading: Reading,
  { conditions, end }: Pick<Read<unknown>, 'conditions' | 'end'>,
  { kind, also }: Peers,
): { readonly label: string | null } | null {
  const fuzzy = conditions.find(({ isExact }) => !isExact);
  if (fuzzy !== undefined) return refuseAs(reading, `keyword "in" is not allowed in ${kind} rules`, end, fuzzy.name);
  const other = conditions.find(({ name }) => name.text !== 'peer' && !also.includes(name.text));
  if (other !== undefined)
    return refuseAs(reading, `invalid ${kind} rule conditional "${other.name.text}"`, end, other.name);
  const [first, second] = conditions.filter(({ name }) => name.text === 'peer');
  if (second !== undefined)
    return refuseAs(reading, `${kind} conditional "peer" can only be specified once`, end, second.name);
  return { label: first?.values[0]?.text ?? null };
}
