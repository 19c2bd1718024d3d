/** `mount`, `remount`, `umount` and `pivot_root`. Source: apparmor 3.0, parser/parser_yacc.y and parser/mount.cc. */
import { parseConditions, type Condition } from './conditions.ts';
import { refusalFinding } from './messages.ts';
import { mountFlags } from './mount-flags.ts';
import { need, refuse, refuseAs, take, takeIf, unexpected, type Reading } from './reading.ts';
import type { BareRule } from './syntax.ts';
import type { Token } from './token.ts';

export function parseMount(reading: Reading): BareRule | null {
  const { kind } = take(reading);
  const does = ({ REMOUNT: 'remount', UMOUNT: 'umount' } as const)[kind as string] ?? 'mount';
  const conditions = parseConditions(reading);
  if (conditions === null) return null;
  const first = takeIf(reading, 'ID');
  let target = does === 'mount' ? null : first;
  if (does === 'mount' && takeIf(reading, 'ARROW') !== null) {
    const onTarget = parseConditions(reading);
    target = onTarget === null ? null : need(reading, 'ID');
    if (onTarget === null || target === null) return null;
    const [extra] = onTarget;
    if (extra !== undefined)
      return refuseAs(reading, 'mount point conditions not currently supported', take(reading), extra.name);
  }
  const isDone = does !== 'mount' || target !== null;
  const end =
    takeIf(reading, 'END_OF_RULE') ?? unexpected(reading, isDone ? ['END_OF_RULE'] : ['END_OF_RULE', 'ARROW']);
  if (end === null || !areMountConditions(reading, conditions, end)) return null;
  const source = does === 'mount' ? (first?.text ?? null) : null;
  const types = conditions.filter(({ name }) => name.text.endsWith('fstype')).flatMap(({ values }) => values);
  const options = conditions.filter(({ name }) => name.text.startsWith('option'));
  const unknown = options.flatMap(({ values }) => values).find(({ text }) => !Object.hasOwn(mountFlags, text));
  if (unknown !== undefined) return unknownOption(reading, unknown);
  return {
    kind: 'mount',
    does,
    types: types.map(({ text }) => text),
    options: options.map(({ isExact, values }) => ({
      test: isExact ? 'exactly' : 'any-of',
      words: values.map(({ text }) => text),
    })),
    source,
    target: target?.text ?? null,
  };
}

const known = ['options', 'option', 'fstype', 'vfstype'];

function areMountConditions(reading: Reading, conditions: readonly Condition[], end: Token): boolean {
  const other = conditions.find(({ name }) => !known.includes(name.text));
  if (other === undefined) return true;
  refuseAs(reading, `invalid mount conditional ${other.name.text}`, end, other.name);
  return false;
}

/** The parser stops without naming a line. */
function unknownOption(reading: Reading, option: Token): null {
  const facts = { option: option.text, hasComma: option.text.includes(',') };
  refuse(reading, {
    said: 'unsupported mount options',
    line: null,
    diagnostic: refusalFinding({
      code: 'apparmor-profile/unknown-mount-option',
      severity: 'error',
      span: option.span,
      facts,
    }),
  });
  return null;
}

export function parsePivotRoot(reading: Reading): BareRule | null {
  take(reading);
  const conditions = parseConditions(reading);
  if (conditions === null) return null;
  const newRoot = takeIf(reading, 'ID');
  const arrow = takeIf(reading, 'ARROW');
  if (arrow !== null && need(reading, 'ID', 'SET_VAR') === null) return null;
  const end = need(reading, 'END_OF_RULE');
  if (end === null) return null;
  const [last] = conditions.slice(-1);
  if (last !== undefined && last.name.text !== 'oldroot')
    return refuseAs(reading, `invalid pivotroot conditional '${last.name.text}'`, end, last.name);
  return { kind: 'pivot_root', oldRoot: last?.values[0]?.text ?? null, newRoot: newRoot?.text ?? null };
}
