/** What stands between the braces of a profile. Source: apparmor 3.0, parser/parser_yacc.y (rules). */
import { refusalFinding } from './messages.ts';
import { bit } from './permissions.ts';
import { parseFileRule, parseLinkRule } from './parse-file-rule.ts';
import { parseMount, parsePivotRoot } from './parse-mount.ts';
import { parseCapability, parseChangeProfile, parseNetwork } from './parse-other-rules.ts';
import { parseDbus, parsePtrace, parseSignal, parseUnix } from './parse-peer-rules.ts';
import { parseRlimit } from './parse-rlimit.ts';
import { parseConditional } from './parse-conditional.ts';
import { parseChild } from './parse-profile.ts';
import { need, peek, refuse, refuseAs, skipRule, take, takeIf, type Reading } from './reading.ts';
import type { BareRule, Ownership, ProfileText, Rule } from './syntax.ts';
import type { Token, TokenKind } from './token.ts';

/** What a block holds. Children keep their own names, without those of their parents. */
export interface Block {
  readonly rules: Rule[];
  readonly children: ProfileText[];
}

interface Prefix {
  readonly audit: boolean;
  readonly deny: boolean;
  readonly ownership: Ownership;
}

/** What nests deeper is nobody's profile, and must not hold anybody up. */
export const deepest = 100;

/** Answers everything up to the closing brace, which stays; what is refused is left out. */
export function parseBlock(reading: Reading): Block {
  const block: Block = { rules: [], children: [] };
  reading.depth += 1;
  if (reading.depth > deepest) giveUp(reading);
  for (;;) {
    const { kind } = peek(reading);
    if (kind === 'end of file' || kind === 'CLOSE') break;
    const at = reading.at;
    if (!parseItem(reading, block)) recover(reading, at);
  }
  reading.depth -= 1;
  return block;
}

export function giveUp(reading: Reading): void {
  refuseAs(reading, 'memory exhausted', peek(reading));
  reading.at = reading.tokens.length - 1;
}

/** Goes on behind the rule that was refused. */
function recover(reading: Reading, start: number): void {
  if (reading.at === start) take(reading);
  if (peek(reading, -1).kind !== 'END_OF_RULE') skipRule(reading);
}

function parseItem(reading: Reading, block: Block): boolean {
  switch (peek(reading).kind) {
    case 'INCLUDE':
      block.rules.push(...followInclude(reading));
      return true;
    case 'ABI':
      return parseAbi(reading);
    case 'PROFILE':
    case 'HAT':
    case 'CARET': {
      const child = parseChild(reading);
      if (child !== null) block.children.push(...child);
      return child !== null;
    }
    case 'IF':
      return parseConditional(reading, block);
    case 'SET':
      return addRules(reading, block, parseRlimit);
    default:
      return parsePrefixed(reading, block);
  }
}

/** Answers the rules of the file that is named; of one that is not known the text keeps a note. */
export function followInclude(reading: Reading): readonly Rule[] {
  const token = take(reading);
  const rules = reading.included(token.text, token);
  const missing = { name: token.text, span: token.span };
  if (rules === null) (token.include?.ifExists === true ? reading.optional : reading.unknown).push(missing);
  return rules ?? [];
}

/** What a policy was written for. A file that Debian does not ship is a question for the node. */
export function parseAbi(reading: Reading): boolean {
  take(reading);
  const name = need(reading, 'ID');
  if (name === null || need(reading, 'END_OF_RULE') === null) return false;
  if (!['<abi/3.0>', '<abi/kernel-5.4-vanilla>', '<abi/kernel-5.4-outoftree-network>', '<kernel>'].includes(name.text))
    reading.unknown.push({ name: name.text, span: name.span });
  return true;
}

function parsePrefixed(reading: Reading, block: Block): boolean {
  const start = peek(reading);
  const audit = takeIf(reading, 'AUDIT') !== null;
  const deny = takeIf(reading, 'DENY', 'ALLOW')?.kind === 'DENY';
  const owner = takeIf(reading, 'OWNER', 'OTHER');
  const ownership = owner === null ? null : owner.kind === 'OWNER' ? 'owner' : 'other';
  const prefix = { audit, deny, ownership } as const;
  if (peek(reading).kind === 'OPEN') return parsePrefixedBlock(reading, block, prefix);
  const parse = parsers[peek(reading).kind] ?? parseFileRule;
  return addRules(reading, block, parse, { start, prefix });
}

