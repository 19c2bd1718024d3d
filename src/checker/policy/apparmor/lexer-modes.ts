/**
 * What may stand where, as the scanner of apparmor_parser knows it: it changes its mode with what it reads, and in each mode
 * the longest match wins, the earlier row among equals. Source: apparmor 3.0, parser/parser_lex.l; every quirk that matters
 * was tried on 3.0.8.
 */
import type { Keyword, TokenKind } from './token.ts';

export type Mode =
  | 'rules'
  | 'id'
  | 'id-after-blanks'
  | 'value'
  | 'condition'
  | 'condition-list'
  | 'values'
  | 'list-condition'
  | 'list-condition-value'
  | 'list-condition-values'
  | 'assignment'
  | 'network'
  | 'rlimit'
  | 'mount'
  | 'dbus'
  | 'signal'
  | 'ptrace'
  | 'unix'
  | 'change-profile'
  | 'include'
  | 'include-if-exists'
  | 'abi';

/** `blank`, `line-end` and `comment` make no token; `word` is looked up among the keywords. */
export type Meaning = TokenKind | 'blank' | 'line-end' | 'comment' | 'word' | 'file-name' | 'no-comma';

export interface Pattern {
  readonly match: RegExp;
  readonly means: Meaning;
  readonly next?: { readonly push: Mode } | { readonly become: Mode } | 'pop';
}

/** A row: what is read, and behind `&`, what must follow and counts for the length. */
function row(source: string, means: Meaning, next?: Pattern['next']): Pattern {
  const [token = '', after] = source.split(' & ');
  const match = new RegExp(after === undefined ? token : `(?:${token})(?=(?<after>${after}))`, 'y');
  return { match, means, ...(next === undefined ? {} : { next }) };
}

function words(...all: readonly Keyword[]): readonly Pattern[] {
  return all.map((each) => row(each.toLowerCase(), each));
}

