/** Rules on files and links: `/x rw,`, `rw /x,`, `file /x rw,`, `link /a -> /b,`. Source: apparmor 3.0, parser/parser_yacc.y. */
import { refusalFinding } from './messages.ts';
import { allBits, bit, readPermissions } from './permissions.ts';
import { need, peek, refuse, refuseAs, take, takeIf, unexpected, type Reading } from './reading.ts';
import type { BareRule, ExecMode } from './syntax.ts';
import type { Token } from './token.ts';

type BareFileRule = Extract<BareRule, { kind: 'file' }>;

/** Answers the rule that starts here, null where it is refused. */
export function parseFileRule(reading: Reading): BareFileRule | null {
  const file = takeIf(reading, 'FILE');
  if (file !== null && takeIf(reading, 'END_OF_RULE')) return everything();
  const safety = takeIf(reading, 'SAFE', 'UNSAFE');
  const rule = peek(reading).kind === 'MODE' ? parseModeFirst(reading) : parsePathFirst(reading);
  if (rule === null || safety === null) return rule;
  const end = peek(reading, -1);
  if (rule.exec === null) return refuseAs(reading, 'unsafe rule missing exec permissions', end, safety);
  return { ...rule, exec: { ...rule.exec, cleans: safety.kind === 'SAFE' } };
}

/** `file,` is every file, the root too, and programs keep the profile. */
function everything(): BareFileRule {
  const exec = { goes: 'inherit', otherwise: null, cleans: false, target: null } as const;
  return { kind: 'file', path: '/{**,}', permissions: allBits, exec, ownership: null, link: null };
}

function parsePathFirst(reading: Reading): BareFileRule | null {
  const path = takeIf(reading, 'ID', 'SET_VAR');
  if (path === null) return unexpected(reading, ['ID', 'MODE', 'SET_VAR']);
  const mode = need(reading, 'MODE');
  if (mode === null) return null;
  const read = permissionsOf(reading, mode);
  if (read === null) return null;
  const arrow = takeIf(reading, 'ARROW');
  const target = arrow === null ? null : need(reading, 'ID', 'SET_VAR');
  if (arrow !== null && target === null) return null;
  if (arrow === null && ['ID', 'SET_VAR'].includes(peek(reading).kind)) return missingEnd(reading, path, mode);
  if (need(reading, 'END_OF_RULE') === null) return null;
  return { ...fileRule(path.text, read), exec: withTarget(read.exec, target) };
}

function parseModeFirst(reading: Reading): BareFileRule | null {
  const mode = take(reading);
  const read = permissionsOf(reading, mode);
  if (read === null) return null;
  const subset = takeIf(reading, 'SUBSET', 'LE');
  const path = need(reading, 'ID', 'SET_VAR');
  if (path === null) return null;
  const arrow = takeIf(reading, 'ARROW');
  const target = arrow === null ? null : need(reading, 'ID', 'SET_VAR');
  if (arrow !== null && target === null) return null;
  const end = need(reading, 'END_OF_RULE');
  if (end === null) return null;
  const links = (read.bits & bit.l) !== 0;
  if (subset !== null && (read.bits & ~bit.l) !== 0)
    return refuseAs(reading, 'subset can only be used with link rules.', end, subset);
  if (target !== null && links && read.exec !== null)
    return refuseAs(reading, 'link and exec perms conflict on a file rule using ->', end, target);
  if (target !== null && links && target.text.includes(':'))
    return refuseAs(reading, 'link perms are not allowed on a named profile transition.', end, target);
  const rule = fileRule(path.text, read);
  if (!links) return { ...rule, exec: withTarget(read.exec, target) };
  return { ...rule, link: target === null ? null : { target: target.text, isSubset: subset !== null } };
}

/** `link /a -> /b,`, which has no test of the permissions on both unless it says `subset`. */
export function parseLinkRule(reading: Reading): BareFileRule | null {
  take(reading);
  const isSubset = takeIf(reading, 'SUBSET', 'LE') !== null;
  const path = need(reading, 'ID', 'SET_VAR');
  if (path === null || need(reading, 'ARROW') === null) return null;
  const target = need(reading, 'ID', 'SET_VAR');
  if (target === null || need(reading, 'END_OF_RULE') === null) return null;
  return { ...fileRule(path.text, { bits: bit.l, exec: null }), link: { target: target.text, isSubset } };
}

interface Read {
  readonly bits: number;
  readonly exec: Omit<ExecMode, 'target'> | null;
}

function fileRule(path: string, { bits, exec }: Read): BareFileRule {
  // What may run in the same profile may be mapped, too (parser_regex.c, process_dfa_entry).
  const inherits = exec?.goes === 'inherit' || exec?.otherwise === 'inherit';
  const permissions = inherits ? bits | bit.m : bits;
  return { kind: 'file', path, permissions, exec: withTarget(exec, null), ownership: null, link: null };
}

function withTarget(exec: Read['exec'], target: Token | null): ExecMode | null {
  return exec === null ? null : { ...exec, target: target?.text ?? null };
}

function permissionsOf(reading: Reading, mode: Token): Read | null {
  const read = readPermissions(mode.text);
  return typeof read === 'string' ? refuseAs(reading, read, mode) : read;
}

/** Two rules in a row: the parser names the first one, and has read into the second. */
function missingEnd(reading: Reading, path: Token, mode: Token): null {
  const noticed = peek(reading);
  const span = { ...mode.span, start: path.span.start };
  return refuse(reading, {
    said: `missing an end of line character? (entry: ${path.text})`,
    line: noticed.line,
    diagnostic: refusalFinding({ code: 'apparmor-profile/missing-comma', severity: 'error', span, facts: {} }),
  });
}
