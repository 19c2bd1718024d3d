/**
 * Signals and ptrace, which both sides are asked about. Source: Linux security/apparmor/ipc.c and task.c, read at 6.1.
 */
import type { Answer } from './access.ts';
import { profileNamed } from './decide-exec.ts';
import { matches } from './matcher.ts';
import type { Policy, Profile } from './policy.ts';
import { reason } from './reasons.ts';
import { judge, tallyOf, type Matched } from './tally.ts';
import type { PtraceWord } from './syntax.ts';

interface Sides {
  readonly policy: Policy;
  readonly profile: Profile;
  readonly peer: string;
}

/** Answers the own side, then the other one if it has a profile in this text; an unconfined side is not asked. */
function bothSides({ policy, profile, peer }: Sides, own: Answer, other: (peer: Profile) => Answer): Answer {
  if (own.decision !== 'allowed') return own;
  const facing = peer === profile.name ? profile : profileNamed(policy, peer);
  if (facing === null)
    return peer === 'unconfined' ? own : { ...own, ...reason('apparmor-access/other-side-unknown', { peer }) };
  const answer = other(facing);
  if (answer.decision === 'allowed')
    return { ...own, logged: own.logged || answer.logged, rules: [...new Set([...own.rules, ...answer.rules])] };
  return peer === profile.name
    ? answer
    : { ...answer, ...reason('apparmor-access/other-side', { peer, missing: answer.missing }) };
}

const signalWords = ['send', 'receive'] as const;
type SignalWord = (typeof signalWords)[number];

interface SignalAsked extends Sides {
  readonly does: SignalWord;
  readonly signal: string;
}

export function decideSignal({ does, signal, ...sides }: SignalAsked): Answer {
  const { profile, peer } = sides;
  const opposite = does === 'send' ? 'receive' : 'send';
  const own = judgeSignal(profile, { does, signal, peer });
  return bothSides(sides, own, (other) => judgeSignal(other, { does: opposite, signal, peer: profile.name }));
}

interface OneSided<W> {
  readonly does: W;
  readonly peer: string;
}

export function judgeSignal(
  profile: Profile,
  { does, signal, peer }: OneSided<SignalWord> & { readonly signal: string },
): Answer {
  const matched = profile.signals
    .filter(({ peer: label }) => label === null || matches(label, peer))
    .filter(({ rule }) => rule.signals.length === 0 || rule.signals.includes(signal))
    .map(({ rule }): Matched => ({ rule, bits: bitsOf(rule.does, signalWords) }));
  return judgeWords(profile, { matched, words: signalWords, does });
}

const ptraceWords = ['trace', 'read', 'tracedby', 'readby'] as const;
const facing: Readonly<Record<PtraceWord, PtraceWord>> = {
  trace: 'tracedby',
  tracedby: 'trace',
  read: 'readby',
  readby: 'read',
};

interface PtraceAsked extends Sides {
  readonly does: PtraceWord;
}

export function decidePtrace({ does, ...sides }: PtraceAsked): Answer {
  const { profile, peer } = sides;
  const own = judgePtrace(profile, { does, peer });
  return bothSides(sides, own, (other) => judgePtrace(other, { does: facing[does], peer: profile.name }));
}

export function judgePtrace(profile: Profile, { does, peer }: OneSided<PtraceWord>): Answer {
  const matched = profile.ptraces
    .filter(({ peer: label }) => label === null || matches(label, peer))
    .map(({ rule }): Matched => ({ rule, bits: bitsOf(rule.does, ptraceWords) }));
  return judgeWords(profile, { matched, words: ptraceWords, does });
}

interface Words {
  readonly matched: readonly Matched[];
  readonly words: readonly string[];
  readonly does: string;
}

function judgeWords({ text }: Profile, { matched, words, does }: Words): Answer {
  return judge(tallyOf(matched), {
    profile: text,
    asked: bitsOf([does], words),
    errno: 'EACCES',
    inWords: (bits) => words.filter((_, index) => (bits & (1 << index)) !== 0).join(' '),
  });
}

function bitsOf(does: readonly string[], words: readonly string[]): number {
  return does.reduce((bits, word) => bits | (1 << words.indexOf(word)), 0);
}
