/** Long because it is a table: a row a slip in a document, with all that is said of it. */
import { describe, expect, test } from 'vitest';
import { annotate, plainYaml } from '../../../tests/support/annotated-yaml.ts';
import { podText } from '../../../tests/support/pods.ts';
import { defaultWorld } from '../facts/default-world.ts';
import type { World } from '../model/world.ts';
import { parseDocuments } from '../parse/documents.ts';
import { readPod, type ReadPod } from './read-pod.ts';

const ignoring: World = { ...defaultWorld, kubernetes: { ...defaultWorld.kubernetes, fieldValidation: 'Ignore' } };

function read(text: string, world: World = defaultWorld): ReadPod {
  const [document] = parseDocuments({ file: 'pod.yaml', text }).documents;
  if (document === undefined) throw new Error('the text of this test is not YAML');
  return readPod(document, world);
}

const found: readonly (readonly [title: string, annotated: string])[] = [
  [
    'a misspelt field of the spec',
    podText({ spec: '  hostuser: false\n# ^^^^^^^^ schema/unknown-field -> hostUsers\n' }),
  ],
  ['a field of nobody', podText({ spec: '  sandbox: true\n# ^^^^^^^ schema/unknown-field\n' })],
  [
    'a misspelt field of the security context',
    podText({
      container:
        '    securityContext:\n      runAsNonroot: true\n#     ^^^^^^^^^^^^ schema/unknown-field -> runAsNonRoot\n',
    }),
  ],
  [
    'capabilities in the spec',
    podText({ spec: '  capabilities: {drop: [ALL]}\n# ^^^^^^^^^^^^ schema/misplaced-field\n' }),
  ],
  ['an image in the spec', podText({ spec: '  image: x\n# ^^^^^ schema/misplaced-field\n' })],
  ['a user in the spec', podText({ spec: '  runAsUser: 1\n# ^^^^^^^^^ schema/misplaced-field\n' })],
  [
    'container fields in the security context of the pod',
    podText({
      spec: `  securityContext:
    capabilities: {drop: [ALL]}
#   ^^^^^^^^^^^^ schema/misplaced-field
    privileged: false
#   ^^^^^^^^^^ schema/misplaced-field
    allowPrivilegeEscalation: false
#   ^^^^^^^^^^^^^^^^^^^^^^^^ schema/misplaced-field
    readOnlyRootFilesystem: true
#   ^^^^^^^^^^^^^^^^^^^^^^ schema/misplaced-field
    procMount: Default
#   ^^^^^^^^^ schema/misplaced-field
`,
    }),
  ],
  [
    'pod fields in the security context of a container',
    podText({
      container: `    securityContext:
      hostUsers: false
#     ^^^^^^^^^ schema/misplaced-field
      sysctls: []
#     ^^^^^^^ schema/misplaced-field
      fsGroup: 1
#     ^^^^^^^ schema/misplaced-field
      drop: [ALL]
#     ^^^^ schema/misplaced-field
`,
    }),
  ],
  [
    'security fields in the container itself',
    podText({
      container:
        '    privileged: true\n#   ^^^^^^^^^^ schema/misplaced-field\n    runAsUser: 1\n#   ^^^^^^^^^ schema/misplaced-field\n',
    }),
  ],
  [
    'values of the wrong type',
    podText({
      spec: `  hostUsers: "false"
#            ^^^^^^^ schema/wrong-type -> false
  hostNetwork: 1
#              ^ schema/wrong-type
  securityContext:
    runAsUser: "1000"
#              ^^^^^^ schema/wrong-type -> 1000
    runAsGroup: 1.5
#               ^^^ schema/wrong-type
    fsGroup: root
#            ^^^^ schema/wrong-type
    sysctls:
    - name: net.ipv4.ip_unprivileged_port_start
      value: 80
#            ^^ schema/wrong-type -> '80'
  nodeSelector: []
#               ^^ schema/wrong-type
`,
      container: `    securityContext:
      capabilities:
        drop: ALL
#             ^^^ schema/wrong-type -> [ALL]
        add: {NET_RAW: true}
#            ^^^^^^^^^^^^^^^ schema/wrong-type
    env:
    - name: DEBUG
      value: no
#            ^^ schema/wrong-type
    volumeMounts: {}
#                 ^^ schema/wrong-type
`,
    }),
  ],
  [
    'a field that has to be there',
    podText({ container: '    ports:\n    - name: web\n#     ^^^^^^^^^ schema/missing-field\n' }),
  ],
  [
    'capability names with the prefix, misspelt, in small letters',
    podText({
      container: `    securityContext:
      capabilities:
        add: [CAP_NET_RAW, NET_BIND_SERVCE, FLY]
#             ^^^^^^^^^^^ capabilities/cap-prefix -> NET_RAW
#                          ^^^^^^^^^^^^^^^ capabilities/unknown-name -> NET_BIND_SERVICE
#                                           ^^^ capabilities/unknown-name
        drop: [all, chown]
#              ^^^ capabilities/small-letters -> ALL
#                   ^^^^^ capabilities/small-letters -> CHOWN
`,
    }),
  ],
  ['a kind in small letters', 'apiVersion: v1\nkind: pod\n#     ^^^ schema/misspelt-kind -> Pod'],
  ['a kind without pods', 'apiVersion: v1\nkind: Service\n#     ^^^^^^^ schema/not-a-workload'],
  ['no kind', 'metadata: {name: a}\n^^^^^^^^ schema/no-kind'],
  ['no object', '- kind: Pod\n^^^^^^^^^^^ schema/not-an-object'],
  ['a kind of another group', 'apiVersion: v1\n#           ^^ schema/wrong-api-version -> apps/v1\nkind: ReplicaSet'],
  ['no version', 'kind: Pod\n^^^^ schema/missing-field\nspec: {}'],
];

