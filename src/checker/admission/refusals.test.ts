/** Every refusal with the path, type and words of the API server. Long because each has its row. */
import { describe, expect, test } from 'vitest';
import { annotate, plainYaml } from '../../../tests/support/annotated-yaml.ts';
import { podText } from '../../../tests/support/pods.ts';
import { defaultWorld } from '../facts/default-world.ts';
import type { Refusal } from '../model/diagnostic.ts';
import { parseDocuments } from '../parse/documents.ts';
import { readPod } from '../schema/read-pod.ts';
import { refusalsOf } from './refusals.ts';

function refusalsIn(text: string): readonly Refusal[] {
  const [document] = parseDocuments({ file: 'pod.yaml', text }).documents;
  const read = document === undefined ? null : readPod(document, defaultWorld);
  if (read === null || read.pod === null) throw new Error('the text of this test is not a pod');
  return refusalsOf(read.pod, read.refusals);
}

interface Case {
  readonly rule: string;
  readonly annotated: string;
  /** Path, type and detail of each refusal, in the order of the text. */
  readonly says: readonly string[];
}

const ofPod = (rule: string, spec: string, ...says: readonly string[]): Case => ({
  rule,
  annotated: podText({ spec }),
  says,
});
const ofContainer = (rule: string, container: string, ...says: readonly string[]): Case => ({
  rule,
  annotated: podText({ container }),
  says,
});

const label =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
const subdomain =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const labelValue =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
const sysctl =
  'must have at most 253 characters and match regex ^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$';

