/** Profiles and what stands before them. Source: apparmor 3.0, parser/parser_yacc.y (list, profile, flags). */
import { refusalFinding } from './messages.ts';
import { parseConditionList } from './conditions.ts';
import { followInclude, parseAbi, parseBlock } from './parse-rules.ts';
import { need, peek, refuse, refuseAs, skipRule, take, takeIf, unexpected, type Reading } from './reading.ts';
import { profileFlags, type PolicyText, type ProfileFlag, type ProfileMode, type ProfileText } from './syntax.ts';
import { nameOfVariable, type Token } from './token.ts';

/** Answers what a whole text declares; what is refused is left out. */
export function parsePolicy(reading: Reading): PolicyText {
  const profiles: ProfileText[] = [];
  const aliases: { from: string; to: string }[] = [];
  for (;;) {
    const { kind } = peek(reading);
    if (kind === 'end of file') break;
    const at = reading.at;
    const isProfile = ['PROFILE', 'CARET', 'HAT', 'ID'].includes(kind);
    const read = isProfile ? parseProfile(reading) : null;
    if (read !== null) profiles.push(...read);
    else if (isProfile || !parsePreamble(reading, { aliases, isOver: profiles.length > 0 })) skip(reading, at);
  }
  const variables = Object.fromEntries(reading.variables);
  return { profiles, variables, aliases, unknown: reading.unknown, optional: reading.optional };
}

/** Goes on behind what could not be read, the whole block of a profile too. */
function skip(reading: Reading, start: number): void {
  if (reading.at === start) take(reading);
  skipRule(reading);
  takeIf(reading, 'CLOSE');
}

interface Above {
  readonly aliases: { from: string; to: string }[];
  readonly isOver: boolean;
}

/** Answers whether something that may stand above the profiles was read. */
function parsePreamble(reading: Reading, { aliases, isOver }: Above): boolean {
  const { kind } = peek(reading);
  if (kind === 'INCLUDE') {
    // Variables come with such a file; rules have no place here.
    followInclude(reading);
    return true;
  }
  if (isOver) return unexpected(reading, ['end of file']) !== null;
  if (kind === 'ABI') return parseAbi(reading);
  if (kind === 'SET_VAR') return assignVariable(reading);
  if (kind === 'BOOL_VAR') return assignBoolean(reading);
  if (kind !== 'ALIAS') return unexpected(reading, ['end of file']) !== null;
  take(reading);
  const from = need(reading, 'ID');
  if (from === null || need(reading, 'ARROW') === null) return false;
  const to = need(reading, 'ID');
  if (to === null || need(reading, 'END_OF_RULE') === null) return false;
  aliases.push({ from: from.text, to: to.text });
  return true;
}

function assignVariable(reading: Reading): boolean {
  const variable = take(reading);
  const sign = need(reading, 'EQUALS', 'ADD_ASSIGN');
  if (sign === null) return false;
  const values: string[] = [];
  for (;;) {
    const value = takeIf(reading, 'VALUE');
    if (value === null) break;
    values.push(value.text);
  }
  if (values.length === 0) return unexpected(reading, ['VALUE']) !== null;
  if (peek(reading).kind === 'UNEXPECTED') return unexpected(reading) !== null;
  const name = nameOfVariable(variable.text);
  const before = reading.variables.get(name);
  const isFirst = sign.kind === 'EQUALS';
  if (isFirst === (before !== undefined)) return badAssignment(reading, variable, isFirst);
  reading.variables.set(name, { values: [...(before?.values ?? []), ...values], span: before?.span ?? variable.span });
  return true;
}

/** The parser sees it when it looks for a further value, mostly on the next line. */
function badAssignment(reading: Reading, variable: Token, isFirst: boolean): boolean {
  const said = isFirst
    ? `variable ${variable.text} was previously declared`
    : `variable ${variable.text} was not previously declared, but is being assigned additional values`;
  const code = isFirst ? 'apparmor-profile/variable-twice' : 'apparmor-profile/variable-undefined';
  const facts = { name: nameOfVariable(variable.text) };
  const diagnostic = refusalFinding({ code, severity: 'error', span: variable.span, facts });
  refuse(reading, { said, line: peek(reading).line, diagnostic });
  return true;
}

function assignBoolean(reading: Reading): boolean {
  const variable = take(reading);
  if (need(reading, 'EQUALS') === null) return false;
  const value = need(reading, 'VALUE');
  if (value === null) return false;
  const name = nameOfVariable(variable.text);
  if (!/^(true|false)$/i.test(value.text))
    return (
      refuseAs(
        reading,
        `Invalid boolean assignment for (${variable.text}): ${value.text} is not true or false`,
        value,
      ) !== null
    );
  if (reading.booleans.has(name))
    return refuseAs(reading, `variable ${variable.text} was previously declared`, value, variable) !== null;
  reading.booleans.set(name, value.text.toLowerCase() === 'true');
  return true;
}

function parseProfile(reading: Reading): readonly ProfileText[] | null {
  const word = takeIf(reading, 'PROFILE', 'CARET', 'HAT');
  return parseNamed(reading, { word, isChild: false });
}

