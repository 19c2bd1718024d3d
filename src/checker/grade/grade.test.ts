/** Long because it is tables over one pod: a row a change of its frame, one that is open, one that makes it wider. */
import { expect, test } from 'vitest';
import { openLab } from '../check.ts';
import { analyse } from '../analyse.ts';
import { defaultWorld } from '../facts/default-world.ts';
import { mostFindings } from '../model/diagnostic.ts';
import type { LabDefinition, Widening } from '../model/lab.ts';
import type { Grade } from '../model/report.ts';
import type { Source } from '../model/source.ts';
import { grade } from './grade.ts';

const start = `apiVersion: v1
kind: Pod
metadata:
  name: app
  labels: { app: app }
spec:
  containers:
    - name: app
      image: app:1
      command: [serve]
      ports:
        - containerPort: 8080
      volumeMounts:
        - name: data
          mountPath: /data
        - name: node
          mountPath: /node
          readOnly: true
  volumes:
    - name: data
      emptyDir: {}
    - name: node
      hostPath: { path: /srv }
`;

const definition: LabDefinition = {
  id: 'test',
  world: { ...defaultWorld, volumes: { data: [] } },
  start: [sourceOf(start)],
  startsAs: 'works',
  criteria: [
    { id: 'usr', must: 'be-blocked', title: '', container: 'app', operations: [call('write-rootfs-root-dir')] },
    { id: 'serve', must: 'keep-working', title: '', container: 'app', operations: [call('bind-port', { port: 8080 })] },
    {
      id: 'data',
      must: 'keep-working',
      title: '',
      container: 'app',
      operations: [call('write-path', { path: '/data/x', volume: 'data' })],
    },
  ],
  mayWiden: [],
  mayEdit: [],
  mayNotEdit: [],
};

function call(id: string, parameters = {}) {
  return { id, parameters };
}

function sourceOf(text: string): Source {
  return { file: 'pod.yaml', text, language: 'kubernetes' };
}

const solved = start.replace('spec:\n', 'spec:\n  securityContext:\n    runAsUser: 1000\n');

function gradeOf(text: string, changes: Partial<LabDefinition> = {}): Grade {
  const lab = openLab({ ...definition, ...changes });
  return grade(analyse([sourceOf(text)], lab.world), lab);
}

function inSolved(from: string, to: string): string {
  if (!solved.includes(from)) throw new Error(`the pod does not hold ${from}`);
  return solved.replace(from, to);
}

test('a right answer is solved, with nothing left to say', () => {
  const { status, next, frame, inert, widened, misconception } = gradeOf(solved);
  expect({ status, next, frame, inert, widened, misconception }).toEqual({
    status: 'solved',
    next: null,
    frame: [],
    inert: [],
    widened: [],
    misconception: null,
  });
});

test('what is unmet first in the order of the lab comes next', () => {
  expect(gradeOf(start).next).toBe('usr');
});

const framed: readonly (readonly [what: string, from: string, to: string, told: readonly string[]])[] = [
  ['another image', 'image: app:1', 'image: app:2', ['spec.containers[0].image changed']],
  ['another name', '- name: app\n', '- name: other\n', ['spec.containers[0].name changed']],
  ['another pod name', 'name: app\n  labels', 'name: other\n  labels', ['metadata.name changed']],
  ['a command', '[serve]', '[sleep]', ['spec.containers[0].command[0] changed']],
  ['no command', '      command: [serve]\n', '', ['spec.containers[0].command removed']],
  [
    'one container more',
    '  volumes:\n',
    '    - name: side\n      image: side:1\n  volumes:\n',
    ['spec.containers[1] added'],
  ],
  [
    'an init container',
    '  volumes:\n',
    '  initContainers:\n    - name: side\n      image: s:1\n  volumes:\n',
    ['spec.initContainers[0] added'],
  ],
  [
    'a mount gone',
    '        - name: data\n          mountPath: /data\n',
    '',
    ['spec.containers[0].volumeMounts[0] removed'],
  ],
  [
    'a read-only mount made writable',
    'readOnly: true',
    'readOnly: false',
    ['spec.containers[0].volumeMounts[1].readOnly changed'],
  ],
  [
    'a second mount of the node',
    '  volumes:\n',
    '        - name: node\n          mountPath: /node2\n          readOnly: true\n  volumes:\n',
    ['spec.containers[0].volumeMounts[2] added'],
  ],
  [
    'another source of a volume',
    'emptyDir: {}',
    'hostPath: { path: / }',
    ['spec.volumes[0].emptyDir removed', 'spec.volumes[0].hostPath added'],
  ],
  [
    'a volume of the node',
    '  volumes:\n',
    '  volumes:\n    - name: root\n      hostPath: { path: / }\n',
    ['spec.volumes[0] added'],
  ],
  ['a deadline', 'spec:\n', 'spec:\n  activeDeadlineSeconds: 1\n', ['spec.activeDeadlineSeconds added']],
  ['a runtime class', 'spec:\n', 'spec:\n  runtimeClassName: gvisor\n', ['spec.runtimeClassName added']],
];

