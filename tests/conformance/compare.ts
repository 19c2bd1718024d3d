/** Where the model and a recording differ, in one line each. */
import {
  analyse,
  decide,
  defaultWorld,
  type Analysis,
  type EffectiveContainer,
  type OperationCall,
  type Verdict,
} from '../../src/checker/index.ts';
import { capabilitiesOf } from '../../src/recorder/ground.ts';
import type { RecordedAnswer, RecordedContainer, Recording, Started } from '../../src/recorder/recording.ts';
import { callsFor } from '../../src/recorder/samples.ts';
import { lineFor } from '../../src/recorder/words.ts';

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
  return [...found, ...containers.flatMap((container) => differencesOf(container))];

  function differencesOf(recordedContainer: RecordedContainer): readonly string[] {
    const { document, name, fate } = recordedContainer;
    const ask = (id: string, parameters: RecordedAnswer['parameters']) =>
      decide(analysis, { document, container: name }, { id, parameters });
    // 'Cannot tell' is no answer to a start that somebody has seen.
    const start = ask('start', {})?.decision ?? 'n/a';
    if (start !== (fate === 'started' ? 'allowed' : 'denied'))
      return [`${name} start: model ${start}, recording ${fate}`];
    if (fate !== 'started') return [];
    const effective = containerIn(analysis, recordedContainer);
    if (effective === undefined) return [`${name}: not in the model`];
    return [
      ...stateDifferences(effective, recordedContainer).map((line) => `${name} ${line}`),
      ...recordedContainer.answers.flatMap((answer) => {
        const call = { id: answer.operation, parameters: answer.parameters };
        // The program that tries it has no words for a call without an object: it says nothing about the pod.
        if (answer.result === 'n/a' && lineFor(call, { container: effective, world: analysis.world }) === null)
          return [];
        const model = resultOf(ask(answer.operation, answer.parameters));
        if (model === answer.result) return [];
        return [
          `${name} ${answer.operation} ${JSON.stringify(answer.parameters)}: model ${model}, kernel ${answer.result}`,
        ];
      }),
    ];
  }
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