function makeModes(): Readonly<Record<Mode, readonly Pattern[]>> {
  const id = String.raw`(?:\\[ \t"!,]|[^ \t\r\n"!,]|,[^ \t\r\n"!,])`;
  const valueId = String.raw`(?:\\[ \t"!,()]|[^ \t\n"!,()])`;
  const idNoEquals = String.raw`[^ \t\n"!,=()+&](?:[^ \t\n"!,=)]|,[^ \t\n"!,=)])*`;
  const quoted = String.raw`"(?:\\"|[^\0"])*"`;
  const name = '[A-Za-z][A-Za-z0-9_]*';
  const setVariable = String.raw`@(?:\{${name}\}|${name})`;
  const afterVariable = String.raw`(?:\\[ \t"!,()]|[^ \t\n"!,=+]|,[^ \t\n"!,=+])`;
  const label = String.raw`(?:/|${setVariable}${afterVariable}|[:&])${id}*`;
  const quotedLabel = String.raw`"[/@:&](?:\\"|[^\0"])*"`;
  const permissions = '(?:[RrWwaLlMmkXx]|[PpCc][Xx]|[PpCc]?[IiUu][Xx])+';

  const blank = row('[ \t]+', 'blank');
  const lineEnd = row('\r?\n', 'line-end');
  const endOfRule = row(',', 'END_OF_RULE', 'pop');
  const equals = row('=', 'EQUALS');
  const arrow = row('->', 'ARROW');
  const openList = row('\\(', 'OPENPAREN', { push: 'values' });
  const ids = `(?:${id})+|${quoted}`;

  const conditions = [
    row(String.raw`(?:peer|xattrs) & [ \t]*=[ \t]*\(`, 'CONDLISTID', { push: 'condition-list' }),
    row(`${name} & [ \\t]*=`, 'CONDID', { push: 'condition' }),
    row(String.raw`${name} & [ \t]+in[ \t]*\(`, 'CONDID', { push: 'condition' }),
  ];

  const readWrite = [...words('READ', 'WRITE'), openList, row('(?:rw|wr|r|w) & [\\s,]', 'MODE')];
  const anyId = [row(idNoEquals, 'ID'), row(label, 'ID'), row(quoted, 'ID')];
  const fileName = row(
    `<(?:[^">\\t\\r\\n]+|${quoted})>|${quoted}|(?:\\\\[ \\t"!,]|[^ \\t\\r\\n"!,<>]|,[^ \\t\\r\\n"!,<>])+`,
    'file-name',
    'pop',
  );
  const valueInList = row(`(?:${valueId})+|${quoted}`, 'VALUE');
  return {
    rules: [
      blank,
      ...conditions,
      row(String.raw`#include[ \t]+if[ \t]+exists & [ \t].*\r?\n`, 'blank', { push: 'include-if-exists' }),
      row(String.raw`include[ \t]+if[ \t]+exists & [ \t]`, 'blank', { push: 'include-if-exists' }),
      row(String.raw`#include & .*\r?\n`, 'blank', { push: 'include' }),
      row('include & [ \\t]', 'blank', { push: 'include' }),
      row('#.*\\r?\\n', 'comment'),
      row('\\^', 'CARET', { push: 'id' }),
      row('->', 'ARROW', { push: 'id-after-blanks' }),
      row('=', 'EQUALS', { push: 'assignment' }),
      row('\\+=', 'ADD_ASSIGN', { push: 'assignment' }),
      row(setVariable, 'SET_VAR'),
      row(String.raw`\$(?:\{${name}\}|${name})`, 'BOOL_VAR'),
      row('\\{', 'OPEN'),
      row('\\}', 'CLOSE'),
      row(`${label}|${quotedLabel}`, 'ID'),
      row(`${permissions} & [\\s,]`, 'MODE'),
      row('hat[ \\t]*', 'HAT', { push: 'id' }),
      row('profile[ \\t]*', 'PROFILE', { push: 'id' }),
      row(':', 'COLON'),
      openList,
      row(name, 'word'),
      row(',', 'END_OF_RULE'),
      lineEnd,
    ],
    id: [row(ids, 'ID', 'pop')],
    'id-after-blanks': [blank, row(ids, 'ID', 'pop'), lineEnd],
    value: [row(ids, 'VALUE', 'pop')],
    values: [blank, row('\\)', 'CLOSEPAREN', 'pop'), row(',', 'blank'), valueInList, lineEnd],
    condition: [
      blank,
      row('=[ \\t]* & [^(\\n \\t]', 'EQUALS', { become: 'value' }),
      equals,
      row('\\(', 'OPENPAREN', { become: 'values' }),
      row('in', 'IN'),
      lineEnd,
    ],
    'condition-list': [blank, equals, row('\\(', 'OPENPAREN', { become: 'list-condition' }), lineEnd],
    'list-condition': [
      blank,
      row('\\)', 'CLOSEPAREN', 'pop'),
      row(',', 'blank'),
      row('[^ \\t\\n"!,=)]+', 'CONDID'),
      row('=[ \\t]*\\(', 'EQUALS', { push: 'list-condition-values' }),
      row('=', 'EQUALS', { push: 'list-condition-value' }),
      lineEnd,
    ],
    'list-condition-value': [blank, row(`(?:${valueId})+|${quoted}`, 'VALUE', 'pop'), lineEnd],
    'list-condition-values': [blank, row('\\)', 'blank', 'pop'), valueInList, lineEnd],
    assignment: [
      blank,
      row(ids, 'VALUE'),
      row(',', 'no-comma'),
      row('\\\\\\n', 'line-end'),
      row('\r?\n', 'line-end', 'pop'),
    ],
    network: [blank, row(`(?:${id})+`, 'ID'), endOfRule, lineEnd],
    rlimit: [
      blank,
      row('-?[0-9]+|infinity(?![A-Za-z_])', 'VALUE'),
      row('[A-Za-z_]+', 'ID'),
      row('<=', 'LE'),
      endOfRule,
      lineEnd,
    ],
    mount: [blank, ...conditions, arrow, ...anyId, endOfRule, lineEnd],
    dbus: [
      blank,
      ...conditions,
      ...words('BIND', 'EAVESDROP', 'SEND', 'RECEIVE'),
      ...readWrite,
      ...anyId,
      endOfRule,
      lineEnd,
    ],
    signal: [blank, ...conditions, ...words('SEND', 'RECEIVE'), ...readWrite, ...anyId, endOfRule, lineEnd],
    ptrace: [blank, ...conditions, ...words('TRACE', 'READBY', 'TRACEDBY'), ...readWrite, ...anyId, endOfRule, lineEnd],
    unix: [
      blank,
      ...conditions,
      ...words('LISTEN', 'ACCEPT', 'CONNECT', 'GETOPT', 'SETOPT', 'SHUTDOWN', 'CREATE', 'GETATTR', 'SETATTR', 'BIND'),
      ...words('SEND', 'RECEIVE'),
      ...readWrite,
      ...anyId,
      endOfRule,
      lineEnd,
    ],
    'change-profile': [
      blank,
      ...words('SAFE', 'UNSAFE'),
      row('->', 'ARROW', { push: 'id-after-blanks' }),
      row(ids, 'ID'),
      endOfRule,
      lineEnd,
    ],
    include: [blank, fileName, lineEnd],
    'include-if-exists': [blank, fileName, lineEnd],
    abi: [blank, row(fileName.match.source, 'ID'), endOfRule, lineEnd],
  };
}

/** The rows of each mode, in the order of the source. Marked as pure, so that a page that reads no profile carries none. */
export const modes = /* @__PURE__ */ makeModes();

/** The mode that a keyword opens; behind all others rules go on. */
export const modeAfter: Readonly<Partial<Record<TokenKind, Mode>>> = {
  RLIMIT: 'rlimit',
  NETWORK: 'network',
  CHANGE_PROFILE: 'change-profile',
  MOUNT: 'mount',
  REMOUNT: 'mount',
  UMOUNT: 'mount',
  DBUS: 'dbus',
  SIGNAL: 'signal',
  PTRACE: 'ptrace',
  UNIX: 'unix',
  ABI: 'abi',
};

/** What the parser's own messages call a mode. */
export const states: Readonly<Record<Mode, string>> = {
  rules: 'INITIAL',
  id: 'SUB_ID',
  'id-after-blanks': 'SUB_ID_WS',
  value: 'SUB_VALUE',
  condition: 'EXTCOND_MODE',
  'condition-list': 'EXTCONDLIST_MODE',
  values: 'LIST_VAL_MODE',
  'list-condition': 'LIST_COND_MODE',
  'list-condition-value': 'LIST_COND_VAL',
  'list-condition-values': 'LIST_COND_PAREN_VAL',
  assignment: 'ASSIGN_MODE',
  network: 'NETWORK_MODE',
  rlimit: 'RLIMIT_MODE',
  mount: 'MOUNT_MODE',
  dbus: 'DBUS_MODE',
  signal: 'SIGNAL_MODE',
  ptrace: 'PTRACE_MODE',
  unix: 'UNIX_MODE',
  'change-profile': 'CHANGE_PROFILE_MODE',
  include: 'INCLUDE',
  'include-if-exists': 'INCLUDE_EXISTS',
  abi: 'ABI_MODE',
};
