/** `set rlimit nofile <= 10,`. Source: apparmor 3.0, parser/parser_yacc.y; apparmor.d(5), rlimit rules. */
import { need, refuseAs, take, takeIf, type Reading } from './reading.ts';
import type { BareRule } from './syntax.ts';
import type { Token } from './token.ts';

const counts = ['nofile', 'ofile', 'nproc', 'locks', 'sigpending', 'rtprio'];
const sizes = ['fsize', 'data', 'stack', 'core', 'rss', 'as', 'memlock', 'msgqueue'];
const others = ['cpu', 'nice', 'rttime'];

function isResource(name: string): boolean {
  return [counts, sizes, others].some((each) => each.includes(name));
}

export function parseRlimit(reading: Reading): BareRule | null {
  take(reading);
  if (need(reading, 'RLIMIT') === null) return null;
  const resource = need(reading, 'ID');
  if (resource === null || need(reading, 'LE') === null) return null;
  const value = need(reading, 'VALUE');
  if (value === null) return null;
  const unit = takeIf(reading, 'ID');
  const end = need(reading, 'END_OF_RULE');
  if (end === null) return null;
  if (!isResource(resource.text)) return refuseAs(reading, `INVALID RLIMIT '${resource.text}'`, end, resource);
  if (value.text === 'infinity') return { kind: 'rlimit', resource: resource.text, limit: null };
  const limit = limitOf(resource.text, Number(value.text), unit);
  if (limit !== null) return { kind: 'rlimit', resource: resource.text, limit };
  return refuseAs(reading, saidOf(resource.text, value.text, unit?.text ?? ''), end, value);
}

/** Three sentences for one thing. */
function saidOf(resource: string, value: string, unit: string): string {
  if (resource === 'cpu')
    return isUnit(unit) ? `RLIMIT 'cpu ${value}' < minimum value of 1s` : `RLIMIT 'cpu' invalid value ${value}`;
  if (resource === 'nice' && unit === '') return `RLIMIT 'nice' out of range (-20 .. 19) ${value}`;
  return `RLIMIT '${resource}' invalid value ${value} ${unit}`;
}

function limitOf(resource: string, value: number, unit: Token | null): number | null {
  // The kernel counts nice from 1 to 40; the rule as the command does (setrlimit(2), RLIMIT_NICE).
  if (resource === 'nice') return unit === null && value >= -20 && value <= 19 ? value + 20 : null;
  if (value < 0) return null;
  if (counts.includes(resource)) return unit === null ? value : null;
  if (resource === 'cpu') return timeOf(value, unit?.text ?? 'seconds', 1e6);
  if (resource === 'rttime') return timeOf(value, unit?.text ?? 'us', 1);
  if (unit === null) return value;
  // Any beginning of the unit will do: `K` is `KB`.
  const power = ['KB', 'MB', 'GB'].findIndex((name) => name.startsWith(unit.text));
  return power === -1 ? null : value * 1024 ** (power + 1);
}

const microseconds: readonly (readonly [names: string, length: number])[] = [
  ['us microsecond microseconds', 1],
  ['ms millisecond milliseconds', 1e3],
  ['s sec second seconds', 1e6],
  ['min minute minutes', 60e6],
  ['h hour hours', 3600e6],
  ['d day days', 86400e6],
  ['week weeks', 604800e6],
];

function lengthOf(unit: string): number | null {
  return microseconds.find(([names]) => names.split(' ').includes(unit))?.[1] ?? null;
}

function isUnit(unit: string): boolean {
  return lengthOf(unit) !== null;
}

/** Answers a time in units of `base` microseconds, null where it is shorter than one or the word is no unit. */
function timeOf(value: number, unit: string, base: number): number | null {
  const length = lengthOf(unit);
  if (length === null) return null;
  const time = value * length;
  return time < base && time > 0 ? null : Math.floor(time / base);
}
