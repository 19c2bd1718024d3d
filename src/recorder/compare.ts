/** Where the model and a recording differ, in one line each. */
import {
  analyse,
  decide,
  defaultWorld,
  type Analysis,
  type EffectiveContainer,
  type OperationCall,
  type Verdict,
} from '../checker/index.ts';
import { capabilitiesOf } from './ground.ts';
import type { RecordedAnswer, RecordedContainer, Recording, Started } from './recording.ts';
import { callsFor } from './samples.ts';
import { lineFor } from './words.ts';

/** Answers the calls that a recording left out, and those that it has beyond what is tried in its containers. */
export function callsAmiss(recording: Recording, asked: Readonly<Record<string, readonly OperationCall[]>>) {
  const analysis = modelOf(recording);
  return recording.containers.flatMap((recorded) => {
    const { document, name, fate } = recorded;
    const container = containerIn(analysis, { document, name });
    if (fate !== 'started' || container === undefined) return [];
    const wanted = callsFor({ container, world: analysis.world }, asked[name] ?? []).map(inOneLine);
    const tried = recorded.answers.map(({ operation: id, parameters }) => inOneLine({ id, parameters }));
    return [
      ...wanted.filter((call) => !tried.includes(call)).map((call) => `${name} left out ${call}`),
      ...tried.filter((call) => !wanted.includes(call)).map((call) => `${name} tried ${call}`),
    ];
  });
}

const inOneLine = ({ id, parameters }: OperationCall) => `${id} ${JSON.stringify(parameters)}`;

function modelOf({ pod, world }: Recording): Analysis {
  const source = { file: 'pod.yaml', text: pod, language: 'kubernetes' } as const;
  return analyse([source], { ...world, tables: defaultWorld.tables });
}

function containerIn(analysis: Analysis, { document, name }: Pick<RecordedContainer, 'document' | 'name'>) {
  return analysis.documents[document]?.containers.find((container) => container.name === name);
}

/** One thing that was asked of a real container, and of the model. */
export interface Comparison {
  readonly container: RecordedContainer;
  readonly agrees: boolean;
  /** Both answers in one line. */
  readonly says: string;
}

/** Answers of every container whether it starts as the model says, and of those that started every answer beside the model's. */
export function comparisonsOf(recording: Recording): readonly Comparison[] {
  const analysis = modelOf(recording);
  return recording.containers.flatMap((container) => comparisonsIn(analysis, container));
}

function comparisonsIn(analysis: Analysis, container: RecordedContainer): readonly Comparison[] {
  const { document, name, fate } = container;
  const ask = (id: string, parameters: RecordedAnswer['parameters']) =>
    decide(analysis, { document, container: name }, { id, parameters });
  // 'Cannot tell' is no answer to a start that somebody has seen.
  const model = ask('start', {})?.decision ?? 'n/a';
  const agrees = model === (fate === 'started' ? 'allowed' : 'denied');
  const start = { container, agrees, says: `${name} start: model ${model}, recording ${fate}` };
  const effective = containerIn(analysis, container);
  if (!agrees || fate !== 'started' || effective === undefined) return [start];
  const answers = container.answers.filter(({ operation: id, parameters, result }) => {
    // The program that tries it has no words for a call without an object: it says nothing about the pod.
    const isUntold = lineFor({ id, parameters }, { container: effective, world: analysis.world }) === null;
    return result !== 'n/a' || !isUntold;
  });
  return [
    start,
    ...answers.map(({ operation, parameters, result }) => {
      const answer = resultOf(ask(operation, parameters));
      const says = `${name} ${operation} ${JSON.stringify(parameters)}: model ${answer}, kernel ${result}`;
      return { container, agrees: answer === result, says };
    }),
  ];
}

/** Answers every difference between what the model says of a recorded pod and what the kernel said. */
export function differences(recording: Recording): readonly string[] {
  const { containers } = recording;
  const analysis = modelOf(recording);
  const modelled = analysis.documents.flatMap((document, index) =>
    document.containers.map(({ name }) => `${index} ${name}`),
  );
  const recorded = containers.map(({ document, name }) => `${document} ${name}`);
  const found =
    modelled.join() === recorded.join() ? [] : [`containers: model ${modelled.join()}, recording ${recorded.join()}`];
  return [...found, ...containers.flatMap((container) => differencesIn(analysis, container))];
}

function differencesIn(analysis: Analysis, container: RecordedContainer): readonly string[] {
  const [start, ...answers] = comparisonsIn(analysis, container);
  const effective = containerIn(analysis, container);
  const isSeen = start?.agrees === true && container.fate === 'started' && effective !== undefined;
  const state = isSeen ? stateDifferences(effective, container).map((line) => `${container.name} ${line}`) : [];
  const said = [start, ...answers].flatMap((each) => (each === undefined || each.agrees ? [] : [each.says]));
  return [...said, ...state];
}

/** Answers a verdict in the words of a recording. */
function resultOf(verdict: Verdict | null): string {
  if (verdict === null) return 'n/a';
  if (verdict.decision === 'denied') return verdict.errno ?? 'denied';
  return verdict.decision === 'allowed' ? 'ok' : verdict.decision;
}

function stateDifferences(
  { user, capabilities, noNewPrivs, seccomp }: EffectiveContainer,
  { state }: Started,
): readonly string[] {
  const model = {
    uid: user.uid.value,
    gid: user.gid.value,
    groups: user.groups.value.toSorted(ascending),
    bounding: capabilities.bounding,
    permitted: capabilities.permitted,
    effectiveSet: capabilities.effectiveSet,
    inheritable: capabilities.inheritable,
    ambient: capabilities.ambient,
    noNewPrivs: noNewPrivs.value,
    filtered: seccomp.value.kind !== 'none',
  };
  const kernel: typeof model = {
    uid: state.uid,
    gid: state.gid,
    // The runtime repeats the primary group among the supplementary ones; the model does not.
    groups: state.groups.filter((group) => group !== state.gid).toSorted(ascending),
    bounding: capabilitiesOf(state.CapBnd),
    permitted: capabilitiesOf(state.CapPrm),
    effectiveSet: capabilitiesOf(state.CapEff),
    inheritable: capabilitiesOf(state.CapInh),
    ambient: capabilitiesOf(state.CapAmb),
    noNewPrivs: state.NoNewPrivs === 1,
    filtered: state.Seccomp === 2,
  };
  const fields = Object.keys(model) as (keyof typeof model)[];
  return fields
    .map((field) => ({ field, says: String(model[field]), said: String(kernel[field]) }))
    .filter(({ says, said }) => says !== said)
    .map(({ field, says, said }) => `${field}: model ${says}, kernel ${said}`);
}

const ascending = (a: number, b: number) => a - b;
