/** Rules that are about no file of their own. Source: apparmor 3.0, parser/parser_yacc.y and the sources of each kind. */
import { capabilities } from '../../model/capability.ts';
import { parseConditionList, parseConditions, parseWords, type Condition } from './conditions.ts';
import { refusalFinding } from './messages.ts';
import { need, peek, refuse, refuseAs, take, takeIf, unexpected, type Reading } from './reading.ts';
import { isSignal } from './signals.ts';
import { socketsOf } from './sockets.ts';
import type { BareRule, PtraceWord } from './syntax.ts';
import type { Token } from './token.ts';

const knownCapabilities: ReadonlySet<string> = new Set(capabilities.map((name) => name.slice(4).toLowerCase()));

/** `capability a b,`: blanks between names, no comma. */
export function parseCapability(reading: Reading): BareRule | null {
  take(reading);
  const names: string[] = [];
  for (;;) {
    const name = takeIf(reading, 'ID');
    if (name === null) break;
    if (!knownCapabilities.has(name.text)) return unknownCapability(reading, name);
    names.push(name.text);
  }
  return need(reading, 'END_OF_RULE') === null ? null : { kind: 'capability', names };
}

function unknownCapability(reading: Reading, name: Token): null {
  const bare = name.text.toLowerCase().replace(/^cap_/, '');
  const facts = { name: name.text, meant: knownCapabilities.has(bare) ? bare : null };
  return refuse(reading, {
    said: `Invalid capability ${name.text}.`,
    line: name.line,
    diagnostic: refusalFinding({
      code: 'apparmor-profile/unknown-capability',
      severity: 'error',
      span: name.span,
      facts,
    }),
  });
}

/** Several kinds of sockets where a word means several, as `tcp` does. */
export function parseNetwork(reading: Reading): readonly BareRule[] | null {
  take(reading);
  const words: Token[] = [];
  for (;;) {
    const word = words.length < 2 ? takeIf(reading, 'ID') : null;
    if (word === null) break;
    words.push(word);
  }
  const end = need(reading, 'END_OF_RULE');
  if (end === null) return null;
  const sockets = socketsOf(words.map(({ text }) => text));
  const [first = end] = words;
  if (sockets.length === 0) return refuseAs(reading, 'Invalid network entry.', end, first);
  return sockets.map((socket) => ({ kind: 'network', ...socket, isUnix: false }));
}

const unixWords = [
  'CREATE',
  'BIND',
  'LISTEN',
  'ACCEPT',
  'CONNECT',
  'SHUTDOWN',
  'GETATTR',
  'SETATTR',
  'GETOPT',
  'SETOPT',
] as const;

/** On mainline kernels before 6.17 it comes to `network unix` with the type, whatever else it says [measured on 6.1]. */
export function parseUnix(reading: Reading): BareRule | null {
  take(reading);
  const words = parseWords(reading, [...unixWords, 'SEND', 'RECEIVE', 'READ', 'WRITE', 'MODE']);
  const conditions = words === null ? null : parseConditions(reading);
  const peers = conditions === null ? null : parseConditionList(reading);
  if (words === null || conditions === null || peers === null) return null;
  const end = need(reading, 'END_OF_RULE');
  if (end === null) return null;
  const local = words.find(
    ({ text }) => !['send', 'receive', 'connect', 'accept', 'r', 'w', 'rw', 'read', 'write'].includes(text),
  );
  if (peers.length > 0 && local !== undefined) return refuseAs(reading, unixPeerRefusal, end, local);
  const type = conditions.find(({ name }) => name.text === 'type')?.values[0]?.text ?? null;
  return { kind: 'network', family: 'unix', type, isUnix: true };
}

const unixPeerRefusal =
  "unix socket 'create', 'shutdown', 'setattr', 'getattr', 'bind', 'listen', 'setopt', and/or 'getopt' accesses cannot be used with peer socket conditionals";

export function parseDbus(reading: Reading): BareRule | null {
  take(reading);
  const words = parseWords(reading, ['BIND', 'SEND', 'RECEIVE', 'READ', 'WRITE', 'EAVESDROP', 'MODE']);
  const conditions = words === null ? null : parseConditions(reading);
  const peers = conditions === null ? null : parseConditionList(reading);
  return peers === null || need(reading, 'END_OF_RULE') === null ? null : { kind: 'dbus' };
}