test.for(framed)('%s is a change of the frame, and nothing is solved', ([, from, to, told]) => {
  const { status, frame } = gradeOf(inSolved(from, to));
  expect(frame.map(({ path, change }) => `${path} ${change}`).sort()).toEqual([...told].sort());
  expect(status).toBe('in-progress');
});

const open: readonly (readonly [what: string, from: string, to: string])[] = [
  [
    'an emptyDir with its mount',
    '  volumes:\n',
    '        - name: tmp\n          mountPath: /tmp\n  volumes:\n    - name: tmp\n      emptyDir: {}\n',
  ],
  [
    'an annotation of AppArmor',
    '  labels:',
    '  annotations: { container.apparmor.security.beta.kubernetes.io/app: runtime/default }\n  labels:',
  ],
  ['null for what is not set', 'spec:\n', 'spec:\n  nodeName: null\n'],
  ['readOnly said as it is by default', 'mountPath: /data\n', 'mountPath: /data\n          readOnly: false\n'],
  ['the namespace that a pod is in anyway', 'metadata:\n', 'metadata:\n  namespace: default\n'],
  ['a process namespace for the pod', 'spec:\n', 'spec:\n  shareProcessNamespace: true\n'],
];

test.for(open)('%s may be written', ([, from, to]) => {
  const { status, frame, inert } = gradeOf(inSolved(from, to));
  expect({ status, frame, inert }).toEqual({ status: 'solved', frame: [], inert: [] });
});

const unjudged: readonly (readonly [what: string, from: string, to: string, path: string])[] = [
  ['a label', '{ app: app }', '{ app: app, tier: web }', 'metadata.labels.tier'],
  ['an annotation', '  labels:', '  annotations: { team: a.b }\n  labels:', 'metadata.annotations.team'],
  ['a port', 'containerPort: 8080', 'containerPort: 80', 'spec.containers[0].ports[0].containerPort'],
  ['resources', 'command:', 'resources: { limits: { cpu: 1 } }\n      command:', 'spec.containers[0].resources'],
];

test.for(unjudged)('%s is not judged', ([, from, to, path]) => {
  const { status, inert } = gradeOf(inSolved(from, to));
  expect({ status, inert: inert.map((change) => change.path) }).toEqual({ status: 'solved', inert: [path] });
});

test('a change has the place of its field, or of the nearest one above it', () => {
  const changed = inSolved('image: app:1', 'image: app:2');
  const [image] = gradeOf(changed).frame;
  expect(changed.slice(image?.span?.start, image?.span?.end)).toBe('image');
  const without = inSolved('      command: [serve]\n', '');
  const [command] = gradeOf(without).frame;
  expect(without.slice(command?.span?.start, command?.span?.end)).toMatch(/^name: app\n/);
});

test('a lab may open a field, and close one', () => {
  const text = inSolved('image: app:1', 'image: app:2');
  expect(gradeOf(text, { mayEdit: ['spec.containers[*].image'] }).status).toBe('solved');
  const { frame } = gradeOf(solved, { mayNotEdit: ['spec.securityContext.runAsUser'] });
  expect(frame.map(({ path }) => path)).toEqual(['spec.securityContext.runAsUser']);
});

function wrapped(spec: string): string {
  const pod = solved.slice(solved.indexOf('spec:\n')).replace(/^/gm, '    ');
  return `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: app\nspec:\n${spec}  selector: { matchLabels: { app: app } }\n  template:\n    metadata:\n      labels: { app: app }\n${pod}`;
}

test('a Deployment of the name counts as the pod if it keeps one', () => {
  expect(gradeOf(wrapped('')).status).toBe('solved');
  expect(gradeOf(wrapped('  replicas: 2\n')).status).toBe('solved');
  expect(gradeOf(wrapped('  replicas: 0\n')).frame.map(({ path }) => path)).toEqual(['spec.replicas']);
  const paused = wrapped('  paused: true\n');
  const [field] = gradeOf(paused).frame;
  expect([field?.path, paused.slice(field?.span?.start, field?.span?.end)]).toEqual(['spec.paused', 'paused']);
  const image = gradeOf(wrapped('').replace('image: app:1', 'image: app:2')).frame;
  expect(image.map(({ path }) => path)).toEqual(['spec.template.spec.containers[0].image']);
});

test('a document more, and one that is gone, are told as documents', () => {
  const more = gradeOf(`${solved}---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\n`);
  expect(more.frame.map(({ subject, path, change }) => [subject, path, change])).toEqual([
    ['document', 'ConfigMap/x', 'added'],
  ]);
  expect(more.status).toBe('in-progress');
});

