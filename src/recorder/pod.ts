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
import { idsPerPod } from '../oci/placement.ts';
import { translate } from '../oci/translate.ts';
import { run } from './commands.ts';
import { askContainer } from './container.ts';
import { entryProgram, makeFiles, makeRootFileSystem } from './files.ts';
import type { NotTried, RecordedContainer } from './recording.ts';
import { samplesFor, type Ground } from './samples.ts';
import { lineFor } from './words.ts';
import type { Workshop } from './workshop.ts';

export interface PodToRecord {
  readonly text: string;
  readonly world: World;
  /** Calls to try beside the samples: the criteria of a lab, by container. */
  readonly calls: Readonly<Record<string, readonly OperationCall[]>>;
}

export interface RecordedPod {
  readonly containers: readonly RecordedContainer[];
  /** Whether files were id-mapped for a user namespace. */
  readonly idMapped: boolean;
}

/** Records every container of a text, one after the other, each on fresh files. */
export async function recordPod(pod: PodToRecord, workshop: Workshop): Promise<RecordedPod> {
  const analysis = analyse([{ file: 'pod.yaml', text: pod.text, language: 'kubernetes' }], pod.world);
  const recorded: RecordedContainer[] = [];
  for (const [document, { containers, name }] of analysis.documents.entries())
    for (const container of containers) {
      const subject = { analysis, document, container, podName: name ?? 'pod', calls: pod.calls[container.name] ?? [] };
      recorded.push(await recordContainer(subject, workshop));
    }
  const all = analysis.documents.flatMap(({ containers }) => containers);
  return { containers: recorded, idMapped: all.some(({ userNamespace }) => userNamespace.value === 'pod') };
}

interface Subject {
  readonly analysis: Analysis;
  readonly document: number;
  readonly container: EffectiveContainer;
  readonly podName: string;
  readonly calls: readonly OperationCall[];
}

async function recordContainer(subject: Subject, workshop: Workshop): Promise<RecordedContainer> {
  const { analysis, document, container } = subject;
  const { world } = analysis;
  const at = { document, name: container.name };
  const above = saidAbove(subject);
  if (above !== null) return { ...at, fate: 'not-tried', ...above };

  const ground = { container, world };
  const calls = unique([...samplesFor(ground), ...subject.calls]);
  const lines = calls.map((call) => lineFor(call, ground));
  const id = `bulkhead-${process.pid}-${document}-${container.name}`;
  const placement = { ...place(ground, { ...workshop, id }), podName: subject.podName, cgroupsPath: `/${id}` };
  const asked = await askContainer(
    {
      runtime: world.node.ociRuntime,
      id,
      folder: join(workshop.folder, id),
      configuration: translate(container, placement),
    },
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
  'uid-mapped',
  'sysctl-values-accepted',
  'entry-program-visible',
];

function saidAbove({ analysis, document, container }: Subject): Pick<NotTried, 'by' | 'question'> | null {
  const verdict = decide(analysis, { document, container: container.name }, { id: 'start', parameters: {} });
  const stop = verdict?.chain.find((step) => step.reached && step.answer === 'stops');
  if (stop === undefined || askedHere.includes(stop.requirement.kind)) return null;
  return { by: stop.layer, question: stop.requirement.kind };
}

/** Makes the files of a container, and answers where they lie. */
function place({ container, world }: Ground, { folder, operate, idmapMount, id }: Workshop & { readonly id: string }) {
  const rootfs = join(folder, id, 'rootfs');
  const userNamespaceStart = 1000 * idsPerPod;
  const volumes = [...new Set(container.mounts.map(({ volume }) => volume))];
  const volumeSources = Object.fromEntries(
    volumes.map((volume, index) => [volume, join(folder, id, `volume-${index}`)]),
  );
  const image = world.images[container.name] ?? world.defaultImage;
  const mountPoints = container.mounts.map(
    ({ path }) => ({ path, kind: 'directory', uid: 0, gid: 0, mode: 0o755 }) as const,
  );
  const known = new Set(image.files.map(({ path }) => path));
  makeRootFileSystem({
    root: rootfs,
    program: operate,
    files: [...image.files, ...mountPoints.filter(({ path }) => !known.has(path))],
  });
  for (const [volume, root] of Object.entries(volumeSources))
    makeFiles({ root, program: operate, files: [emptyVolume, ...(world.volumes[volume] ?? [])] });
  if (container.userNamespace.value === 'pod')
    for (const root of [rootfs, ...Object.values(volumeSources)])
      run(idmapMount, root, String(userNamespaceStart), String(idsPerPod));
  return { rootfs, args: [entryProgram, 'plan'], volumeSources, seccompProfiles: {}, userNamespaceStart };
}

/** The kubelet makes an emptyDir with mode 0777 (pkg/volume/emptydir/empty_dir.go, perm). */
const emptyVolume = { path: '/', kind: 'directory', uid: 0, gid: 0, mode: 0o777 } as const;

function unique(calls: readonly OperationCall[]): readonly OperationCall[] {
  return [...new Map(calls.map((call) => [JSON.stringify(call), call])).values()];
}
