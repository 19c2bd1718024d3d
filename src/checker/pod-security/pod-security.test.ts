/**
 * Each check with one tweak of the smallest pod that its level admits, as upstream tests do: the tweak, and what is said of it.
 * `baseline` starts from a pod without security contexts, `restricted` from the smallest one that restricted admits.
 * Long because its two tables tweak the same pods and are counted: each check has to stand in both, and each code in the first.
 */
import { describe, expect, test } from 'vitest';
import { deploymentOf, pod, sourceOf, type Plain } from '../../../tests/support/pods.ts';
import { analyse } from '../analyse.ts';
import { safeSysctls } from '../facts/sysctls.ts';
import { defaultWorld } from '../facts/default-world.ts';
import { checks } from './checks.ts';
import { explainViolation } from './explain-violation.ts';
import type { PodSecurityCodes } from './messages.ts';
import { podSecurityOf, readPodSecurityVersion } from './pod-security.ts';
import type { CheckId, LevelResult, PodSecurityVersion, PolicyLevel, Violation } from './violation.ts';

interface Tweak {
  readonly spec?: Plain;
  readonly podContext?: Plain;
  readonly container?: Plain;
  readonly context?: Plain;
  readonly annotations?: Plain;
}

const starts: Readonly<Record<PolicyLevel, Tweak>> = {
  baseline: {},
  restricted: {
    podContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    context: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
  },
};

function tweaked(level: PolicyLevel, { spec, podContext, container, context, annotations }: Tweak): Plain {
  const start = starts[level];
  const written = pod({
    podContext: { ...start.podContext, ...podContext },
    context: { ...start.context, ...context },
    ...(spec !== undefined && { spec }),
    ...(container !== undefined && { container }),
  });
  return { ...written, metadata: { name: 'sample', ...(annotations !== undefined && { annotations }) } };
}

function resultOf(document: Plain, level: PolicyLevel, version: PodSecurityVersion): LevelResult {
  const read = analyse([sourceOf(document)], defaultWorld).documents[0]?.pod;
  if (read == null) throw new Error('the document of this test makes no pod');
  return podSecurityOf(read, version)[level];
}

const violationsOf = (...asked: Parameters<typeof resultOf>): readonly Violation[] => resultOf(...asked).violations;

const told = (violations: readonly Violation[]) =>
  violations.map(({ id, container, path, code }) => `${id}: ${container ?? 'pod'} ${path} ${code}`);

interface Case {
  readonly level: PolicyLevel;
  readonly what: string;
  readonly tweak: Tweak;
  /** `id`, then the path, counted from the container where it starts with a dot. Empty: it passes. */
  readonly says: readonly string[];
  readonly version?: PodSecurityVersion;
}

const passes = (level: PolicyLevel, what: string, tweak: Tweak, version: PodSecurityVersion = 'v1.35'): Case => ({
  level,
  what,
  tweak,
  says: [],
  version,
});
const stops = (level: PolicyLevel, what: string, tweak: Tweak, ...says: readonly string[]): Case => ({
  level,
  what,
  tweak,
  says,
});
const at = (version: PodSecurityVersion, row: Case): Case => ({ ...row, version });

const seccomp = (type: string) => ({ seccompProfile: { type } });
const apparmor = (type: string) => ({ appArmorProfile: { type } });
const selinux = (options: Plain) => ({ seLinuxOptions: options });
const annotated = (key: string, value: string) => ({
  annotations: { [`container.apparmor.security.beta.kubernetes.io/${key}`]: value },
});
const oldSeccomp = (key: string, value: string) => ({ annotations: { [key]: value } });
const sysctl = (name: string) => ({ podContext: { sysctls: [{ name, value: '1' }] } });
const volume = (source: Plain) => ({ spec: { volumes: [{ name: 'v', ...source }] } });
const inUserNamespace = (tweak: Tweak): Tweak => ({ ...tweak, spec: { ...tweak.spec, hostUsers: false } });
const onWindows = (tweak: Tweak): Tweak => ({ ...tweak, spec: { ...tweak.spec, os: { name: 'windows' } } });
const elsewhere = (list: string, context: Plain): Tweak => ({
  spec: {
    [list]: [{ name: 'other', image: 'x', securityContext: { ...starts.restricted.context, ...context } }],
  },
});

