import type { Span } from '../../model/span.ts';
import type { Mode } from './lexer-modes.ts';

/** The words of the grammar, by the names that apparmor_parser gives them in its own messages, without their `TOK_`. */
export type TokenKind =
  | 'ID'
  | 'CONDID'
  | 'CONDLISTID'
  | 'CARET'
  | 'OPEN'
  | 'CLOSE'
  | 'MODE'
  | 'END_OF_RULE'
  | 'EQUALS'
  | 'ARROW'
  | 'ADD_ASSIGN'
  | 'LE'
  | 'SET_VAR'
  | 'BOOL_VAR'
  | 'VALUE'
  | 'COLON'
  | 'OPENPAREN'
  | 'CLOSEPAREN'
  | 'HAT'
  | 'PROFILE'
  | Keyword
  /** Not of the parser's grammar: its lexer follows an include at once. */
  | 'INCLUDE'
  /** A character that fits nowhere. */
  | 'UNEXPECTED'
  | 'end of file';

/** Those of `unix` rules mean something in such a rule only. */
export type Keyword = (typeof keywords)[keyof typeof keywords] | UnixWord;

type UnixWord = 'CREATE' | 'SHUTDOWN' | 'ACCEPT' | 'CONNECT' | 'LISTEN' | 'SETOPT' | 'GETOPT' | 'SETATTR' | 'GETATTR';

/** Words that mean something in a profile (parser_misc.c, keyword_table, 3.0.8). Two spellings may share a meaning. */
export const keywords = {
  network: 'NETWORK',
  unix: 'UNIX',
  capability: 'CAPABILITY',
  if: 'IF',
  else: 'ELSE',
  not: 'NOT',
  defined: 'DEFINED',
  change_profile: 'CHANGE_PROFILE',
  unsafe: 'UNSAFE',
  safe: 'SAFE',
  link: 'LINK',
  owner: 'OWNER',
  user: 'OWNER',
  other: 'OTHER',
  subset: 'SUBSET',
  audit: 'AUDIT',
  deny: 'DENY',
  allow: 'ALLOW',
  set: 'SET',
  rlimit: 'RLIMIT',
  alias: 'ALIAS',
  rewrite: 'ALIAS',
  ptrace: 'PTRACE',
  file: 'FILE',
  mount: 'MOUNT',
  remount: 'REMOUNT',
  umount: 'UMOUNT',
  unmount: 'UMOUNT',
  pivot_root: 'PIVOTROOT',
  in: 'IN',
  dbus: 'DBUS',
  signal: 'SIGNAL',
  send: 'SEND',
  receive: 'RECEIVE',
  bind: 'BIND',
  read: 'READ',
  write: 'WRITE',
  eavesdrop: 'EAVESDROP',
  peer: 'PEER',
  trace: 'TRACE',
  tracedby: 'TRACEDBY',
  readby: 'READBY',
  abi: 'ABI',
} as const;

export interface Token {
  readonly kind: TokenKind;
  /** As the parser keeps it: without quotes, escapes resolved. */
  readonly text: string;
  readonly span: Span;
  /** The line that the parser's counter shows when it has read this token: line ends in quotes do not count. */
  readonly line: number;
  /** Of an unexpected character only: what was being read. */
  readonly mode?: Mode;
  /** Of an include only. */
  readonly include?: { readonly ifExists: boolean };
}

/** Answers the name in `@{NAME}`, `@NAME` and `$NAME`. */
export function nameOfVariable(written: string): string {
  return written.replace(/^[@$]\{?/, '').replace(/\}$/, '');
}
