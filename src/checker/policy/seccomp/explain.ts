import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Explanation, Telling } from '../../model/explanation.ts';
import type { Facts } from '../../model/fact.ts';
import { findingMessages } from './findings/finding-messages.ts';
import { answerMessages, refusalMessages, type Answering } from './messages.ts';

type Sentences = Readonly<Record<string, ((telling: Telling<Facts>) => Explanation) | undefined>>;

/** Answers what decided about a call; `place` is that of the rule, in words. */
export function explainSeccompAnswer({ code, facts }: Answering, place: string): Explanation {
  return sentenceOf(answerMessages, code, { facts, decidedBy: place });
}

/** Answers what is to be said about a profile: a finding, or why it is not loaded. */
export function explainSeccompFinding({ code, facts }: Diagnostic): Explanation {
  return sentenceOf({ ...refusalMessages, ...findingMessages }, code, { facts, decidedBy: '' });
}

/** Code and facts were paired by the constructors; the compiler cannot follow them through a map. */
function sentenceOf(messages: object, code: string, telling: Telling<Facts>): Explanation {
  const sentence = (messages as Sentences)[code];
  if (sentence === undefined) throw new Error(`no sentence for the code ${code}`);
  return sentence(telling);
}