/** `signal (send receive) set=(kill) peer=x,`; the words come first. */
export function parseSignal(reading: Reading): BareRule | null {
  take(reading);
  const words = parseWords(reading, ['SEND', 'RECEIVE', 'READ', 'WRITE', 'MODE']);
  const conditions = words === null ? null : parseConditions(reading);
  if (words === null || conditions === null) return null;
  const end = needEnd(reading);
  if (end === null) return null;
  const does = meaningsOf(words, {
    send: ['send'],
    write: ['send'],
    w: ['send'],
    receive: ['receive'],
    read: ['receive'],
    r: ['receive'],
    rw: ['send', 'receive'],
    wr: ['send', 'receive'],
  } as const);
  if (does === null) return refuseAs(reading, 'perms contains invalid permission for signals', end);
  const peer = peerOf(reading, { conditions, kind: 'signal', also: ['set'], end });
  if (peer === null) return null;
  const signals = conditions.filter(({ name }) => name.text === 'set').flatMap(({ values }) => values);
  const unknown = signals.find(({ text }) => !isSignal(text));
  if (unknown !== undefined) return refuseAs(reading, `unknown signal "${unknown.text}"`, end, unknown);
  const both = ['send', 'receive'] as const;
  return {
    kind: 'signal',
    does: does.length === 0 ? both : does,
    signals: signals.map(({ text }) => text),
    peer: peer.label,
  };
}

export function parsePtrace(reading: Reading): BareRule | null {
  take(reading);
  const words = parseWords(reading, ['TRACE', 'TRACEDBY', 'READ', 'WRITE', 'READBY', 'MODE']);
  const conditions = words === null ? null : parseConditions(reading);
  if (words === null || conditions === null) return null;
  const end = needEnd(reading);
  if (end === null) return null;
  const does = meaningsOf(words, {
    trace: ['trace'],
    write: ['trace'],
    w: ['trace'],
    read: ['read'],
    r: ['read'],
    tracedby: ['tracedby'],
    readby: ['readby'],
    rw: ['trace', 'read'],
    wr: ['trace', 'read'],
  } as const);
  if (does === null) return refuseAs(reading, 'perms contains invalid permissions for ptrace', end);
  const peer = peerOf(reading, { conditions, kind: 'ptrace', also: [], end });
  const all: readonly PtraceWord[] = ['trace', 'read', 'tracedby', 'readby'];
  return peer === null ? null : { kind: 'ptrace', does: does.length === 0 ? all : does, peer: peer.label };
}

function needEnd(reading: Reading): Token | null {
  return takeIf(reading, 'END_OF_RULE') ?? unexpected(reading, ['CONDID', 'END_OF_RULE']);
}

/** Answers what the words of a permission mean together, null where one means nothing here. */
function meaningsOf<M extends string>(
  words: readonly Token[],
  meanings: Readonly<Record<string, readonly M[]>>,
): readonly M[] | null {
  const all = words.map(({ text }) => (Object.hasOwn(meanings, text) ? meanings[text] : undefined));
  return all.some((each) => each === undefined) ? null : [...new Set(all.flatMap((each) => each ?? []))];
}

interface Peers {
  readonly conditions: readonly Condition[];
  readonly kind: 'signal' | 'ptrace';
  readonly also: readonly string[];
  readonly end: Token;
}

/** Answers the one peer that is named, or refuses what else is written. */
function peerOf(reading: Reading, { conditions, kind, also, end }: Peers): { readonly label: string | null } | null {
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

/** `change_profile [safe|unsafe] [/program] [-> target],` */
export function parseChangeProfile(reading: Reading): BareRule | null {
  take(reading);
  const safety = takeIf(reading, 'SAFE', 'UNSAFE');
  const exec = takeIf(reading, 'ID');
  const target = takeIf(reading, 'ARROW') === null ? null : need(reading, 'ID', 'SET_VAR');
  const hasArrow = peek(reading, -1).kind === 'ARROW';
  if (hasArrow && target === null) return null;
  const end = need(reading, 'END_OF_RULE');
  if (end === null) return null;
  if (exec === null && safety !== null)
    return refuseAs(reading, 'Exec condition is required when unsafe or safe keywords are present', end, safety);
  if (exec !== null && !/^\/|^@\{/.test(exec.text))
    return refuseAs(reading, "Exec condition must begin with '/'.", end, exec);
  return { kind: 'change_profile', exec: exec?.text ?? null, target: target?.text ?? '**' };
}
