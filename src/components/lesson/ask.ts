import {
  analyse,
  decide,
  decidingStep,
  defaultWorld,
  explainDiagnostic,
  explainStep,
  operationNamed,
  titleOf,
  type Analysis,
  type EffectiveContainer,
  type Explanation,
  type Source,
  type Verdict,
} from '../../checker/index.ts';
import { sectionOf, type SectionView } from '../verdict/section.ts';

/** A question to the checker at build time. No page of the site states a verdict that was not computed. */
export interface Question {
  readonly text: string;
  /** The id of an operation, with its parameters where it has some: `bind-port:port=25`. */
  readonly does: string;
}

export interface Answered {
  readonly sources: readonly Source[];
  readonly verdict: Verdict;
  readonly section: SectionView;
  /** What the operation tries, in words. */
  readonly title: string;
  /** What the step that decided says. */
  readonly because: Explanation;
}

/** Answers what happens in the first container of a pod. Whatever cannot be answered ends the build. */
export function ask({ text, does }: Question): Answered {
  const { analysis, container } = read(text);
  const call = callOf(does);
  const verdict = decide(analysis, { document: 0, container: container.name }, call);
  const operation = operationNamed(call.id);
  const step = verdict === null ? null : decidingStep(verdict);
  if (verdict === null || operation === null || step === null) throw new Error(`Nothing answers ${does}.`);
  return {
    sources: analysis.sources,
    verdict,
    section: sectionOf(verdict, analysis.world.node),
    title: titleOf({ id: operation.operation.id, parameters: { ...operation.parameters, ...call.parameters } }),
    because: explainStep(step, analysis.sources),
  };
}

/** Answers what the first container of a pod really gets, with the texts that its lines count from. */
export function effective(text: string): {
  readonly container: EffectiveContainer;
  readonly sources: readonly Source[];
} {
  const { analysis, container } = read(text);
  return { container, sources: analysis.sources };
}

function read(text: string): { readonly analysis: Analysis; readonly container: EffectiveContainer } {
  const analysis = analyse([{ file: 'pod.yaml', text, language: 'kubernetes' }], defaultWorld);
  const wrong = analysis.diagnostics.find(({ severity }) => severity === 'error');
  if (wrong !== undefined) throw new Error(`${explainDiagnostic(wrong, analysis.sources).what}\n${text}`);
  const container = analysis.documents[0]?.containers[0];
  if (container === undefined) throw new Error(`There is no container in this pod.\n${text}`);
  return { analysis, container };
}

function callOf(does: string): { readonly id: string; readonly parameters: Record<string, string | number> } {
  const [id = '', given = ''] = does.split(':');
  const pairs = given.split(',').filter(Boolean);
  return { id, parameters: Object.fromEntries(pairs.map((pair) => parameterOf(pair))) };
}

function parameterOf(pair: string): [string, string | number] {
  const [name = '', value = ''] = pair.split('=');
  return [name, /^\d+$/.test(value) ? Number(value) : value];
}
