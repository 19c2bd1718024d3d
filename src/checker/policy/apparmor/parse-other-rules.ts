/** Rules on capabilities, sockets and the change of profile. Source: apparmor 3.0, parser/parser_yacc.y and network.c. */
import { capabilities } from '../../model/capability.ts';
import { refusalFinding } from './messages.ts';
import { need, peek, refuse, refuseAs, take, takeIf, unexpected, type Reading } from './reading.ts';
import { socketsOf } from './sockets.ts';
import type { BareRule } from './syntax.ts';
import type { Token } from './token.ts';

function isCapability(name: string): boolean {
  return name === name.toLowerCase() && capabilities.some((each) => each === `CAP_${name.toUpperCase()}`);
}

/** `capability a b,`: blanks between names, no comma. */
export function parseCapability(reading: Reading): BareRule | null {
  take(reading);
  const names: string[] = [];
  for (;;) {
    const name = takeIf(reading, 'ID');
    if (name === null) break;
    if (!isCapability(name.text)) return unknownCapability(reading, name);
    names.push(name.text);
  }
  const end = takeIf(reading, 'END_OF_RULE') ?? unexpected(reading, ['ID', 'END_OF_RULE']);
  return end === null ? null : { kind: 'capability', names };
}

function unknownCapability(reading: Reading, name: Token): null {
  const bare = name.text.toLowerCase().replace(/^cap_/, '');
  const facts = { name: name.text, meant: isCapability(bare) ? bare : null };
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
  const mayGoOn = words.length < 2;
  const end = takeIf(reading, 'END_OF_RULE') ?? unexpected(reading, mayGoOn ? ['ID', 'END_OF_RULE'] : ['END_OF_RULE']);
  if (end === null) return null;
  const sockets = socketsOf(words.map(({ text }) => text));
  const [first = end] = words;
  if (sockets.length === 0) return refuseAs(reading, 'Invalid network entry.', end, first);
  return sockets.map((socket) => ({ kind: 'network', ...socket, isUnix: false }));
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