type Parser = (reading: Reading) => BareRule | readonly BareRule[] | null;

const parsers: Readonly<Partial<Record<TokenKind, Parser>>> = {
  LINK: parseLinkRule,
  NETWORK: parseNetwork,
  UNIX: parseUnix,
  MOUNT: parseMount,
  REMOUNT: parseMount,
  UMOUNT: parseMount,
  PIVOTROOT: parsePivotRoot,
  DBUS: parseDbus,
  SIGNAL: parseSignal,
  PTRACE: parsePtrace,
  CHANGE_PROFILE: parseChangeProfile,
  CAPABILITY: parseCapability,
};

const nothing: Prefix = { audit: false, deny: false, ownership: null };

interface Before {
  readonly start: Token;
  readonly prefix: Prefix;
}

function addRules(reading: Reading, block: Block, parse: Parser, before?: Before): boolean {
  const { start, prefix } = before ?? { start: peek(reading), prefix: nothing };
  const read = parse(reading);
  if (read === null) return false;
  const end = peek(reading, -1);
  for (const bare of Array.isArray(read) ? (read as readonly BareRule[]) : [read as BareRule]) {
    const rule = completed(reading, bare, { prefix, start, end });
    if (rule === null) return false;
    block.rules.push(rule);
  }
  return true;
}

const prefixed: Readonly<Record<string, string>> = {
  capability: ' on capability rules',
  mount: ' on mount rules',
  pivot_root: ' on mount rules',
  signal: ' on signal rules',
  ptrace: ' on ptrace rules',
  dbus: ' on dbus rules',
  change_profile: ' on unix rules',
};

interface Around {
  readonly prefix: Prefix;
  readonly start: Token;
  readonly end: Token;
}

/** Answers a rule with what stands before it, or refuses what does not go together. */
function completed(reading: Reading, bare: BareRule, { prefix, start, end }: Around): Rule | null {
  const span = { ...start.span, end: end.span.end };
  const text = reading.text.slice(span.start, span.end);
  const { audit, deny, ownership } = prefix;
  const rule = { ...bare, span, text, from: null, audit, deny } as Rule;
  if (rule.kind !== 'file') {
    if (ownership === null) return rule;
    const which = rule.kind === 'network' && rule.isUnix ? ' on unix rules' : (prefixed[rule.kind] ?? '');
    return refuseAs(reading, `owner prefix not allowed${which}`, end, start);
  }
  const refusal = execRefusal(rule, deny);
  if (refusal === null) return { ...rule, ownership };
  const diagnostic = refusalFinding({ code: refusal.code, severity: 'error', span, facts: {} });
  return refuse(reading, { said: refusal.said, line: end.line, diagnostic });
}

function execRefusal({ permissions, exec }: Extract<Rule, { kind: 'file' }>, deny: boolean) {
  if ((permissions & bit.x) === 0 || exec === null) return null;
  if (deny && exec.goes !== 'plain')
    return {
      said: "Invalid mode, in deny rules 'x' must not be preceded by exec qualifier 'i', 'p', or 'u'",
      code: 'apparmor-profile/exec-mode-in-deny',
    } as const;
  if (!deny && exec.goes === 'plain' && exec.target === null)
    return {
      said: "Invalid mode, 'x' must be preceded by exec qualifier 'i', 'p', 'c', or 'u'",
      code: 'apparmor-profile/exec-without-mode',
    } as const;
  return null;
}

/** `audit { … }` and `owner { … }`: what stands before the brace goes for each file rule inside. */
function parsePrefixedBlock(reading: Reading, block: Block, { audit, deny, ownership }: Prefix): boolean {
  take(reading);
  const inner = parseBlock(reading);
  const close = need(reading, 'CLOSE');
  if (close === null) return false;
  if (deny) return refuseAs(reading, 'deny prefix not allowed', close) !== null;
  for (const rule of inner.rules) {
    if (rule.kind !== 'file') continue;
    block.rules.push({ ...rule, audit: audit || rule.audit, ownership: ownership ?? rule.ownership });
  }
  return true;
}
