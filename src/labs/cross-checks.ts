/** What no single file of a lab can say: that its files speak of the same things. */
import { analyse, nearestTo, readYaml } from '../checker/index.ts';
import type { Criterion, LabDefinition } from '../checker/index.ts';
import type { DataFile } from './data-file.ts';
import type { ExpectedFile } from './expected-file.ts';
import type { HintsFile } from './hints-file.ts';
import type { LabFile } from './lab-file.ts';

import type { LabProblem } from './problem.ts';
import type { LabTexts } from './read-files.ts';

interface LabParts {
  readonly id: string;
  readonly texts: LabTexts;
  readonly lab: DataFile<LabFile>;
  readonly hints: DataFile<HintsFile>;
  readonly expected: DataFile<ExpectedFile>;
  readonly definition: LabDefinition;
  /** The misconceptions that have data. */
  readonly misconceptions: readonly string[];
}

/** Answers where the files of a lab contradict each other. */
export function crossChecks(parts: LabParts): LabProblem[] {
  const checks = [criteriaChecks, startChecks, solutionChecks, hintChecks, expectedChecks];
  return checks.flatMap((check) => check(parts));
}

interface Name {
  readonly file: string;
  readonly line: number;
  readonly word: string;
  readonly known: readonly string[];
  readonly kind: string;
}

function unknown({ file, line, word, known, kind }: Name): LabProblem[] {
  if (known.includes(word)) return [];
  const close = nearestTo(word, known);
  const fix = close === null ? `There is: ${known.join(', ') || 'none'}.` : `Did you mean \`${close}\`?`;
  return [{ file, line, what: `There is no ${kind} \`${word}\`.`, fix }];
}

function criteriaChecks({ id, lab, texts }: LabParts): LabProblem[] {
  const file = `${id}/lab.yaml`;
  const ids = lab.data.criteria.map((criterion) => criterion.id);
  const twice = ids.flatMap((word, index) => {
    if (ids.indexOf(word) === index) return [];
    const line = lab.lineOf(['criteria', index, 'id']);
    return [{ file, line, what: `Two criteria have the id \`${word}\`.`, fix: 'Rename one.' }];
  });
  const { startsAs, positiveControl } = lab.data;
  const line = lab.lineOf([positiveControl === undefined ? 'startsAs' : 'positiveControl']);
  if (startsAs === 'works') {
    if (positiveControl === undefined) return twice;
    return [
      ...twice,
      { file, line, what: 'The start works: it is its own positive control.', fix: 'Remove the line.' },
    ];
  }
  if (positiveControl === undefined) {
    const fix = 'Name the attempt on which the attack succeeds: `positiveControl`.';
    return [...twice, { file, line, what: `The start is ${startsAs}.`, fix }];
  }
  const known = texts.attempts.map(({ name }) => name);
  return [...twice, ...unknown({ file, line, word: positiveControl, known, kind: 'attempt' })];
}

function startChecks({ id, lab, definition }: LabParts): LabProblem[] {
  const file = `${id}/lab.yaml`;
  const documents = analyse(definition.start, definition.world).documents.filter(({ pod }) => pod !== null);
  if (documents.length === 0) {
    return [
      { file: `${id}/start.yaml`, what: 'There is no pod in it.', fix: 'Write the pod that a learner starts from.' },
    ];
  }
  const containersOf = (document?: string): string[] =>
    documents
      .filter(({ name }) => document === undefined || name === document)
      .flatMap(({ containers }) => containers.map(({ name }) => name));
  const volumes = documents.flatMap(({ pod }) => (pod?.pod.spec.volumes ?? []).map(({ name }) => name ?? ''));

  const ofCriterion = (criterion: Criterion, index: number): LabProblem[] => [
    ...unknown({
      file,
      line: lab.lineOf(['criteria', index, 'container']),
      word: criterion.container,
      known: containersOf(criterion.document),
      kind: 'container',
    }),
    ...criterion.operations.flatMap(({ parameters }, sample) => {
      const word = parameters['volume'];
      if (typeof word !== 'string') return [];
      const line = lab.lineOf(['criteria', index, 'tries', sample, 'volume']);
      return unknown({ file, line, word, known: volumes, kind: 'volume' });
    }),
  ];
  const ofWorld = (member: 'images' | 'volumes', known: readonly string[], kind: string): LabProblem[] =>
    Object.keys(lab.data.world[member] ?? {}).flatMap((word) =>
      unknown({ file, line: lab.lineOf(['world', member, word]), word, known, kind }),
    );
  return [
    ...definition.criteria.flatMap(ofCriterion),
    ...ofWorld('images', containersOf(), 'container'),
    ...ofWorld('volumes', volumes, 'volume'),
  ];
}

