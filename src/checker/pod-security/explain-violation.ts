import type { Explanation, Telling } from '../model/explanation.ts';
import type { Facts } from '../model/fact.ts';
import { podSecurityMessages } from './messages.ts';
import type { Violation } from './violation.ts';

type Sentence = (telling: Telling<Facts>) => Explanation;

/** Answers what a violation says. Not by way of `explain/`: a page has no use for these sentences, and would carry them. */
export function explainViolation({ code, facts }: Violation): Explanation {
  const sentence = (podSecurityMessages as unknown as Readonly<Record<string, Sentence | undefined>>)[code];
  if (sentence === undefined) throw new Error(`no sentence for the code ${code}`);
  return sentence({ facts, decidedBy: '' });
}
