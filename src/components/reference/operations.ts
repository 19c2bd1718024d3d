import {
  analyse,
  decide,
  defaultWorld,
  operations,
  titleOf,
  type Operation,
  type ParameterKind,
  type ParameterValue,
  type Requirement,
  type World,
} from '../../checker/index.ts';

interface OperationPage {
  readonly id: string;
  readonly title: string;
  readonly parameters: readonly string[];
  /** Null: it asks about a file that the world of a lab names. */
  readonly asks: readonly Requirement[] | null;
}

const text = `apiVersion: v1
kind: Pod
metadata:
  name: sample
spec:
  containers:
    - name: sample
      image: example.org/sample:1
      volumeMounts:
        - { name: data, mountPath: /data }
  volumes:
    - { name: data, emptyDir: {} }
`;

const world: World = {
  ...defaultWorld,
  volumes: {
    data: ['foreign', 'secret'].map((name, index) => ({
      path: `/${name}-a`,
      kind: 'file',
      uid: 2000,
      gid: 2000,
      mode: index === 0 ? 0o644 : 0o600,
    })),
  },
};

/** What stands for a parameter where a page has to show one. */
const samples: Readonly<Record<ParameterKind, ParameterValue>> = {
  port: 80,
  path: '/usr/libexec/su-helper',
  volume: 'data',
  signal: 'HUP',
};

/** Answers every operation with the questions it asks of a sample pod, in the kernel's order. */
export function operationPages(): readonly OperationPage[] {
  const analysis = analyse([{ file: 'pod.yaml', text, language: 'kubernetes' }], world);
  const container = analysis.documents[0]?.containers[0];
  if (container === undefined) throw new Error('The sample pod of the reference has no container.');
  // Every chain begins with the questions of the start, so the operation itself adds none.
  const begun = decide(analysis, { document: 0, container: container.name }, { id: 'start', parameters: {} });
  const start = begun?.chain.map(({ requirement }) => requirement) ?? null;
  return operations.map((operation) => {
    const parameters = Object.fromEntries(needed(operation).map(([name, { kind }]) => [name, samples[kind]]));
    return {
      id: operation.id,
      title: titleOf({ id: operation.id, parameters }),
      parameters: Object.keys(operation.parameters),
      asks: operation.id === 'start' ? start : operation.requirements(parameters, { container, world }),
    };
  });
}

function needed({ parameters }: Operation) {
  return Object.entries(parameters).filter(([, { optional }]) => optional !== true);
}