const cases: readonly Case[] = [
  {
    rule: 'the object has a name',
    annotated:
      'kind: Pod\napiVersion: v1\nmetadata: {}\n^^^^^^^^ admission/name-missing\nspec: {containers: [{name: a, image: b}]}',
    says: ['metadata.name: Required: name or generateName is required'],
  },
  {
    rule: 'which is one',
    annotated:
      "kind: Pod\napiVersion: v1\nmetadata: {name: '<b>'}\n#                ^^^^^ admission/name-characters\nspec: {containers: [{name: a, image: b}]}",
    says: [`metadata.name: Invalid: ${subdomain}`],
  },
  {
    rule: 'a pod has containers',
    annotated: 'kind: Pod\napiVersion: v1\nmetadata: {name: a}\nspec: {}\n^^^^ admission/no-containers',
    says: ['spec.containers: Required: '],
  },
  {
    rule: 'a container has a name and an image',
    annotated:
      'kind: Pod\napiVersion: v1\nmetadata: {name: a}\nspec: {containers: [{}]}\n#                   ^^ admission/image-missing\n#                   ^^ admission/name-missing',
    says: ['spec.containers[0].name: Required: ', 'spec.containers[0].image: Required: '],
  },
  ofPod(
    'containers of all kinds share one set of names',
    '  initContainers:\n  - {name: app, image: x}\n#          ^^^ admission/name-twice\n  - {name: A, image: x}\n#          ^ admission/name-characters\n',
    'spec.initContainers[0].name: Duplicate: ',
    `spec.initContainers[1].name: Invalid: ${label}`,
  ),
  ofPod(
    'ephemeral containers do not come with the pod',
    '  ephemeralContainers: [{name: e, image: x}]\n# ^^^^^^^^^^^^^^^^^^^ admission/ephemeral-containers\n',
    'spec.ephemeralContainers: Forbidden: cannot be set on create',
  ),
  ofPod(
    'volumes have names of their own',
    '  volumes:\n  - {emptyDir: {}}\n#   ^^^^^^^^^^^^^^ admission/name-missing\n  - name: a\n  - name: a\n#         ^ admission/name-twice\n',
    'spec.volumes[0].name: Required: ',
    'spec.volumes[2].name: Duplicate: ',
  ),
  ofPod(
    'a hostPath has a path that stays, and a type',
    '  volumes:\n  - {name: a, hostPath: {}}\n#             ^^^^^^^^ admission/host-path-missing\n  - {name: b, hostPath: {path: /a/../b, type: directory}}\n#                              ^^^^^^^ admission/host-path-parent\n#                                             ^^^^^^^^^ admission/unsupported-value -> Directory\n',
    'spec.volumes[0].hostPath.path: Required: ',
    "spec.volumes[1].hostPath.path: Invalid: must not contain '..'",
    'spec.volumes[1].hostPath.type: NotSupported: supported values: "", "DirectoryOrCreate", "Directory", "FileOrCreate", "File", "Socket", "CharDevice", "BlockDevice"',
  ),
  ofPod(
    'a volume has one source, whatever the order of the keys',
    '  volumes:\n  - {name: a, hostPath: {path: /}, emptyDir: {}}\n#             ^^^^^^^^ admission/second-source\n  - {name: b, secret: {}, configMap: {}, hostPath: {path: /}}\n#             ^^^^^^ admission/second-source\n#                         ^^^^^^^^^ admission/second-source\n  - {name: c, emptyDir: ~, hostPath: {path: /}}\n',
    'spec.volumes[0].hostPath: Forbidden: may not specify more than 1 volume type',
    'spec.volumes[1].configMap: Forbidden: may not specify more than 1 volume type',
    'spec.volumes[1].secret: Forbidden: may not specify more than 1 volume type',
  ),
  ofContainer(
    'a mount has a volume of the pod, and a path',
    '    volumeMounts:\n    - {name: gone, mountPath: /a}\n#            ^^^^ admission/no-such-volume\n    - {}\n#     ^^ admission/mount-path-missing\n#     ^^ admission/name-missing\n',
    'spec.containers[0].volumeMounts[0].name: NotFound: ',
    'spec.containers[0].volumeMounts[1].name: Required: ',
    'spec.containers[0].volumeMounts[1].mountPath: Required: ',
  ),
  {
    rule: 'of its own',
    annotated: podText({
      spec: '  volumes: [{name: a}, {name: b}]\n',
      container:
        '    volumeMounts:\n    - {name: a, mountPath: /x}\n    - {name: b, mountPath: /x}\n#                          ^^ admission/mount-path-twice\n',
    }),
    says: ['spec.containers[0].volumeMounts[1].mountPath: Invalid: must be unique'],
  },
  {
    rule: 'propagation and recursion fit the mount and the container',
    annotated: podText({
      spec: '  volumes: [{name: a}]\n',
      container:
        '    volumeMounts:\n    - name: a\n      mountPath: /x\n      mountPropagation: Bidirectional\n#     ^^^^^^^^^^^^^^^^ admission/propagation-needs-privileged\n      recursiveReadOnly: Enabled\n#     ^^^^^^^^^^^^^^^^^ admission/recursive-read-only\n#     ^^^^^^^^^^^^^^^^^ admission/recursive-read-only\n    - name: a\n      mountPath: /y\n      mountPropagation: bidirectional\n#                       ^^^^^^^^^^^^^ admission/unsupported-value -> Bidirectional\n      recursiveReadOnly: "yes"\n#                        ^^^^^ admission/unsupported-value\n',
    }),
    says: [
      'spec.containers[0].volumeMounts.mountPropagation: Forbidden: Bidirectional mount propagation is available only to privileged containers',
      'spec.containers[0].volumeMounts.recursiveReadOnly: Forbidden: may only be specified when readOnly is true',
      'spec.containers[0].volumeMounts.recursiveReadOnly: Forbidden: may only be specified when mountPropagation is None or not specified',
      'spec.containers[0].volumeMounts.mountPropagation: NotSupported: supported values: "Bidirectional", "HostToContainer", "None"',
      'spec.containers[0].volumeMounts.recursiveReadOnly: NotSupported: supported values: "Disabled", "Enabled", "IfPossible"',
    ],
  },
  ofPod(
    'ids are in range',
    '  securityContext:\n    runAsUser: -1\n#              ^^ admission/id-range\n    runAsGroup: 2147483648\n#               ^^^^^^^^^^ admission/id-range\n    fsGroup: 2147483647\n    supplementalGroups: [0, 4000000000]\n#                           ^^^^^^^^^^ admission/id-range\n',
    'spec.securityContext.runAsUser: Invalid: must be between 0 and 2147483647, inclusive',
    'spec.securityContext.runAsGroup: Invalid: must be between 0 and 2147483647, inclusive',
    'spec.securityContext.supplementalGroups[1]: Invalid: must be between 0 and 2147483647, inclusive',
  ),
  ofContainer(
    'privileged is not kept from escalating',
    '    securityContext:\n      privileged: true\n      allowPrivilegeEscalation: false\n#                               ^^^^^ admission/privileged-without-escalation\n',
    'spec.containers[0].securityContext: Invalid: cannot set `allowPrivilegeEscalation` to false and `privileged` to true',
  ),
  ofContainer(
    'nor is CAP_SYS_ADMIN, in exactly this spelling',
    '    securityContext:\n      allowPrivilegeEscalation: false\n#                               ^^^^^ admission/sys-admin-without-escalation\n      capabilities: {add: [CAP_SYS_ADMIN]}\n',
    'spec.containers[0].securityContext: Invalid: cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN',
  ),
  ofContainer(
    '/proc is unmasked in a user namespace only',
    '    securityContext: {procMount: Unmasked}\n#                                ^^^^^^^^ admission/unmasked-needs-user-namespace\n',
    'spec.containers[0].securityContext.procMount: Invalid: `hostUsers` must be false to use `Unmasked`',
  ),
  ofContainer(
    'and masked by one word',
    '    securityContext: {procMount: default}\n#                                ^^^^^^^ admission/unsupported-value -> Default\n',
    'spec.containers[0].securityContext.procMount: NotSupported: supported values: "Default", "Unmasked"',
  ),
  ofPod(
    'a seccomp profile has a type',
    '  securityContext:\n    seccompProfile: {}\n#   ^^^^^^^^^^^^^^ admission/profile-type-missing\n',
    'spec.securityContext.seccompProfile.type: Required: type is required when seccompProfile is set',
  ),
  ofPod(
    'of three',
    '  securityContext:\n    seccompProfile: {type: runtimeDefault}\n#                          ^^^^^^^^^^^^^^ admission/unsupported-value -> RuntimeDefault\n    appArmorProfile: {type: runtime/default}\n#                           ^^^^^^^^^^^^^^^ admission/unsupported-value\n',
    'spec.securityContext.seccompProfile.type: NotSupported: supported values: "Localhost", "RuntimeDefault", "Unconfined"',
    'spec.securityContext.appArmorProfile.type: NotSupported: supported values: "Localhost", "RuntimeDefault", "Unconfined"',
  ),
  ofPod(
    'Localhost names a profile',
    '  securityContext:\n    seccompProfile: {type: Localhost}\n#   ^^^^^^^^^^^^^^ admission/profile-missing\n    appArmorProfile: {type: Localhost, localhostProfile: ""}\n#                                                        ^^ admission/profile-missing\n',
    'spec.securityContext.seccompProfile.localhostProfile: Required: must be set when seccomp type is Localhost',
    'spec.securityContext.appArmorProfile.localhostProfile: Required: must be set when AppArmor type is Localhost',
  ),
  ofPod(
    'and no other type does',
    '  securityContext:\n    seccompProfile: {type: RuntimeDefault, localhostProfile: ""}\n#                                                            ^^ admission/profile-unused\n    appArmorProfile: {type: Unconfined, localhostProfile: x}\n#                                                         ^ admission/profile-unused\n',
    'spec.securityContext.seccompProfile.localhostProfile: Invalid: can only be set when seccomp type is Localhost',
    'spec.securityContext.appArmorProfile.localhostProfile: Invalid: can only be set when AppArmor type is Localhost',
  ),
  ofContainer(
    'a seccomp profile lies below its folder',
    '    securityContext:\n      seccompProfile: {type: Localhost, localhostProfile: /a/../b}\n#                                                         ^^^^^^^ admission/profile-path\n#                                                         ^^^^^^^ admission/profile-path\n',
    'spec.containers[0].securityContext.seccompProfile.localhostProfile: Invalid: must be a relative path',
    "spec.containers[0].securityContext.seccompProfile.localhostProfile: Invalid: must not contain '..'",
  ),
  ofContainer(
    'an AppArmor profile is a name',
    '    securityContext:\n      appArmorProfile: {type: Localhost, localhostProfile: " a"}\n#                                                          ^^^^ admission/profile-name\n',
    'spec.containers[0].securityContext.appArmorProfile.localhostProfile: Invalid: must not be padded with whitespace',
  ),
  ofPod(
    'policies are words',
    '  securityContext:\n    fsGroupChangePolicy: Never\n#                        ^^^^^ admission/unsupported-value\n    supplementalGroupsPolicy: strict\n#                             ^^^^^^ admission/unsupported-value -> Strict\n    seLinuxChangePolicy: MountOption\n#                        ^^^^^^^^^^^ admission/unsupported-value\n',
    'spec.securityContext.fsGroupChangePolicy: NotSupported: supported values: "Always", "OnRootMismatch"',
    'spec.securityContext.supplementalGroupsPolicy: NotSupported: supported values: "Merge", "Strict"',
    'spec.securityContext.seLinuxChangePolicy: NotSupported: supported values: "Recursive"',
  ),
  ofPod(
    'a user namespace shares nothing with the node',
    '  hostUsers: false\n  hostPID: true\n# ^^^^^^^ admission/shared-beside-user-namespace\n  hostIPC: true\n# ^^^^^^^ admission/shared-beside-user-namespace\n  hostNetwork: true\n# ^^^^^^^^^^^ admission/shared-beside-user-namespace\n',
    'spec.HostPID: Forbidden: when `hostUsers` is false',
    'spec.HostIPC: Forbidden: when `hostUsers` is false',
    'spec.hostNetwork: Forbidden: when `hostUsers` is false',
  ),
  {
    rule: 'nor takes raw devices',
    annotated: podText({
      spec: '  hostUsers: false\n',
      container:
        '    volumeDevices: [{name: d, devicePath: /dev/x}]\n#   ^^^^^^^^^^^^^ admission/devices-beside-user-namespace\n',
    }),
    says: ['spec.containers[0].volumeDevices: Forbidden: when `hostUsers` is false'],
  },
  ofPod(
    'processes are shared once',
    '  hostPID: true\n  shareProcessNamespace: true\n#                        ^^^^ admission/shared-processes-twice\n',
    'spec.securityContext.shareProcessNamespace: Invalid: ShareProcessNamespace and HostPID cannot both be enabled',
  ),
  ofPod(
    'a sysctl has a name, once',
    '  securityContext:\n    sysctls:\n    - {value: "1"}\n#     ^^^^^^^^^^^^ admission/name-missing\n    - {name: Net.x, value: "1"}\n#            ^^^^^ admission/sysctl-name\n    - {name: net/ipv4/x, value: "1"}\n    - {name: net/ipv4/x, value: "1"}\n#            ^^^^^^^^^^ admission/name-twice\n',
    'spec.securityContext.sysctls[0].name: Required: ',
    `spec.securityContext.sysctls[1].name: Invalid: ${sysctl}`,
    'spec.securityContext.sysctls[3].name: Duplicate: ',
  ),
  ofPod(
    'of a namespace of the pod',
    '  hostNetwork: true\n  hostIPC: true\n  securityContext:\n    sysctls:\n    - {name: net/ipv4/x, value: "1"}\n#            ^^^^^^^^^^ admission/sysctl-of-the-node\n    - {name: kernel.shmmax, value: "1"}\n#            ^^^^^^^^^^^^^ admission/sysctl-of-the-node\n    - {name: kernel.shmmaxx, value: "1"}\n',
    "spec.securityContext.sysctls[0].name: Invalid: may not be specified when 'hostNetwork' is true",
    "spec.securityContext.sysctls[1].name: Invalid: may not be specified when 'hostIPC' is true",
  ),
  ofPod('an operating system has a name', '  os: {}\n# ^^ admission/os-name-missing\n', 'spec.os.name: Required: '),
  ofPod(
    'of two',
    '  os: {name: Linux}\n#            ^^^^^ admission/unsupported-value\n',
    'spec.os: NotSupported: supported values: "linux", "windows"',
  ),
  ofPod(
    'Linux has nothing of Windows',
    '  os: {name: linux}\n  securityContext: {windowsOptions: {}}\n#                   ^^^^^^^^^^^^^^ admission/windows-options-on-linux\n',
    'spec.securityContext.windowsOptions: Forbidden: windows options cannot be set for a linux pod',
  ),
  {
    rule: 'nor Windows of Linux, whatever it says',
    annotated: podText({
      spec: '  os: {name: windows}\n  hostNetwork: true\n  hostPID: false\n# ^^^^^^^ admission/linux-field-on-windows\n  securityContext:\n    runAsNonRoot: true\n    runAsUser: 1\n#   ^^^^^^^^^ admission/linux-field-on-windows\n',
      container:
        '    securityContext: {privileged: false}\n#                     ^^^^^^^^^^ admission/linux-field-on-windows\n',
    }),
    says: [
      'spec.hostPID: Forbidden: cannot be set for a windows pod',
      'spec.securityContext.runAsUser: Forbidden: cannot be set for a windows pod',
      'spec.containers[0].securityContext.privileged: Forbidden: cannot be set for a windows pod',
    ],
  },
  {
    rule: 'a part of a volume lies below it, and is named once',
    annotated: podText({
      spec: '  volumes: [{name: a}]\n',
      container:
        '    volumeMounts:\n    - {name: a, mountPath: /a, subPath: ../x}\n#                                       ^^^^ admission/sub-path\n    - {name: a, mountPath: /b, subPath: /x, subPathExpr: x}\n#                                       ^^ admission/sub-path\n#                                                        ^ admission/sub-path-twice\n    - {name: a, mountPath: /c, subPathExpr: $(A)/../x}\n#                                           ^^^^^^^^^ admission/sub-path\n    - {name: a, mountPath: /d, subPath: "", subPathExpr: a..b}\n',
    }),
    says: [
      "spec.containers[0].volumeMounts.subPath: Invalid: must not contain '..'",
      'spec.containers[0].volumeMounts.subPath: Invalid: must be a relative path',
      'spec.containers[0].volumeMounts[1].subPathExpr: Invalid: subPathExpr and subPath are mutually exclusive',
      "spec.containers[0].volumeMounts.subPathExpr: Invalid: must not contain '..'",
    ],
  },
  ofPod(
    'an ephemeral container gets no part of a volume',
    '  volumes: [{name: a}]\n  ephemeralContainers:\n# ^^^^^^^^^^^^^^^^^^^ admission/ephemeral-containers\n  - {name: e, image: x, volumeMounts: [{name: a, mountPath: /a, subPath: x}]}\n#                                                               ^^^^^^^ admission/not-in-this-container\n',
    'spec.ephemeralContainers: Forbidden: cannot be set on create',
    'spec.ephemeralContainers[0].volumeMounts[0].subPath: Forbidden: cannot be set for an Ephemeral Container',
  ),
  ofPod(
    'an init container that ends is not asked while it runs, a sidecar is',
    '  initContainers:\n  - {name: a, image: x, restartPolicy: Always, lifecycle: {}, startupProbe: {}}\n  - {name: b, image: x, lifecycle: {}, readinessProbe: {}}\n#                       ^^^^^^^^^ admission/not-in-this-container\n#                                      ^^^^^^^^^^^^^^ admission/not-in-this-container\n',
    'spec.initContainers[1].lifecycle: Forbidden: may not be set for init containers without restartPolicy=Always',
    'spec.initContainers[1].readinessProbe: Forbidden: may not be set for init containers without restartPolicy=Always',
  ),
  {
    rule: 'ways of the whole pod are words',
    annotated: podText({
      spec: '  restartPolicy: always\n#                ^^^^^^ admission/unsupported-value -> Always\n  dnsPolicy: clusterfirst\n#            ^^^^^^^^^^^^ admission/unsupported-value -> ClusterFirst\n',
      container: '    imagePullPolicy: IfNotThere\n#                    ^^^^^^^^^^ admission/unsupported-value\n',
    }),
    says: [
      'spec.restartPolicy: NotSupported: supported values: "Always", "OnFailure", "Never"',
      'spec.dnsPolicy: NotSupported: supported values: "ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"',
      'spec.containers[0].imagePullPolicy: NotSupported: supported values: "Always", "IfNotPresent", "Never"',
    ],
  },
  {
    rule: 'a namespace and the values of labels are words too',
    annotated: podText({}).replace(
      '{name: sample}\n',
      '{name: sample, namespace: My_Own, labels: {a: b c, d: "", e: f_G.1}}\n#                                   ^^^^^^ admission/name-characters\n#                                                       ^^^ admission/label-value\n',
    ),
    says: [`metadata.namespace: Invalid: ${label}`, `metadata.labels.a: Invalid: ${labelValue}`],
  },
];

