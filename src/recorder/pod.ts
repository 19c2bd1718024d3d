/** From a pod's text to what the kernel says of each of its containers. */
import { join } from 'node:path';
import {
  analyse,
  decide,
  type Analysis,
  type EffectiveContainer,
  type OperationCall,
  type World,
} from '../checker/index.ts';
import { translate } from '../oci/translate.ts';
import { askContainer } from './container.ts';
import { layOut } from './lay-out.ts';
import type { NotTried, RecordedContainer } from './recording.ts';
import { callsFor } from './samples.ts';
import { lineFor } from './words.ts';
import type { Workshop } from './workshop.ts';

export interface PodToRecord {
  readonly text: string;
  readonly world: World;
  /** Calls to try beside the samples: the criteria of a lab, by container. */
  readonly calls: Readonly<Record<string, readonly OperationCall[]>>;
}

interface RecordedPod {
  readonly containers: readonly RecordedContainer[];
  /** Whether files were id-mapped for a user namespace. */
  readonly idMapped: boolean;
}

/** Records every container of a text, one after the other, each on fresh files. */
export async function recordPod(pod: PodToRecord, workshop: Workshop): Promise<RecordedPod> {
  const analysis = analyse([{ file: 'pod.yaml', text: pod.text, language: 'kubernetes' }], pod.world);
  const recorded: RecordedContainer[] = [];
  for (const [document, { containers, name }] of analysis.documents.entries())
    for (const [index, container] of containers.entries()) {
      const id = `bulkhead-${process.pid}-${document}-${index}`;
      const calls = pod.calls[container.name] ?? [];
      recorded.push(
        await recordContainer({ analysis, document, container, podName: name ?? 'pod', id, calls }, workshop),
      );
    }
  const all = analysis.documents.flatMap(({ containers }) => containers);
  return { containers: recorded, idMapped: all.some(({ userNamespace }) => userNamespace.value === 'pod') };
}

interface Subject {
  readonly analysis: Analysis;
  readonly document: number;
  readonly container: EffectiveContainer;
  readonly podName: string;
  /** The runtime's name for it: nobody's text is in it. */
  readonly id: string;
  readonly calls: readonly OperationCall[];
}

async function recordContainer(subject: Subject, workshop: Workshop): Promise<RecordedContainer> {
  const { analysis, document, container } = subject;
  const { world } = analysis;
  const at = { document, name: container.name };
  const above = saidAbove(subject);
  if (above !== null) return { ...at, fate: 'not-tried', ...above };

  const site = { container, world };
  const calls = callsFor(site, subject.calls);
  const lines = calls.map((call) => lineFor(call, site));
  const folder = join(workshop.folder, subject.id);
  const configuration = translate(container, {
    ...layOut(site, { ...workshop, folder }),
    podName: subject.podName,
    cgroupsPath: `/${subject.id}`,
  });
  const asked = await askContainer(
    { runtime: world.node.ociRuntime, id: subject.id, folder, configuration },
    lines.filter((line) => line !== null),
  );
  if ('words' in asked) return { ...at, fate: 'not-started', words: asked.words };

  const answers = asked.answers.values();
  return {
    ...at,
    fate: 'started',
    state: asked.state,
    answers: calls.map(({ id: operation, parameters }, index) => {
      const answer = lines[index] === null ? undefined : answers.next().value;
      return { operation, parameters, result: answer?.result ?? 'n/a', call: answer?.call ?? '' };
    }),
  };
}

/** Questions of `start` that the OCI runtime and the kernel answer themselves; all others are asked of somebody who is not here. */
const askedHere: readonly string[] = [
  'mount-points-made',
  'ids-mapped',
  'capabilities-given',
  'sysctl-values-accepted',
  'entry-program-visible',
];

function saidAbove({ analysis, document, container }: Subject): Pick<NotTried, 'by' | 'question'> | null {
  const verdict = decide(analysis, { document, container: container.name }, { id: 'start', parameters: {} });
  const stop = verdict?.chain.find((step) => step.reached && step.answer === 'stops');
  if (stop === undefined || askedHere.includes(stop.requirement.kind)) return null;
  return { by: stop.layer, question: stop.requirement.kind };
}