/** Answers a child or a hat with its own children, null where it is refused. */
export function parseChild(reading: Reading): readonly ProfileText[] | null {
  return parseNamed(reading, { word: take(reading), isChild: true });
}

interface Introduced {
  readonly word: Token | null;
  readonly isChild: boolean;
}

function parseNamed(reading: Reading, { word, isChild }: Introduced): readonly ProfileText[] | null {
  const name = need(reading, 'ID');
  if (name === null) return null;
  const attachment = takeIf(reading, 'ID', 'SET_VAR');
  const xattrs = parseConditionList(reading);
  const flags = xattrs === null ? null : parseFlags(reading);
  if (flags === null) return null;
  if (takeIf(reading, 'OPEN') === null) return unexpected(reading, ['OPEN']);
  const { seen } = reading;
  reading.seen = new Set();
  const { rules, children } = parseBlock(reading);
  reading.seen = seen;
  const close = takeIf(reading, 'CLOSE');
  if (close === null) return unexpected(reading, ['ID', 'MODE', 'SET_VAR']);
  if (/^&?(?::[^:]*:(?:\/\/)?)?$/.test(name.text))
    return refuseAs(reading, `Empty named transition profile name: ${name.text}`, close, name);
  if (attachment !== null && !/^\/|^@\{/.test(attachment.text))
    return refuseAs(reading, "Profile attachment must begin with a '/' or variable.", close, attachment);
  if (word === null && !isChild && !/^[/:]/.test(name.text)) return nameWithoutWord(reading, name, close);
  const own: ProfileText = {
    name: name.text,
    span: { ...name.span, start: (word ?? name).span.start },
    attachment: attachment?.text ?? null,
    isHat: word?.kind === 'CARET' || word?.kind === 'HAT',
    ...flags,
    rules,
  };
  return [own, ...children.map((child) => ({ ...child, name: `${own.name}//${child.name}` }))];
}

function nameWithoutWord(reading: Reading, name: Token, close: Token): null {
  return refuse(reading, {
    said: "Profile names must begin with a '/', namespace or keyword 'profile' or 'hat'.",
    line: close.line,
    diagnostic: refusalFinding({
      code: 'apparmor-profile/name-without-word',
      severity: 'error',
      span: name.span,
      facts: { name: name.text },
    }),
  });
}

type Flags = Pick<ProfileText, 'mode' | 'flags'>;

/** `flags=(a, b)` or `(a, b)`. */
function parseFlags(reading: Reading): Flags | null {
  const word = takeIf(reading, 'CONDID');
  if (word !== null) {
    if (need(reading, 'EQUALS') === null) return null;
    if (word.text !== 'flags') return refuseAs(reading, `expected flags= got ${word.text}=`, word);
    if (peek(reading).kind === 'VALUE') return flagsWithoutBrackets(reading);
  }
  if (word === null && peek(reading).kind !== 'OPENPAREN') return { mode: 'enforce', flags: [] };
  if (need(reading, 'OPENPAREN') === null) return null;
  const seen: Token[] = [];
  for (;;) {
    const value = takeIf(reading, 'VALUE');
    if (value === null) break;
    const said = flagRefusal(seen, value.text);
    if (said !== null) return refuseAs(reading, said, value);
    seen.push(value);
  }
  if (seen.length === 0) return unexpected(reading, ['VALUE']);
  if (need(reading, 'CLOSEPAREN') === null) return null;
  const words = seen.map(({ text }) => text);
  const flags = profileFlags.filter((flag) => words.includes(flag));
  return { mode: modes.find((mode) => words.includes(mode)) ?? 'enforce', flags };
}

function flagsWithoutBrackets(reading: Reading): null {
  const token = peek(reading);
  return refuse(reading, {
    said: 'syntax error, unexpected TOK_VALUE, expecting TOK_OPENPAREN',
    line: token.line,
    diagnostic: refusalFinding({
      code: 'apparmor-profile/flags-without-brackets',
      severity: 'error',
      span: token.span,
      facts: { flags: token.text },
    }),
  });
}

const modes: readonly ProfileMode[] = ['enforce', 'complain', 'kill', 'unconfined'];
const opposites: readonly (readonly [ProfileFlag, ProfileFlag])[] = [
  ['chroot_relative', 'namespace_relative'],
  ['mediate_deleted', 'delegate_deleted'],
  ['attach_disconnected', 'no_attach_disconnected'],
  ['chroot_attach', 'chroot_no_attach'],
];

function flagRefusal(before: readonly Token[], flag: string): string | null {
  const words = before.map(({ text }) => text);
  const isMode = modes.some((mode) => mode === flag);
  if (flag === 'debug') return "Profile flag 'debug' is no longer valid.";
  if (!isMode && !profileFlags.some((known) => known === flag)) return `Invalid profile flag: ${flag}.`;
  const other = isMode ? words.find((word) => word !== flag && modes.some((mode) => mode === word)) : undefined;
  if (other !== undefined) return `Profile flag '${other}' conflicts with '${flag}'`;
  const pair = opposites.find(([a, b]) => (a === flag && words.includes(b)) || (b === flag && words.includes(a)));
  return pair === undefined ? null : `Profile flag ${pair[0]} conflicts with ${pair[1]}`;
}