describe('the API server wants:', () => {
  test.each(cases)('$rule', ({ annotated, says }) => {
    const text = plainYaml(annotated);
    const refusals = refusalsIn(text);
    expect(annotate(text, refusals)).toBe(annotated);
    const words = refusals.map(({ path, type, detail }) => `${path}: ${type}: ${detail}`);
    expect(words.toSorted()).toEqual([...says].sort());
    expect(refusals.every(({ severity }) => severity === 'error')).toBe(true);
  });
});

/** What looks as if it were refused. */
const admitted: readonly (readonly [what: string, text: string])[] = [
  ['the smallest pod', podText({})],
  ['generateName in place of a name', podText({}).replace('name: sample', 'generateName: sample-')],
  [
    'SYS_ADMIN beside no escalation',
    podText({
      container: '    securityContext: {allowPrivilegeEscalation: false, capabilities: {add: [SYS_ADMIN, ALL]}}\n',
    }),
  ],
  [
    'capabilities of nobody',
    podText({ container: '    securityContext: {capabilities: {add: [foo, bar], drop: [all]}}\n' }),
  ],
  ['non-root that is root', podText({ spec: '  securityContext: {runAsNonRoot: true, runAsUser: 0}\n' })],
  [
    'an empty seccomp file name',
    podText({ spec: '  securityContext: {seccompProfile: {type: Localhost, localhostProfile: ""}}\n' }),
  ],
  [
    'an AppArmor name like a path',
    podText({ spec: '  securityContext: {appArmorProfile: {type: Localhost, localhostProfile: /a/../b}}\n' }),
  ],
  [
    'privileged in a user namespace',
    podText({
      spec: '  hostUsers: false\n',
      container: '    securityContext: {privileged: true, procMount: Unmasked}\n',
    }),
  ],
  [
    'a hostPath in a user namespace',
    podText({ spec: '  hostUsers: false\n  volumes: [{name: a, hostPath: {path: /}}]\n' }),
  ],
  [
    'a user beyond the user namespace',
    podText({ spec: '  hostUsers: false\n  securityContext: {runAsUser: 70000}\n' }),
  ],
  [
    'an unsafe sysctl',
    podText({
      spec: '  securityContext: {sysctls: [{name: kernel.hostname}, {name: net.core.somaxconn, value: "1"}]}\n',
    }),
  ],
  ['hostPID alone', podText({ spec: '  hostPID: true\n  hostIPC: true\n  hostNetwork: true\n' })],
  ['windowsOptions with no os', podText({ spec: '  securityContext: {windowsOptions: {}}\n' })],
  [
    'runAsNonRoot on Windows',
    podText({ spec: '  os: {name: windows}\n  hostNetwork: true\n  securityContext: {runAsNonRoot: true}\n' }),
  ],
  [
    'Bidirectional in a privileged container',
    podText({
      spec: '  volumes: [{name: a}]\n',
      container:
        '    securityContext: {privileged: true}\n    volumeMounts: [{name: a, mountPath: /a, mountPropagation: Bidirectional}]\n',
    }),
  ],
];