const cases: readonly Case[] = [
  passes('baseline', 'nothing written', {}),
  passes('restricted', 'the least that restricted wants', {}),
  passes('restricted', 'the same in every version', {}, 'v1.0'),
  passes('restricted', 'what the standards do not look at', {
    podContext: { fsGroup: 0, supplementalGroups: [0], runAsGroup: 0, runAsUser: 1 },
    context: { readOnlyRootFilesystem: false },
    spec: { shareProcessNamespace: true },
  }),

  stops('baseline', 'network of the node', { spec: { hostNetwork: true } }, 'hostNamespaces spec.hostNetwork'),
  stops('baseline', 'processes of the node', { spec: { hostPID: true } }, 'hostNamespaces spec.hostPID'),
  stops('baseline', 'IPC of the node', { spec: { hostIPC: true } }, 'hostNamespaces spec.hostIPC'),
  passes('baseline', 'none of them, written out', { spec: { hostNetwork: false, hostPID: false, hostIPC: false } }),

  stops('baseline', 'privileged', { context: { privileged: true } }, 'privileged .securityContext.privileged'),
  passes('baseline', 'not privileged, written out', { context: { privileged: false } }),

  stops(
    'baseline',
    'a capability beyond the default ones',
    { context: { capabilities: { add: ['CHOWN', 'NET_RAW'] } } },
    'capabilities_baseline .securityContext.capabilities.add[1]',
  ),
  stops(
    'baseline',
    'a default one with its prefix, or in small letters',
    { context: { capabilities: { add: ['CAP_CHOWN', 'chown'] } } },
    'capabilities_baseline .securityContext.capabilities.add[0]',
    'capabilities_baseline .securityContext.capabilities.add[1]',
  ),
  stops(
    'baseline',
    'a capability under a user namespace of its own: no relief',
    inUserNamespace({ context: { capabilities: { add: ['SYS_ADMIN'] } } }),
    'capabilities_baseline .securityContext.capabilities.add[0]',
  ),
  ...[
    ['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD'],
    ['NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
  ].map((add) => passes('baseline', `the default ones, ${add.join(' ')}`, { context: { capabilities: { add } } })),
  stops(
    'restricted',
    'ALL not dropped',
    { context: { capabilities: { drop: ['all', 'NET_RAW'] } } },
    'capabilities_restricted .securityContext.capabilities.drop',
  ),
  stops(
    'restricted',
    'more than a port added',
    { context: { capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE', 'CHOWN'] } } },
    'capabilities_restricted .securityContext.capabilities.add[1]',
  ),
  passes('restricted', 'a port added', {
    context: { capabilities: { drop: ['X', 'ALL'], add: ['NET_BIND_SERVICE'] } },
  }),
  passes('restricted', 'nothing dropped, on Windows', onWindows({ context: { capabilities: {} } })),
  at(
    'v1.24',
    stops(
      'restricted',
      'nothing dropped, on Windows, before 1.25',
      onWindows({ context: { capabilities: {} } }),
      'capabilities_restricted .securityContext.capabilities.drop',
    ),
  ),
  passes('restricted', 'nothing dropped, before 1.22', { context: { capabilities: {} } }, 'v1.21'),
  at(
    'v1.21',
    stops(
      'restricted',
      'baseline speaks of capabilities where restricted does not yet',
      { context: { capabilities: { add: ['NET_RAW'] } } },
      'capabilities_baseline .securityContext.capabilities.add[0]',
    ),
  ),

  stops(
    'baseline',
    'a folder of the node',
    volume({ hostPath: { path: '/' } }),
    'hostPathVolumes spec.volumes[0].hostPath',
  ),
  passes('baseline', 'another kind of volume', volume({ nfs: { server: 's', path: '/' } })),
  stops(
    'restricted',
    'a folder of the node: told once, by the stricter check',
    volume({ hostPath: { path: '/' } }),
    'restrictedVolumes spec.volumes[0].hostPath',
  ),
  stops('restricted', 'a server reached directly', volume({ nfs: {} }), 'restrictedVolumes spec.volumes[0].nfs'),
  ...['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image', 'projected', 'secret'].map((source) =>
    passes('restricted', `a volume of kind ${source}`, volume({ [source]: {} })),
  ),
  passes('restricted', 'a claim', volume({ persistentVolumeClaim: { claimName: 'c' } })),
  passes('restricted', 'a volume without a source, which is an emptyDir', volume({})),

  stops(
    'baseline',
    'a port of the node',
    { container: { ports: [{ containerPort: 80 }, { containerPort: 80, hostPort: 8080 }] } },
    'hostPorts .ports[1].hostPort',
  ),
  passes('baseline', 'no port of the node', { container: { ports: [{ containerPort: 80, hostPort: 0 }] } }),
  stops(
    'baseline',
    'a port of the node by its network',
    { spec: { hostNetwork: true }, container: { ports: [{ containerPort: 80 }] } },
    'hostNamespaces spec.hostNetwork',
    'hostPorts .ports[0].hostPort',
  ),

  stops(
    'baseline',
    'the network of the node, and a port that nobody has given a number',
    { spec: { hostNetwork: true }, container: { ports: [{ name: 'http' }] } },
    'hostNamespaces spec.hostNetwork',
  ),

  ...['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((probe) => [
    stops(
      'baseline',
      `a host asked by ${probe}`,
      { container: { [probe]: { httpGet: { port: 1, host: '10.0.0.1' } } } },
      `hostProbesAndHostLifecycle .${probe}.httpGet.host`,
    ),
    stops(
      'baseline',
      `a host reached by ${probe}`,
      { container: { [probe]: { tcpSocket: { port: 1, host: '127.0.0.1' } } } },
      `hostProbesAndHostLifecycle .${probe}.tcpSocket.host`,
    ),
  ]),
  ...['postStart', 'preStop'].map((hook) =>
    stops(
      'baseline',
      `a host told by ${hook}`,
      { container: { lifecycle: { [hook]: { httpGet: { port: 1, host: 'h' } } } } },
      `hostProbesAndHostLifecycle .lifecycle.${hook}.httpGet.host`,
    ),
  ),
  passes('baseline', 'a probe of the pod itself', { container: { livenessProbe: { httpGet: { port: 1, host: '' } } } }),
  passes(
    'baseline',
    'a host asked before 1.34',
    { container: { livenessProbe: { httpGet: { port: 1, host: 'h' } } } },
    'v1.33',
  ),

  stops(
    'baseline',
    'no AppArmor',
    { context: apparmor('Unconfined') },
    'appArmorProfile .securityContext.appArmorProfile.type',
  ),
  stops(
    'baseline',
    'no AppArmor at the pod, though the container overrides it',
    { podContext: apparmor('Unconfined'), context: apparmor('RuntimeDefault') },
    'appArmorProfile spec.securityContext.appArmorProfile.type',
  ),
  stops(
    'baseline',
    'no AppArmor by annotation',
    annotated('app', 'unconfined'),
    'appArmorProfile metadata.annotations[container.apparmor.security.beta.kubernetes.io/app]',
  ),
  ...['', 'runtime/default', 'localhost/mine'].map((value) =>
    passes('baseline', `an AppArmor annotation "${value}"`, annotated('app', value)),
  ),
  passes('baseline', 'a profile of the node', {
    context: { appArmorProfile: { type: 'Localhost', localhostProfile: 'mine' } },
  }),

  stops(
    'baseline',
    'an SELinux type not made for containers',
    { context: selinux({ type: 'spc_t' }) },
    'seLinuxOptions .securityContext.seLinuxOptions.type',
  ),
  stops(
    'baseline',
    'an SELinux user and role',
    { podContext: selinux({ user: 'u', role: 'r' }) },
    'seLinuxOptions spec.securityContext.seLinuxOptions.user',
    'seLinuxOptions spec.securityContext.seLinuxOptions.role',
  ),
  ...['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'].map((type) =>
    passes('baseline', `SELinux type "${type}"`, { podContext: selinux({ type, level: 's0:c1' }) }),
  ),
  at(
    'v1.30',
    stops(
      'baseline',
      'container_engine_t before 1.31',
      { podContext: selinux({ type: 'container_engine_t' }) },
      'seLinuxOptions spec.securityContext.seLinuxOptions.type',
    ),
  ),

  stops('baseline', 'unmasked /proc', { context: { procMount: 'Unmasked' } }, 'procMount .securityContext.procMount'),
  passes('baseline', 'masked /proc, written out', { context: { procMount: 'Default' } }),
  passes('baseline', 'unmasked in a user namespace', inUserNamespace({ context: { procMount: 'Unmasked' } })),
  at(
    'v1.34',
    stops(
      'baseline',
      'unmasked in a user namespace, before 1.35',
      inUserNamespace({ context: { procMount: 'Unmasked' } }),
      'procMount .securityContext.procMount',
    ),
  ),
  stops(
    'restricted',
    'unmasked, whatever the user namespace',
    inUserNamespace({ context: { procMount: 'Unmasked' } }),
    'procMount_restricted .securityContext.procMount',
  ),
  at(
    'v1.34',
    stops(
      'restricted',
      'unmasked, when baseline alone had a word on it',
      { context: { procMount: 'Unmasked' } },
      'procMount .securityContext.procMount',
    ),
  ),

  stops(
    'baseline',
    'no filter at the pod, though the container overrides it',
    { podContext: seccomp('Unconfined'), context: seccomp('RuntimeDefault') },
    'seccompProfile_baseline spec.securityContext.seccompProfile.type',
  ),
  stops(
    'baseline',
    'no filter at the container',
    { context: seccomp('Unconfined') },
    'seccompProfile_baseline .securityContext.seccompProfile.type',
  ),
  ...(['baseline', 'restricted'] as const).map((level) =>
    passes(level, 'a filter of the node', {
      podContext: { seccompProfile: { type: 'Localhost', localhostProfile: 'mine' } },
    }),
  ),
  passes('baseline', 'fields before they were looked at', { context: seccomp('Unconfined') }, 'v1.18'),
  at(
    'v1.18',
    stops(
      'baseline',
      'no filter by annotation of the pod',
      oldSeccomp('seccomp.security.alpha.kubernetes.io/pod', 'unconfined'),
      'seccompProfile_baseline metadata.annotations[seccomp.security.alpha.kubernetes.io/pod]',
    ),
  ),
  at(
    'v1.18',
    stops(
      'baseline',
      'no filter by annotation of a container',
      oldSeccomp('container.seccomp.security.alpha.kubernetes.io/app', ''),
      'seccompProfile_baseline metadata.annotations[container.seccomp.security.alpha.kubernetes.io/app]',
    ),
  ),
  ...['runtime/default', 'docker/default', 'localhost/mine'].map((value) =>
    passes('baseline', `a filter ${value}`, oldSeccomp('seccomp.security.alpha.kubernetes.io/pod', value), 'v1.18'),
  ),
  passes(
    'baseline',
    'an annotation since there are fields',
    oldSeccomp('seccomp.security.alpha.kubernetes.io/pod', 'unconfined'),
    'v1.19',
  ),
  stops(
    'restricted',
    'no word on seccomp',
    { podContext: { seccompProfile: undefined } },
    'seccompProfile_restricted .securityContext.seccompProfile',
  ),
  stops(
    'restricted',
    'no filter at the pod, though the container overrides it',
    { podContext: seccomp('Unconfined'), context: seccomp('RuntimeDefault') },
    'seccompProfile_restricted spec.securityContext.seccompProfile.type',
  ),
  stops(
    'restricted',
    'no filter at the container',
    { context: seccomp('Unconfined') },
    'seccompProfile_restricted .securityContext.seccompProfile.type',
  ),
  passes('restricted', 'a filter at the container alone', {
    podContext: { seccompProfile: undefined },
    context: seccomp('RuntimeDefault'),
  }),
  passes('restricted', 'no filter on Windows', onWindows({ podContext: seccomp('Unconfined') })),
  passes('restricted', 'no word on seccomp before 1.19', { podContext: { seccompProfile: undefined } }, 'v1.18'),

  stops('baseline', 'a sysctl of the node', sysctl('vm.swappiness'), 'sysctls spec.securityContext.sysctls[0].name'),
  stops(
    'baseline',
    'a safe sysctl written with slashes, which the kubelet takes',
    sysctl('net/ipv4/tcp_syncookies'),
    'sysctls spec.securityContext.sysctls[0].name',
  ),
  passes('baseline', 'a sysctl of the first hour', sysctl('net.ipv4.ping_group_range'), 'v1.0'),

  stops(
    'baseline',
    'a process of the Windows node',
    { podContext: { windowsOptions: { hostProcess: true } } },
    'windowsHostProcess spec.securityContext.windowsOptions.hostProcess',
  ),
  stops(
    'baseline',
    'a process of the Windows node, by container',
    { context: { windowsOptions: { hostProcess: true } } },
    'windowsHostProcess .securityContext.windowsOptions.hostProcess',
  ),
  passes('baseline', 'no such process', { podContext: { windowsOptions: { hostProcess: false } } }),

  stops(
    'restricted',
    'escalation not forbidden',
    { context: { allowPrivilegeEscalation: undefined } },
    'allowPrivilegeEscalation .securityContext.allowPrivilegeEscalation',
  ),
  stops(
    'restricted',
    'escalation allowed',
    { context: { allowPrivilegeEscalation: true } },
    'allowPrivilegeEscalation .securityContext.allowPrivilegeEscalation',
  ),
  passes('restricted', 'escalation before the field', { context: { allowPrivilegeEscalation: undefined } }, 'v1.7'),
  passes('restricted', 'escalation on Windows', onWindows({ context: { allowPrivilegeEscalation: undefined } })),

  stops(
    'restricted',
    'root not excluded',
    { podContext: { runAsNonRoot: undefined } },
    'runAsNonRoot .securityContext.runAsNonRoot',
  ),
  stops(
    'restricted',
    'root let in at the pod, though the container overrides it',
    { podContext: { runAsNonRoot: false }, context: { runAsNonRoot: true } },
    'runAsNonRoot spec.securityContext.runAsNonRoot',
  ),
  stops(
    'restricted',
    'root let in at the container',
    { context: { runAsNonRoot: false } },
    'runAsNonRoot .securityContext.runAsNonRoot',
  ),
  passes('restricted', 'root excluded at the container alone', {
    podContext: { runAsNonRoot: undefined },
    context: { runAsNonRoot: true },
  }),
  stops(
    'restricted',
    'root not excluded on Windows: no relief',
    onWindows({ podContext: { runAsNonRoot: undefined } }),
    'runAsNonRoot .securityContext.runAsNonRoot',
  ),
  passes(
    'restricted',
    'root in a user namespace',
    inUserNamespace({ podContext: { runAsNonRoot: false, runAsUser: 0 } }),
  ),
  at(
    'v1.34',
    stops(
      'restricted',
      'root in a user namespace, before 1.35',
      inUserNamespace({ podContext: { runAsNonRoot: false, runAsUser: 0 } }),
      'runAsNonRoot spec.securityContext.runAsNonRoot',
      'runAsUser spec.securityContext.runAsUser',
    ),
  ),

  stops('restricted', 'root by number', { context: { runAsUser: 0 } }, 'runAsUser .securityContext.runAsUser'),
  stops(
    'restricted',
    'root by number at the pod, though the container overrides it',
    { podContext: { runAsUser: 0 }, context: { runAsUser: 1000 } },
    'runAsUser spec.securityContext.runAsUser',
  ),
  passes('restricted', 'another user', { context: { runAsUser: 1 } }),
  passes('restricted', 'root by number before 1.23', { context: { runAsUser: 0 } }, 'v1.22'),

  ...['initContainers', 'ephemeralContainers'].map((list) =>
    stops(
      'restricted',
      `the same in ${list}`,
      elsewhere(list, { privileged: true, runAsNonRoot: false }),
      `privileged other spec.${list}[0].securityContext.privileged`,
      `runAsNonRoot other spec.${list}[0].securityContext.runAsNonRoot`,
    ),
  ),
];

describe('a pod with one tweak', () => {
  test.each(cases)('$level: $what', ({ level, tweak, says, version = 'v1.35' }) => {
    const { allowed, violations } = resultOf(tweaked(level, tweak), level, version);
    const short = violations.map(({ id, container, path }) => {
      const ofContainer = container === 'app' ? path.replace('spec.containers[0]', '') : path;
      return container === null || container === 'app' ? `${id} ${ofContainer}` : `${id} ${container} ${path}`;
    });
    expect(short).toEqual(says);
    expect(allowed).toBe(says.length === 0);
  });

  test('every check stops one, and lets one pass', () => {
    const stopping = new Set(cases.flatMap(({ says }) => says.map((line) => line.split(' ')[0])));
    expect(checks.map(({ id }) => id).filter((id) => !stopping.has(id))).toEqual([]);
  });
});

describe('a workload', () => {
  const inner = pod({ spec: { hostNetwork: true }, container: { ports: [{ containerPort: 80 }] } });

  test('is judged by its template, where no port is filled in', () => {
    expect(told(violationsOf(deploymentOf(inner), 'baseline', 'v1.35'))).toEqual([
      'hostNamespaces: pod spec.hostNetwork pod-security/host-namespace',
    ]);
    expect(violationsOf(inner, 'baseline', 'v1.35').map(({ code }) => code)).toContain(
      'pod-security/host-port-by-network',
    );
  });
});

describe('a violation', () => {
  const text = `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
  - name: app
    image: x
    securityContext: {runAsUser: 0}
`;
  const [document] = analyse([{ file: 'pod.yaml', text, language: 'kubernetes' }], defaultWorld).documents;
  const { violations } = podSecurityOf(document!.pod!, 'v1.35').restricted;
  const textAt = (id: CheckId) => {
    const { span } = violations.find((violation) => violation.id === id)!;
    return text.slice(span.start, span.end);
  };

  test('points at its field', () => {
    expect(textAt('runAsUser')).toBe('runAsUser: 0');
  });

  test('of a field that is missing points at what would hold it', () => {
    expect(textAt('allowPrivilegeEscalation')).toBe('securityContext');
  });

  test('is told in a sentence of its own code', () => {
    const said = cases.flatMap(({ level, tweak, version = 'v1.35' }) =>
      violationsOf(tweaked(level, tweak), level, version).map((violation) => [
        violation.code,
        explainViolation(violation).what,
      ]),
    );
    // Of each code the sentence that it has first.
    expect(Object.fromEntries(said.toReversed())).toEqual({
      'pod-security/host-namespace': '`hostNetwork: true` puts the pod into a namespace of the node.',
      'pod-security/privileged': '`privileged: true` takes nearly every wall away.',
      'pod-security/capability-added': '`NET_RAW` is none of the capabilities that may be added.',
      'pod-security/host-path': 'Volume `v` is a `hostPath`.',
      'pod-security/host-port': 'Port 8080 of the node is taken.',
      'pod-security/host-port-by-network': 'Port 80 of the node is taken, though nobody wrote `hostPort`.',
      'pod-security/host-of-handler': 'The kubelet is sent to `10.0.0.1`.',
      'pod-security/apparmor-profile':
        '`appArmorProfile` of type `Unconfined` is neither `RuntimeDefault` nor `Localhost`.',
      'pod-security/apparmor-annotation': 'The AppArmor annotation says `unconfined`.',
      'pod-security/selinux-type': '`spc_t` is none of the SELinux types that a pod may ask for.',
      'pod-security/selinux-identity': '`seLinuxOptions` sets a `user`.',
      'pod-security/proc-mount': '`procMount` is `Unmasked`, not `Default`.',
      'pod-security/seccomp-profile':
        '`seccompProfile` of type `Unconfined` is neither `RuntimeDefault` nor `Localhost`.',
      'pod-security/seccomp-annotation': 'The seccomp annotation says `unconfined`.',
      'pod-security/sysctl': '`vm.swappiness` is none of the sysctls that a pod may set.',
      'pod-security/host-process': '`hostProcess: true` runs on the Windows node itself.',
      'pod-security/volume-source': 'Volume `v` is of kind `hostPath`.',
      'pod-security/escalation-open': '`allowPrivilegeEscalation` is not false.',
      'pod-security/root-not-excluded': '`runAsNonRoot` is written neither here nor at the pod.',
      'pod-security/root-allowed': '`runAsNonRoot: false` lets the image choose root.',
      'pod-security/root-user': '`runAsUser: 0` is root.',
      'pod-security/no-seccomp-profile': '`seccompProfile` is written neither here nor at the pod.',
      'pod-security/all-not-dropped': '`capabilities.drop` does not hold `ALL`.',
      'pod-security/capability-beyond-port': '`CHOWN` is added.',
    } satisfies Record<keyof PodSecurityCodes, string>);
  });
});

interface Spell {
  readonly level: PolicyLevel;
  readonly id: CheckId;
  readonly tweak: Tweak;
  /** The first and the last minor version in which the check stops the pod, or the check passes to another. Else: all. */
  readonly from?: number;
  readonly to?: number;
  readonly what?: string;
}

const newest = 36;

const unmasked: Tweak = { context: { procMount: 'Unmasked' } };
const addsRaw: Tweak = { context: { capabilities: { drop: ['ALL'], add: ['NET_RAW'] } } };
const annotatedUnconfined = oldSeccomp('seccomp.security.alpha.kubernetes.io/pod', 'unconfined');
const asksHost: Tweak = { container: { startupProbe: { tcpSocket: { port: 1, host: 'h' } } } };
const escalates: Tweak = { context: { allowPrivilegeEscalation: true } };
const asRoot: Tweak = { podContext: { runAsUser: 0, runAsNonRoot: false } };
const unfiltered: Tweak = { podContext: seccomp('Unconfined') };
const ofNode = volume({ hostPath: { path: '/' } });

const spells: readonly Spell[] = [
  ...(['baseline', 'restricted'] as const).flatMap((level): readonly Spell[] => [
    { level, id: 'hostNamespaces', tweak: { spec: { hostIPC: true } } },
    { level, id: 'privileged', tweak: { context: { privileged: true } } },
    { level, id: 'hostPorts', tweak: { container: { ports: [{ containerPort: 1, hostPort: 1 }] } } },
    { level, id: 'hostProbesAndHostLifecycle', tweak: asksHost, from: 34 },
    { level, id: 'appArmorProfile', tweak: { context: apparmor('Unconfined') } },
    { level, id: 'seLinuxOptions', tweak: { podContext: selinux({ type: 'spc_t' }) } },
    { level, id: 'sysctls', tweak: sysctl('vm.swappiness') },
    { level, id: 'windowsHostProcess', tweak: { podContext: { windowsOptions: { hostProcess: true } } } },
    { level, id: 'seccompProfile_baseline', tweak: annotatedUnconfined, to: 18, what: 'by annotation' },
  ]),
  { level: 'baseline', id: 'capabilities_baseline', tweak: addsRaw },
  { level: 'restricted', id: 'capabilities_baseline', tweak: addsRaw, to: 21 },
  { level: 'restricted', id: 'capabilities_restricted', tweak: addsRaw, from: 22 },
  {
    level: 'restricted',
    id: 'capabilities_restricted',
    tweak: onWindows(addsRaw),
    from: 22,
    to: 24,
    what: 'on Windows',
  },
  { level: 'baseline', id: 'hostPathVolumes', tweak: ofNode },
  {
    level: 'restricted',
    id: 'hostPathVolumes',
    tweak: ofNode,
    from: 1,
    to: 0,
    what: 'never, since another stands in for it',
  },
  { level: 'restricted', id: 'restrictedVolumes', tweak: ofNode },
  { level: 'baseline', id: 'procMount', tweak: unmasked },
  { level: 'baseline', id: 'procMount', tweak: inUserNamespace(unmasked), to: 34, what: 'in a user namespace' },
  { level: 'restricted', id: 'procMount', tweak: unmasked, to: 34 },
  {
    level: 'restricted',
    id: 'procMount_restricted',
    tweak: inUserNamespace(unmasked),
    from: 35,
    what: 'in a user namespace too',
  },
  { level: 'baseline', id: 'seccompProfile_baseline', tweak: unfiltered, from: 19, what: 'by field' },
  { level: 'restricted', id: 'seccompProfile_restricted', tweak: unfiltered, from: 19 },
  {
    level: 'restricted',
    id: 'seccompProfile_restricted',
    tweak: onWindows(unfiltered),
    from: 19,
    to: 24,
    what: 'on Windows',
  },
  { level: 'restricted', id: 'allowPrivilegeEscalation', tweak: escalates, from: 8 },
  {
    level: 'restricted',
    id: 'allowPrivilegeEscalation',
    tweak: onWindows(escalates),
    from: 8,
    to: 24,
    what: 'on Windows',
  },
  { level: 'restricted', id: 'runAsNonRoot', tweak: asRoot },
  { level: 'restricted', id: 'runAsNonRoot', tweak: onWindows(asRoot), what: 'on Windows too' },
  { level: 'restricted', id: 'runAsNonRoot', tweak: inUserNamespace(asRoot), to: 34, what: 'in a user namespace' },
  { level: 'restricted', id: 'runAsUser', tweak: asRoot, from: 23 },
  {
    level: 'restricted',
    id: 'runAsUser',
    tweak: inUserNamespace(asRoot),
    from: 23,
    to: 34,
    what: 'in a user namespace',
  },
  ...Object.entries({
    'kernel.shm_rmid_forced': 0,
    'net.ipv4.ip_local_port_range': 0,
    'net.ipv4.ip_unprivileged_port_start': 0,
    'net.ipv4.tcp_syncookies': 0,
    'net.ipv4.ping_group_range': 0,
    'net.ipv4.ip_local_reserved_ports': 27,
    'net.ipv4.tcp_keepalive_time': 29,
    'net.ipv4.tcp_fin_timeout': 29,
    'net.ipv4.tcp_keepalive_intvl': 29,
    'net.ipv4.tcp_keepalive_probes': 29,
    'net.ipv4.tcp_rmem': 32,
    'net.ipv4.tcp_wmem': 32,
    'net.ipv4.tcp_notsent_lowat': 37,
  }).map(([name, since]): Spell => {
    return { level: 'baseline', id: 'sysctls', tweak: sysctl(name), to: since - 1, what: `until ${name} is allowed` };
  }),
  ...Object.entries({ '': 0, container_t: 0, container_init_t: 0, container_kvm_t: 0, container_engine_t: 31 }).map(
    ([type, since]): Spell => ({
      level: 'baseline',
      id: 'seLinuxOptions',
      tweak: { context: selinux({ type }) },
      to: since - 1,
      what: `until the type "${type}" is allowed`,
    }),
  ),
];

describe('a check is in force', () => {
  const rows = spells.map((spell) => ({ from: 0, to: newest, what: '', ...spell }));

  test.each(rows)('$level $id: 1.$from to 1.$to $what', ({ level, id, tweak, from, to }) => {
    const document = tweaked(level, tweak);
    const minors = Array.from({ length: newest + 1 }, (_, minor) => minor);
    const stopped = minors.filter((minor) =>
      violationsOf(document, level, `v1.${minor}`).some((found) => found.id === id),
    );
    expect(stopped).toEqual(minors.filter((minor) => from <= minor && minor <= to));
  });

  test('or one edition of it, each shown above', () => {
    const shown = new Set(spells.map(({ id }) => id));
    expect(checks.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });
});

test.each([
  ['a sysctl', sysctl('net.ipv4.tcp_rmem'), 'It is allowed since policy version `v1.32`.'],
  ['a sysctl of no version', sysctl('vm.swappiness'), 'Allowed are those that stay inside the pod'],
  [
    'an SELinux type',
    { podContext: selinux({ type: 'container_engine_t' }) },
    'It is allowed since policy version `v1.31`.',
  ],
  ['a type of no version', { podContext: selinux({ type: 'spc_t' }) }, 'The type decides what the kernel lets'],
])('%s that came later is told with its version', (_, tweak, why) => {
  const [violation] = violationsOf(tweaked('baseline', tweak), 'baseline', 'v1.30');
  expect(explainViolation(violation!).why).toContain(why);
});

describe('versions', () => {
  test.each([
    ['v1.0', 'v1.0'],
    ['1.35', 'v1.35'],
    ['v1.36', 'v1.36'],
    ['v1.37', null],
    ['latest', null],
    ['v1.05', null],
    ['v2.1', null],
    ['', null],
  ])('%s is %s', (text, version) => {
    expect(readPodSecurityVersion(text)).toBe(version);
  });

  test('of each check come in their order', () => {
    for (const { editions } of checks) {
      const sinces = editions.map(({ since }) => since);
      expect(sinces).toEqual([...new Set(sinces)].sort((a, b) => a - b));
    }
  });

  test('of 1.35 let a pod set what the kubelet thinks safe, and nothing else', () => {
    for (const { name } of safeSysctls)
      expect(violationsOf(tweaked('baseline', sysctl(name)), 'baseline', 'v1.35')).toEqual([]);
  });
});
