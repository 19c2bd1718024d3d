import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { capabilities, type Source } from '../../src/checker/index.ts';

/** A Kubernetes object as plain data, in the words of the API. */
export interface Plain {
  readonly [field: string]: unknown;
}

export interface PodShape {
  readonly name?: string;
  /** Fields of `spec` beside the containers. */
  readonly spec?: Plain;
  readonly podContext?: Plain;
  /** Fields of the one container beside its name and image. */
  readonly container?: Plain;
  readonly context?: Plain;
}

/**
 * Answers the smallest pod that the API server admits, with one container `app` and the fields of `shape` laid over it:
 * a test names what it is about, and nothing else.
 */
export function pod({ name = 'sample', spec, podContext, container, context }: PodShape = {}): Plain {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name },
    spec: {
      ...(podContext !== undefined && { securityContext: podContext }),
      ...spec,
      containers: [{ name: 'app', image: 'registry.example/app:1', ...container, ...securityContext(context) }],
    },
  };
}

function securityContext(context: Plain | undefined): Plain {
  return context === undefined ? {} : { securityContext: context };
}

/** Answers the text of a pod that is admitted, with these lines under `spec`, and one container with these under it. */
export function podText({ spec = '', container = '' }: { spec?: string; container?: string }): string {
  return `apiVersion: v1
kind: Pod
metadata: {name: sample}
spec:
${spec}  containers:
  - name: app
    image: registry.example/app:1
${container}`;
}

/** Lays a pod's one volume, `data`, on /data. */
export const withData: PodShape = {
  spec: { volumes: [{ name: 'data', emptyDir: {} }] },
  container: { volumeMounts: [{ name: 'data', mountPath: '/data' }] },
};

/** Answers a Deployment whose template is `inner`. */
export function deploymentOf(inner: Plain): Plain {
  const labels = { app: 'sample' };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: inner['metadata'],
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: inner['spec'] } },
  };
}

export function sourceOf(document: Plain): Source {
  return sourceFrom(stringify(document));
}

export function sourceFrom(text: string): Source {
  return { file: 'pod.yaml', text, language: 'kubernetes' };
}

const names = capabilities.map((capability) => capability.slice('CAP_'.length));

/** The names that the labs of this field turn on, and with less weight any other. */
const capabilityName = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('ALL', 'NET_RAW', 'NET_BIND_SERVICE', 'CHOWN', 'SETUID', 'SYS_ADMIN', 'NET_ADMIN'),
  },
  { weight: 2, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.constantFrom('CAP_NET_RAW', 'all', 'net_raw', 'NET-RAW', 'EVERYTHING') },
);

const capabilityLists = some({
  add: fc.array(capabilityName, { maxLength: 4 }),
  drop: fc.array(capabilityName, { maxLength: 4 }),
});

const uid = fc.constantFrom(0, 1, 1000, 2000, 65_534, 70_000);

const seccompProfile = fc.constantFrom(
  { type: 'RuntimeDefault' },
  { type: 'Unconfined' },
  { type: 'Localhost', localhostProfile: 'profiles/app.json' },
);

/** What both kinds of security context can say. */
export const sharedContext = some({ runAsUser: uid, runAsGroup: uid, runAsNonRoot: fc.boolean(), seccompProfile });

const containerContext = merged(
  sharedContext,
  some({
    privileged: fc.boolean(),
    allowPrivilegeEscalation: fc.boolean(),
    readOnlyRootFilesystem: fc.boolean(),
    procMount: fc.constantFrom('Default', 'Unmasked'),
    capabilities: capabilityLists,
  }),
);

export const podContext = merged(
  sharedContext,
  some({
    fsGroup: uid,
    supplementalGroups: fc.array(uid, { maxLength: 3 }),
    sysctls: fc.constantFrom(
      [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '80' }],
      [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '1024' }],
      [{ name: 'kernel.shm_rmid_forced', value: '1' }],
    ),
  }),
);

const namespaces = some({
  hostUsers: fc.boolean(),
  hostNetwork: fc.boolean(),
  hostPID: fc.boolean(),
  hostIPC: fc.boolean(),
  shareProcessNamespace: fc.boolean(),
});

/** A pod that a person could have written; some are refused, as theirs are. One volume, `data`, is mounted on /data. */
export const anyPod: fc.Arbitrary<Plain> = fc
  .record({
    namespaces,
    podContext: maybe(podContext),
    context: maybe(containerContext),
    readOnly: maybe(fc.boolean()),
  })
  .map(({ namespaces: chosen, podContext: outer, context, readOnly }) =>
    pod({
      spec: { ...chosen, volumes: [{ name: 'data', emptyDir: {} }] },
      container: { volumeMounts: [{ name: 'data', mountPath: '/data', ...(readOnly !== undefined && { readOnly }) }] },
      ...(outer !== undefined && { podContext: outer }),
      ...(context !== undefined && { context }),
    }),
  );

/** Every field present or absent, each by its own choice. */
function some(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Plain> {
  return fc.record(fields, { requiredKeys: [] });
}

function merged(...parts: readonly fc.Arbitrary<Plain>[]): fc.Arbitrary<Plain> {
  return fc.tuple(...parts).map((chosen) => Object.assign({}, ...chosen) as Plain);
}

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}
