/** The schema of `content/misconceptions/<id>.yaml`: a belief, what contradicts it, and a question that transfers the rule. */
import { z } from 'astro/zod';

const prose = z.string().trim().min(1);

export const misconceptionFile = z
  .strictObject({
    belief: prose.describe('In the words of somebody who holds it.'),
    contradiction: prose.describe('What the verdict shows that cannot be if the belief were true.'),
    rule: prose.describe('One line to keep.'),
    question: z.strictObject({ ask: prose, answer: prose }).readonly().describe('The rule in another place.'),
    sources: z
      .array(z.strictObject({ work: prose, at: prose, url: z.url({ protocol: /^https$/ }) }).readonly())
      .min(1)
      .readonly(),
  })
  .readonly();

export type Misconception = z.output<typeof misconceptionFile>;
