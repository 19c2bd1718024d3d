/** What is said of an answer as a whole, beside its rows. */
import type { GradeCodes } from '../grade/messages.ts';
import type { Explanation } from '../model/explanation.ts';
import type { FrameChange, Widened } from '../model/report.ts';
import type { Source } from '../model/source.ts';
import { decidedBy, placeOf } from './places.ts';
import { sentenceFor } from './sentences.ts';

/** Answers what a change outside of the lab says. */
export function explainFrame(change: FrameChange, sources: readonly Source[]): Explanation {
  const { path, span } = change;
  return sentenceFor(codeOf(change), {
    facts: { path },
    decidedBy: span === null ? 'the document' : placeOf(span, sources),
  });
}

/** A document cannot be `changed`: its fields are. */
function codeOf({ subject, change }: FrameChange): keyof GradeCodes {
  if (subject === 'field') return `grade/field-${change}`;
  return change === 'removed' ? 'grade/document-removed' : 'grade/document-added';
}

/** Answers how a container became wider than the start of the lab. */
export function explainWidened(widened: Widened, sources: readonly Source[]): Explanation {
  const { container, what, gained, origin } = widened;
  const code: keyof GradeCodes = `grade/wider-${what}`;
  const facts = { container, gained: listed(gained) };
  return sentenceFor(code, {
    facts,
    decidedBy: decidedBy({ origins: [origin], overrode: [] }, sources),
  });
}

const mostNamed = 3;

/** A list that says how long it is, without saying all of it. */
function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  if (names.length <= mostNamed + 1) return quoted.join(', ');
  return `${quoted.slice(0, mostNamed).join(', ')} and ${names.length - mostNamed} more`;
}
