import { analyse, defaultWorld, type EffectiveContainer } from '../../src/checker/index.ts';
import { containerPolicy } from '../../src/checker/facts/selinux-policy.ts';
import { writtenContainers } from '../../src/checker/model/pod.ts';
import type { LabelledFile, SELinux, SELinuxNode, SELinuxWorld } from '../../src/checker/model/selinux.ts';
import { seLinux } from '../../src/checker/primitives/selinux/resolve.ts';
import { pod, sourceOf, type Plain, type PodShape } from './pods.ts';

export interface Ground extends SELinuxNode {
  readonly volumes?: Readonly<Record<string, readonly LabelledFile[]>>;
  readonly kubernetes?: string;
  /** Left out of the table of runtimes in the world's own type until there is a second one. */
  readonly runtime?: string;
  readonly seLinux?: false;
}

/** Answers a world whose node enforces SELinux and whose runtime gives labels, unless `ground` says otherwise. */
export function enforcing({ volumes = {}, kubernetes = '1.35', runtime, ...node }: Ground = {}): SELinuxWorld {
  return {
    ...defaultWorld,
    kubernetes: { ...defaultWorld.kubernetes, version: kubernetes },
    node: {
      ...defaultWorld.node,
      seLinux: true,
      seLinuxLabels: true,
      ...(runtime !== undefined && { runtime: { name: runtime as 'containerd', version: '1.35' } }),
      ...node,
    },
    volumes,
    tables: { ...defaultWorld.tables, seLinuxPolicy: containerPolicy },
  };
}

export type Labelled = EffectiveContainer & { readonly seLinux: SELinux };

/** Answers the containers of a pod with what SELinux makes of them, in the order in which they start. */
export function labelledContainers(document: Plain, world: SELinuxWorld): readonly Labelled[] {
  const [analysed] = analyse([sourceOf(document)], world).documents;
  const read = analysed?.pod;
  if (analysed === undefined || read == null) throw new Error('the pod of this test could not be read');
  return writtenContainers(read.pod).map(({ written, path }, index) => {
    const container = analysed.containers[index] as EffectiveContainer;
    const { name, role } = container;
    const view = { document: read, pod: read.pod, written, path, name, role };
    return { ...container, seLinux: seLinux.resolve(view, container, world) };
  });
}

/** Answers the one container of a pod. */
export function labelled(shape: PodShape, world: SELinuxWorld = enforcing()): Labelled {
  return labelledContainers(pod(shape), world)[0] as Labelled;
}