const wider: readonly (readonly [what: string, from: string, to: string, told: readonly string[]])[] = [
  ['privileged', 'command:', 'securityContext: { privileged: true }\n      command:', ['privileged']],
  [
    'one capability',
    'command:',
    'securityContext: { capabilities: { add: [SYS_TIME] } }\n      command:',
    ['bounding-set'],
  ],
  ['the processes of the node', 'spec:\n', 'spec:\n  hostPID: true\n', ['host-namespaces']],
  ['a user namespace', 'spec:\n', 'spec:\n  hostUsers: false\n', []],
];

test.for(wider)('%s is compared with the start', ([, from, to, told]) => {
  const { status, widened, outcomes } = gradeOf(inSolved(from, to));
  expect(widened.map(({ what }) => what)).toEqual(told);
  expect(outcomes.every((outcome) => outcome.status === 'met')).toBe(true);
  expect(status).toBe(told.length === 0 ? 'solved' : 'in-progress');
});

const guarded = inSolved('spec:\n', 'spec:\n  hostUsers: false\n')
  .replace(
    'runAsUser: 1000\n',
    'runAsUser: 1000\n    seccompProfile: { type: RuntimeDefault }\n    appArmorProfile: { type: RuntimeDefault }\n    sysctls: [{ name: net.ipv4.ip_unprivileged_port_start, value: "1024" }]\n',
  )
  .replace('command:', 'securityContext: { allowPrivilegeEscalation: false, procMount: Default }\n      command:');

const gone: readonly (readonly [what: Widening, from: string, to: string])[] = [
  ['no-new-privs', 'allowPrivilegeEscalation: false', 'allowPrivilegeEscalation: true'],
  ['seccomp-filter', 'seccompProfile: { type: RuntimeDefault }', 'seccompProfile: { type: Unconfined }'],
  ['apparmor-profile', 'appArmorProfile: { type: RuntimeDefault }', 'appArmorProfile: { type: Unconfined }'],
  ['masked-paths', 'procMount: Default', 'procMount: Unmasked'],
  ['user-namespace', 'hostUsers: false', 'hostUsers: true'],
  ['unprivileged-port-start', 'value: "1024"', 'value: "80"'],
];

test.for(gone)('%s that goes is told with the line that lets it go, and one that comes is well', ([what, from, to]) => {
  expect(guarded).toContain(from);
  const open = guarded.replace(from, to);
  const [found, ...others] = gradeOf(open, { start: [sourceOf(guarded)] }).widened;
  expect([found?.what, others]).toEqual([what, []]);
  const { start = 0, end = 0 } = found?.origin !== undefined && 'span' in found.origin ? found.origin.span : {};
  expect(open.slice(start, end)).toContain(to);
  expect(gradeOf(guarded, { start: [sourceOf(open)] }).widened).toEqual([]);
});

test('a lab may let something become wider', () => {
  const text = inSolved('spec:\n', 'spec:\n  hostPID: true\n');
  expect(gradeOf(text, { mayWiden: ['host-namespaces'] }).status).toBe('solved');
});

function statuses(text: string): string[] {
  return gradeOf(text).outcomes.map(({ status }) => status);
}

test('a pod that does not start meets nothing', () => {
  expect(statuses(inSolved('runAsUser: 1000', 'runAsNonRoot: true'))).toEqual(['not-run', 'not-run', 'not-run']);
});

test('a container that is not there is nothing to test', () => {
  expect(new Set(statuses(inSolved('- name: app\n', '- name: other\n')))).toEqual(new Set(['nothing-to-test']));
});

test('a volume that is mounted twice is nothing to test', () => {
  const mount = '        - name: data\n          mountPath: /other\n  volumes:\n';
  expect(statuses(inSolved('  volumes:\n', mount))).toEqual(['met', 'met', 'nothing-to-test']);
});

test('what a new mount hides is absent', () => {
  const cover = '        - name: tmp\n          mountPath: /data/x\n  volumes:\n    - name: tmp\n      emptyDir: {}\n';
  expect(statuses(inSolved('  volumes:\n', cover))).toEqual(['met', 'met', 'absent']);
});

test('of very many changes only so many are told, and none is forgiven', () => {
  const foreign = Array.from({ length: 3 * mostFindings }, (_, index) => `      field${index}: 1\n`).join('');
  const { frame, status } = gradeOf(inSolved('      ports:\n', `${foreign}      ports:\n`));
  expect(frame).toHaveLength(mostFindings);
  expect(status).toBe('in-progress');
});

test('a half-typed text decides nothing', () => {
  for (const text of ['', 'kind: Pod\nspe', 'kind: ConfigMap\napiVersion: v1\n']) {
    const { status, next, outcomes } = gradeOf(text);
    expect({ status, next, outcomes: outcomes.length }).toEqual({ status: 'blocked', next: null, outcomes: 3 });
  }
});
