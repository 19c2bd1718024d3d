/** All sentences of the checker by code, joined from the `messages.ts` that stand next to the rules. */
import { admissionMessages } from '../admission/messages.ts';
import { gradeMessages } from '../grade/messages.ts';
import { kernelMessages } from '../kernel/messages.ts';
import type { Explanation, Telling } from '../model/explanation.ts';
import type { Facts } from '../model/fact.ts';
import { parseMessages } from '../parse/messages.ts';
import { appArmorMessages } from '../primitives/apparmor/messages.ts';
import { capabilitiesMessages } from '../primitives/capabilities/messages.ts';
import { mountsMessages } from '../primitives/mounts/messages.ts';
import { noNewPrivsMessages } from '../primitives/no-new-privs/messages.ts';
import { placementMessages } from '../primitives/placement/messages.ts';
import { seccompMessages } from '../primitives/seccomp/messages.ts';
import { sysctlsMessages } from '../primitives/sysctls/messages.ts';
import { userMessages } from '../primitives/user/messages.ts';
import { userNamespaceMessages } from '../primitives/user-namespace/messages.ts';
import { schemaMessages } from '../schema/messages.ts';

const messages = {
  ...parseMessages,
  ...schemaMessages,
  ...admissionMessages,
  ...kernelMessages,
  ...userMessages,
  ...userNamespaceMessages,
  ...noNewPrivsMessages,
  ...capabilitiesMessages,
  ...seccompMessages,
  ...appArmorMessages,
  ...placementMessages,
  ...sysctlsMessages,
  ...mountsMessages,
  ...gradeMessages,
};

type Sentence = (telling: Telling<Facts>) => Explanation;

/**
 * Answers what a code says with these facts. Each folder's constructor has paired code and facts already; a code that nobody
 * knows is a bug and throws.
 */
export function sentenceFor(code: string, telling: Telling<Facts>): Explanation {
  const sentence = (messages as unknown as Readonly<Record<string, Sentence | undefined>>)[code];
  if (sentence === undefined) throw new Error(`no sentence for the code ${code}`);
  return sentence(telling);
}

/** Every code that has a sentence, for the tests of the set. */
export const codesWithSentence: readonly string[] = Object.keys(messages);
