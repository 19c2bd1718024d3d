/** Signals by the parser's names. Source: apparmor 3.0, parser/signal.cc; the numbers are AppArmor's own, not those of kill(2). */
// prettier-ignore
const names = [
  'hup', 'int', 'quit', 'ill', 'trap', 'abrt', 'bus', 'fpe', 'kill', 'usr1', 'segv', 'usr2', 'pipe', 'alrm', 'term',
  'stkflt', 'chld', 'cont', 'stop', 'stp', 'ttin', 'ttou', 'urg', 'xcpu', 'xfsz', 'vtalrm', 'prof', 'winch', 'io', 'pwr',
  'sys', 'emt', 'exists',
] as const;

/** Names that a rule may hold, real-time ones left out. `exists` is signal 0. */
export const signalNames: readonly string[] = names;

/** Real-time signals are counted from SIGRTMIN as the parser sees it. */
const mostRealTime = 32;

export function isSignal(word: string): boolean {
  const realTime = /^rtmin\+(\d+)$/.exec(word)?.[1];
  return realTime === undefined ? signalNames.includes(word) : Number(realTime) <= mostRealTime;
}

/** Answers the number that AppArmor gives a signal. */
export function signalNumber(word: string): number {
  const realTime = /^rtmin\+(\d+)$/.exec(word)?.[1];
  if (realTime !== undefined) return 128 + Number(realTime);
  return word === 'exists' ? 35 : signalNames.indexOf(word) + 1;
}

/** Answers a signal as the rules name it: `SIGKILL`, `KILL` and `TSTP` are spellings that people use. */
export function signalOf(word: string): string | null {
  const lower = word.toLowerCase().replace(/^sig/, '');
  const name = { '0': 'exists', tstp: 'stp', poll: 'io', iot: 'abrt', cld: 'chld' }[lower] ?? lower;
  return isSignal(name) ? name : null;
}