/**
 * Two solutions show that the contract has more than one answer, so they differ in more than comments and spaces. One that is
 * the start still is yet to be written: the prover tells that it does not solve.
 */
function solutionChecks({ id, texts }: LabParts): LabProblem[] {
  const saidBy = (text: string): string => JSON.stringify(readYaml(id, text).value);
  const unwritten = saidBy(texts['start.yaml']);
  const said = texts.solutions.map(({ text }) => saidBy(text));
  return texts.solutions.flatMap(({ name }, index) => {
    const first = texts.solutions[said.indexOf(said[index] ?? '')];
    if (first === undefined || first.name === name || said[index] === unwritten) return [];
    const what = `It is the same pod as \`solutions/${first.name}.yaml\`.`;
    return [{ file: `${id}/solutions/${name}.yaml`, what, fix: 'Write one of different style.' }];
  });
}

function hintChecks({ id, hints, definition, misconceptions }: LabParts): LabProblem[] {
  const file = `${id}/hints.yaml`;
  const criteria = definition.criteria.map((criterion) => criterion.id);
  const without = criteria
    .filter((word) => !Object.hasOwn(hints.data, word))
    .map((word) => ({ file, what: `The criterion \`${word}\` has no hints.`, fix: 'Write four rungs for it.' }));
  const named = Object.entries(hints.data).flatMap(([word, { instead = {} }]) => [
    ...unknown({ file, line: hints.lineOf([word]), word, known: criteria, kind: 'criterion' }),
    ...Object.keys(instead).flatMap((belief) => {
      const line = hints.lineOf([word, 'instead', belief]);
      return unknown({ file, line, word: belief, known: misconceptions, kind: 'misconception' });
    }),
  ]);
  return [...without, ...named];
}

function expectedChecks({ id, texts, expected, definition, misconceptions }: LabParts): LabProblem[] {
  const file = `${id}/expected.yaml`;
  const criteria = definition.criteria.map((criterion) => criterion.id);
  const ofAnswers = (kind: 'solutions' | 'attempts'): LabProblem[] => {
    const files = texts[kind].map(({ name }) => name);
    const listed = Object.keys(expected.data[kind]);
    const silent = files
      .filter((name) => !listed.includes(name))
      .map((name) => ({ file, what: `\`${kind}/${name}.yaml\` is not expected.`, fix: `Add it to \`${kind}\`.` }));
    const gone = listed.flatMap((word) =>
      unknown({ file, line: expected.lineOf([kind, word]), word, known: files, kind: `file in \`${kind}\` named` }),
    );
    return [...silent, ...gone];
  };
  const expectations = [
    { path: ['start'], expectation: expected.data.start },
    ...Object.entries(expected.data.attempts).map(([name, expectation]) => ({ path: ['attempts', name], expectation })),
  ];
  const named = expectations.flatMap(({ path, expectation: { outcomes = {}, misconception } }) => [
    ...(outcomes === 'not-run' ? [] : Object.keys(outcomes)).flatMap((word) => {
      const line = expected.lineOf([...path, 'outcomes', word]);
      return unknown({ file, line, word, known: criteria, kind: 'criterion' });
    }),
    ...(misconception === undefined ? [] : [misconception]).flatMap((word) => {
      const line = expected.lineOf([...path, 'misconception']);
      return unknown({ file, line, word, known: misconceptions, kind: 'misconception' });
    }),
  ]);
  return [...ofAnswers('solutions'), ...ofAnswers('attempts'), ...named];
}