test.each(admitted)('%s is admitted', (_, text) => {
  expect(refusalsIn(text)).toEqual([]);
});

test('a name that is a number is not missed a second time', () => {
  expect(refusalsIn(podText({}).replace('name: app', 'name: 7'))).toEqual([]);
});

test('the claim templates of a StatefulSet are volumes too', () => {
  const text = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  selector: {matchLabels: {app: db}}
  volumeClaimTemplates: [{metadata: {name: data}, spec: {}}]
  template:
    metadata: {labels: {app: db}}
    spec:
      containers: [{name: db, image: x, volumeMounts: [{name: data, mountPath: /data}, {name: tmp, mountPath: /tmp}]}]
`;
  expect(refusalsIn(text).map(({ path, type }) => `${path} ${type}`)).toEqual([
    'spec.containers[0].volumeMounts[1].name NotFound',
  ]);
});

test('a template may not hold ephemeral containers at all', () => {
  const inner = '{containers: [{name: a, image: b}], ephemeralContainers: [{name: e, image: x}]}';
  const text = `{apiVersion: batch/v1, kind: Job, metadata: {name: a}, spec: {template: {spec: {restartPolicy: Never, ${inner.slice(1)}}}}`;
  expect(refusalsIn(text).map(({ detail }) => detail)).toEqual(['ephemeral containers not allowed in pod template']);
});

test('an AppArmor name has its limit', () => {
  const named = (length: number) =>
    refusalsIn(
      podText({
        spec: `  securityContext: {appArmorProfile: {type: Localhost, localhostProfile: ${'a'.repeat(length)}}}\n`,
      }),
    );
  expect(named(4095)).toEqual([]);
  expect(named(4096).map(({ code, type }) => [code, type])).toEqual([['admission/profile-name', 'TooLong']]);
});

describe('a workload asks of its template', () => {
  interface Shape {
    readonly kind: string;
    readonly spec?: object;
    readonly labels?: object;
    readonly restartPolicy?: string;
  }
  const apiVersions: Readonly<Record<string, string>> = { Job: 'batch/v1', CronJob: 'batch/v1', PodTemplate: 'v1' };
  const ofWorkload = ({ kind, spec, labels = { app: 'a' }, ...pod }: Shape): string[] => {
    const containers = [{ name: 'a', image: 'b' }];
    const template = { metadata: { labels }, spec: { containers, ...pod } };
    const inner = { ...spec, template };
    const body = kind === 'CronJob' ? { schedule: '@daily', jobTemplate: { spec: inner } } : inner;
    const apiVersion = kind === 'ReplicationController' ? 'v1' : (apiVersions[kind] ?? 'apps/v1');
    const whole = kind === 'PodTemplate' ? { template } : { spec: body };
    const refusals = refusalsIn(JSON.stringify({ apiVersion, kind, metadata: { name: 'a' }, ...whole }));
    return refusals.map(({ code, path, type, detail }) => `${code} ${path}: ${type}: ${detail}`);
  };
  const selector = { matchLabels: { app: 'a' } };
  const by = (key: string, operator: string, ...values: readonly string[]): object => ({
    selector: { matchExpressions: [{ key, operator, values }] },
  });
  const notSaid = 'admission/never-ends spec.restartPolicy: Required: valid values: "OnFailure", "Never"';
  const always = 'admission/unsupported-value spec.restartPolicy: NotSupported: supported values: "Always"';
  const notFound = 'admission/selector metadata.labels: Invalid: `selector` does not match template `labels`';

  const isEmpty = (kind: string): string =>
    `admission/selector-empty spec.selector: Invalid: empty selector is invalid for ${kind}`;

  test.each<[what: string, shape: Shape, says: readonly string[]]>([
    ['an end, of a Job', { kind: 'Job' }, [notSaid]],
    ['an end, of a CronJob', { kind: 'CronJob', restartPolicy: 'Always' }, [notSaid]],
    ['which may be either', { kind: 'Job', restartPolicy: 'Never' }, []],
    ['or the other', { kind: 'CronJob', restartPolicy: 'OnFailure' }, []],
    ['no end, of a Deployment', { kind: 'Deployment', spec: { selector }, restartPolicy: 'Never' }, [always]],
    ['no end, of a StatefulSet', { kind: 'StatefulSet', spec: { selector }, restartPolicy: 'OnFailure' }, [always]],
    ['no end, which is the default', { kind: 'DaemonSet', spec: { selector }, restartPolicy: '' }, []],
    ['nothing, of a PodTemplate', { kind: 'PodTemplate', restartPolicy: 'Never' }, []],
    ['labels to find it by', { kind: 'ReplicaSet', spec: { selector }, labels: { app: 'b' } }, [notFound]],
    ['and may have more', { kind: 'ReplicaSet', spec: { selector }, labels: { app: 'a', tier: 'b' } }, []],
    ['plain ones too', { kind: 'ReplicationController', spec: { selector: { app: 'b' } } }, [notFound]],
    ['or none', { kind: 'ReplicationController' }, []],
    ['some to find it by', { kind: 'Deployment', spec: { selector: {} } }, [isEmpty('deployment')]],
    [
      'some, whatever is written',
      { kind: 'StatefulSet', spec: { selector: { matchLabels: {}, matchExpressions: [] } } },
      [isEmpty('statefulset')],
    ],
    ['some, of a DaemonSet', { kind: 'DaemonSet', spec: { selector: {} } }, [isEmpty('daemonset')]],
    ["some, in another's words", { kind: 'ReplicaSet', spec: { selector: {} } }, [isEmpty('deployment')]],
    ['none, of the oldest', { kind: 'ReplicationController', spec: { selector: {} } }, []],
    ['one of several', { kind: 'Deployment', spec: by('app', 'In', 'b', 'a') }, []],
    ['none of several', { kind: 'Deployment', spec: by('app', 'NotIn', 'b', 'a') }, [notFound]],
    ['a key', { kind: 'Deployment', spec: by('tier', 'Exists') }, [notFound]],
    ['no such key', { kind: 'Deployment', spec: by('app', 'DoesNotExist') }, [notFound]],
    ['no other value', { kind: 'Deployment', spec: by('tier', 'NotIn', 'b') }, []],
  ])('%s', (_, shape, says) => {
    expect(ofWorkload(shape)).toEqual(says);
  });

  test('an empty selector is told where it stands', () => {
    const text = `kind: Deployment
apiVersion: apps/v1
metadata: {name: a}
spec:
  selector: {}
  template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: b}]}}`;
    expect(refusalsIn(text).map(({ span }) => text.slice(span.start - 'selector: '.length, span.end))).toEqual([
      'selector: {}',
    ]);
  });
});