test.each(found)('finds %s', (_, annotated) => {
  const text = plainYaml(annotated);
  expect(annotate(text, read(text).diagnostics)).toBe(annotated);
});

describe('a field that is not known or stands in the wrong place', () => {
  const text = podText({ spec: '  hostuser: false\n  capabilities: {}\n' });

  test('is refused under strict validation, in the words of the server', () => {
    expect(read(text).refusals.map(({ code, type, path, detail }) => [code, type, path, detail])).toEqual([
      ['schema/unknown-field', 'BadRequest', 'spec.hostuser', 'strict decoding error: unknown field "spec.hostuser"'],
      [
        'schema/misplaced-field',
        'BadRequest',
        'spec.capabilities',
        'strict decoding error: unknown field "spec.capabilities"',
      ],
    ]);
  });

  test('is dropped with a warning where validation is off', () => {
    const { refusals, diagnostics, pod: kept } = read(text, ignoring);
    expect(refusals).toEqual([]);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
    expect(Object.keys(kept?.pod.spec ?? {})).toEqual(['containers']);
  });

  test('is named by the path of the template it stands in', () => {
    const wrapped = `apiVersion: apps/v1
kind: Deployment
metadata: {name: sample}
spec:
  selector: {matchLabels: {app: a}}
  template:
    spec:
      hostuser: false
      containers:
      - name: app
        privileged: true
`;
    const { refusals } = read(wrapped);
    expect(refusals.map(({ path, detail }) => [path, detail])).toEqual([
      ['spec.hostuser', 'strict decoding error: unknown field "spec.template.spec.hostuser"'],
      [
        'spec.containers[0].privileged',
        'strict decoding error: unknown field "spec.template.spec.containers[0].privileged"',
      ],
    ]);
    expect(refusals[1]?.facts['homes']).toEqual(['spec.template.spec.containers[0].securityContext']);
  });

  test('gets no edit where its text stands behind an alias', () => {
    const aliased = podText({ container: '    securityContext: *shared\n' }).replace(
      'spec:',
      'x: &shared {runAsNonroot: true}\nspec:',
    );
    const [, found] = read(aliased).diagnostics;
    expect(found?.code).toBe('schema/unknown-field');
    expect(aliased.slice(found?.span.start, found?.span.end)).toBe('*shared');
    expect(found?.edit).toBeUndefined();
  });
});

describe('a value of the wrong type', () => {
  const text = podText({ spec: '  securityContext: {runAsUser: "1", runAsGroup: 2}\n' });

  test.each([defaultWorld, ignoring])('is refused whatever the validation', (world) => {
    expect(read(text, world).refusals.map(({ code, type, path, detail }) => [code, type, path, detail])).toEqual([
      [
        'schema/wrong-type',
        'BadRequest',
        'spec.securityContext.runAsUser',
        'json: cannot unmarshal string into Go struct field PodSecurityContext.spec.securityContext.runAsUser',
      ],
    ]);
  });

  test('is left out of the pod, and nothing else', () => {
    expect(read(text).pod?.pod.spec.securityContext).toEqual({ runAsGroup: 2 });
  });
});

describe('a pod that is read', () => {
  test('has what is written and nothing more: null is not written', () => {
    const { pod: written, diagnostics } = read(
      podText({
        spec: '  hostUsers: null\n  hostPID:\n  securityContext: ~\n  volumes: [{name: v}, {name: h, hostPath: {path: /a}}]\n',
      }),
    );
    expect(diagnostics).toEqual([]);
    expect(written?.pod.spec).toEqual({
      containers: [{ name: 'app', image: 'registry.example/app:1' }],
      volumes: [
        { name: 'v', sources: [] },
        { name: 'h', sources: ['hostPath'], hostPath: { path: '/a' } },
      ],
    });
  });

  test.each([
    ['Pod', 'v1', ''],
    ['PodTemplate', 'v1', 'template'],
    ['ReplicationController', 'v1', 'spec.template'],
    ['Deployment', 'apps/v1', 'spec.template'],
    ['DaemonSet', 'apps/v1', 'spec.template'],
    ['StatefulSet', 'apps/v1', 'spec.template'],
    ['ReplicaSet', 'apps/v1', 'spec.template'],
    ['Job', 'batch/v1', 'spec.template'],
    ['CronJob', 'batch/v1', 'spec.jobTemplate.spec.template'],
  ])('is found in a %s of %s', (kind, apiVersion, templatePath) => {
    const inner = '{metadata: {name: inner}, spec: {hostUsers: false, containers: [{name: app, image: x}]}}';
    const steps = templatePath === '' ? [] : templatePath.split('.');
    const body = steps.reduceRight((below, step) => `{${step}: ${below}}`, inner);
    const text = `{apiVersion: ${apiVersion}, kind: ${kind}, ${body.slice(1)}`;
    const { pod: document } = read(text);
    expect(document?.kind).toBe(kind);
    expect(document?.templatePath).toBe(templatePath);
    expect(document?.pod.spec.hostUsers).toBe(false);
    const place = document?.places['spec.hostUsers'];
    expect(text.slice(place?.key.start, place?.value.end)).toBe('hostUsers: false');
  });

  test('is called what the workload is called', () => {
    const { name, pod: document } = read(
      'apiVersion: batch/v1\nkind: Job\nmetadata: {name: a, namespace: b}\nspec: {template: {}}\n',
    );
    expect([name, document?.name, document?.kubeNamespace]).toEqual(['a', 'a', 'b']);
  });

  test('keeps the whole document as it is written', () => {
    expect(read(podText({ spec: '  hostuser: false\n' })).pod?.value['spec']).toMatchObject({ hostuser: false });
  });
});
