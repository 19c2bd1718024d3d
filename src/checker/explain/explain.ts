import type { Diagnostic } from '../model/diagnostic.ts';
import type { Explanation } from '../model/explanation.ts';
import type { Reason } from '../model/reason.ts';
import type { Outcome } from '../model/report.ts';
import type { Origin } from '../model/resolved.ts';
import type { Source } from '../model/source.ts';
import type { Step, Verdict } from '../model/verdict.ts';
import { decidedBy, placeOf, placesOf } from './places.ts';
import { sentenceFor } from './sentences.ts';

/** Answers what a finding says. */
export function explainDiagnostic({ code, facts, span }: Diagnostic, sources: readonly Source[]): Explanation {
  return sentenceFor(code, { facts, decidedBy: placeOf(span, sources) });
}

/**
 * Answers why a layer answered as it did. Where one yes would have been enough, the other shut ways are told, alike ones once, and
 * one of them says where to look if the plain rule cannot.
 */
export function explainStep({ answer, reason, ways = [] }: Step, sources: readonly Source[]): Explanation {
  const spoken = explainReason(reason, sources);
  if (answer === 'passes') return spoken;
  const shut = ways.filter((way, index) => way.reason.code !== reason.code && isFirstOfItsCode(ways, index));
  const told = shut.map((way) => explainStep(way, sources));
  const todo = [spoken, ...told].find((each) => each.todo !== undefined)?.todo;
  const why = [spoken.why, ...told.map(({ what }) => what)].join(' ');
  return { ...spoken, why, ...(todo !== undefined && { todo }) };
}

/** What is wrong in the text comes first, then who refuses it. */
function explainReason(reason: Reason, sources: readonly Source[]): Explanation {
  const { code, facts, origins, finding } = reason;
  const telling = { decidedBy: decidedBy(reason, sources), places: placesOf(origins, sources) };
  const said = sentenceFor(code, { facts, ...telling });
  if (finding === undefined) return said;
  const found = sentenceFor(finding.code, { facts: finding.facts, ...telling });
  return { ...said, ...found, why: `${found.why} ${said.what} ${said.why}` };
}

/** Answers what is behind a step, as `explainStep` tells it: where one yes would have been enough, each shut way has its part. */
export function originsBehind({ answer, reason, ways = [] }: Step): readonly Origin[] {
  return answer === 'passes' ? reason.origins : [...reason.origins, ...ways.flatMap(originsBehind)];
}

function isFirstOfItsCode(ways: readonly Step[], index: number): boolean {
  return ways.findIndex(({ reason }) => reason.code === ways[index]?.reason.code) === index;
}

/** Answers the step that made a verdict what it is: the first that is open where nobody can tell, else the reached stop, else the last that let it through. */
export function decidingStep({ chain, decision }: Verdict): Step | null {
  const reached = chain.filter((step) => step.reached);
  const decisive = decision === 'unknown' ? 'cannot-tell' : 'stops';
  return reached.find(({ answer }) => answer === decisive) ?? reached.at(-1) ?? null;
}

/**
 * Answers what an outcome says: the verdict against the wish in one line, then what decided. What keeps the pod from starting is told
 * once, with the whole (`explainStep`): a row that was not tried says in a line what it waits for.
 */
export function explainOutcome(outcome: Outcome, sources: readonly Source[]): Explanation {
  const what = wishSentence(outcome);
  const verdict = outcome.verdicts[0];
  const step = verdict === undefined ? null : decidingStep(verdict);
  if (step === null) return { what, why: 'The container, the volume or the file it names is not there.' };
  const { what: decided, why, todo } = explainStep(step, sources);
  if (outcome.status === 'not-run') return { what, why: decided };
  const explained = { what, why: `${decided} ${why}` };
  // What to do is said only where something is to be done.
  return todo === undefined || outcome.status === 'met' ? explained : { ...explained, todo };
}

function wishSentence({ criterion, status, verdicts }: Outcome): string {
  const mustBlock = criterion.must === 'be-blocked';
  switch (status) {
    case 'met':
      return mustBlock ? 'Blocked, as it must be.' : 'Works, as it must.';
    case 'unmet':
      if (mustBlock) return 'Gets through. It must be blocked.';
      return verdicts[0]?.decision === 'ineffective'
        ? 'Runs without the effect. It must keep working.'
        : 'Broken. It must keep working.';
    case 'cannot-tell':
      return 'Cannot tell, so it does not count.';
    case 'not-run':
      return 'Not tried: this pod does not start.';
    case 'absent':
      return mustBlock ? 'Hidden, not blocked.' : 'Hidden. It must keep working.';
    case 'nothing-to-test':
      return 'There is nothing here to try it on.';
  }
}
