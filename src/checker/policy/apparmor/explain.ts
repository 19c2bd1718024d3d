/** Codes of this folder to sentences. Not by way of `explain/`: the pages of labs do not carry them. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Explanation, Telling } from '../../model/explanation.ts';
import type { Facts } from '../../model/fact.ts';
import type { Answer } from './access.ts';
import { appArmorAccessMessages } from './access-messages.ts';
import { appArmorProfileMessages } from './messages.ts';
import { appArmorRuleMessages } from './rule-messages.ts';

type Sentence = (telling: Telling<Facts>) => Explanation;

export function explainAppArmorFinding({ code, facts }: Pick<Diagnostic, 'code' | 'facts'>): Explanation {
  return sentenceFor(code)({ facts, decidedBy: '' });
}

/** `decidedBy` is the place of the deciding rule in words, empty where none decided. */
export function explainAppArmorAnswer(
  { reason, facts }: Pick<Answer, 'reason' | 'facts'>,
  decidedBy: string,
): Explanation {
  return sentenceFor(reason)({ facts, decidedBy });
}

function sentenceFor(code: string): Sentence {
  const folders: readonly object[] = [appArmorProfileMessages, appArmorRuleMessages, appArmorAccessMessages];
  const folder = folders.find((each) => Object.hasOwn(each, code));
  if (folder === undefined) throw new Error(`no sentence for the code ${code}`);
  return (folder as Readonly<Record<string, Sentence>>)[code] as Sentence;
}
