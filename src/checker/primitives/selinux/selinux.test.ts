import { describe, expect, it } from 'vitest';
import { pod, type Plain, type PodShape } from '../../../../tests/support/pods.ts';
import { enforcing, labelled, labelledContainers, type Labelled } from '../../../../tests/support/selinux.ts';
import type { Origin } from '../../model/resolved.ts';
import type { SELinuxLevel } from '../../model/selinux.ts';

const options = (parts: Plain): Plain => ({ seLinuxOptions: parts });
const custom = { user: 'staff_u', role: 'staff_r', type: 'container_init_t', level: 's0:c1,c2' };

/** `system_u:system_r:container_t:s0:c1,c2`, and `picked for …` where the runtime picks. */
function inAWord({ seLinux: { label } }: Labelled): string {
  if (label === null) return 'none';
  const { user, role, type, level } = label;
  return [user.value, role.value, type.value, levelInAWord(level.value)].join(':');
}

function levelInAWord(level: SELinuxLevel): string {
  return level.kind === 'written' ? level.text : `picked for ${level.owner}`;
}

function place(origin: Origin | undefined): string {
  if (origin === undefined) return 'nothing';
  if (origin.from === 'default') return 'default';
  if (origin.from === 'implied') return origin.by;
  return 'path' in origin ? origin.path : origin.fact;
}

describe('the label of a container', () => {
  const c = 'system_u:system_r:container_t';
  it.each<[string, PodShape, string]>([
    ['that says nothing', {}, `${c}:picked for default/sample`],
    ['of a pod that writes a level', { podContext: options({ level: 's0:c1,c2' }) }, `${c}:s0:c1,c2`],
    ['that writes all parts', { context: options(custom) }, 'staff_u:staff_r:container_init_t:s0:c1,c2'],
    [
      'that writes a type where the pod writes a level',
      { podContext: options({ level: 's0:c1,c2' }), context: options({ type: 'container_init_t' }) },
      'system_u:system_r:container_init_t:picked for default/sample/app',
    ],
    [
      'that writes a level where the pod writes a type',
      { podContext: options({ type: 'container_init_t' }), context: options({ level: 's0:c5' }) },
      `${c}:s0:c5`,
    ],
    [
      'of a pod that writes a type only',
      { podContext: options({ type: 'container_init_t' }) },
      'system_u:system_r:container_init_t:picked for default/sample/app',
    ],
    [
      'that writes an empty struct is the pod’s',
      { podContext: options(custom), context: options({}) },
      'staff_u:staff_r:container_init_t:s0:c1,c2',
    ],
    [
      'that writes empty parts is the pod’s too',
      { podContext: options({ type: 'container_init_t' }), context: options({ level: '' }) },
      'system_u:system_r:container_init_t:picked for default/sample',
    ],
    ['that is privileged', { context: { privileged: true } }, 'system_u:system_r:spc_t:s0'],
    [
      'that is privileged and writes a type',
      { context: { privileged: true, ...options(custom) } },
      'system_u:system_r:spc_t:s0',
    ],
    ['with hostPID', { spec: { hostPID: true } }, `${c}:picked for default/sample`],
    ['with hostIPC', { spec: { hostIPC: true } }, `${c}:picked for default/sample`],
    ['with hostNetwork', { spec: { hostNetwork: true } }, `${c}:picked for default/sample`],
    ['in a user namespace', { spec: { hostUsers: false } }, `${c}:picked for default/sample`],
  ])('%s', (_name, shape, expected) => {
    expect(inAWord(labelled(shape))).toBe(expected);
  });

  it.each<[string, PodShape, string]>([
    [
      'laid over the pod’s',
      { podContext: options({ level: 's0:c1' }), context: options({ type: 'x_t' }) },
      'x_t:s0:c1',
    ],
    ['with the pod’s pair', { context: options({ type: 'x_t' }) }, 'x_t:picked for default/sample'],
    ['gone with hostPID', { spec: { hostPID: true } }, 'spc_t:s0'],
    ['gone with hostIPC', { spec: { hostIPC: true } }, 'spc_t:s0'],
    ['gone with hostNetwork', { spec: { hostNetwork: true } }, 'spc_t:s0'],
  ])('under CRI-O is %s', (_name, shape, expected) => {
    expect(inAWord(labelled(shape, enforcing({ runtime: 'cri-o' })))).toBe(`system_u:system_r:${expected}`);
  });

  it('is none on a node without SELinux', () => {
    expect(inAWord(labelled({ context: options(custom) }, enforcing({ seLinux: false })))).toBe('none');
  });

  it.each([
    ['nobody told containerd to give any', 'containerd', 'spc_t'],
    ['nobody told CRI-O', 'cri-o', 'container_t'],
  ])('where %s has the type %s gives', (_name, runtime, type) => {
    const { seLinuxLabels: _told, ...node } = enforcing({ runtime }).node;
    expect(labelled({}, { ...enforcing({ runtime }), node }).seLinux.label?.type.value).toBe(type);
  });
});

describe('each part of the label', () => {
  const inContainer = 'spec.containers[0].securityContext.seLinuxOptions';
  const inPod = 'spec.securityContext.seLinuxOptions';
  const both: PodShape = {
    podContext: options({ type: 'container_init_t', level: 's0:c1,c2' }),
    context: options({ type: 'container_t' }),
  };
  it.each<[string, PodShape, 'type' | 'level', string, string]>([
    ['of the container', { context: options(custom) }, 'type', `${inContainer}.type`, 'nothing'],
    ['of the pod', { podContext: options(custom) }, 'level', `${inPod}.level`, 'nothing'],
    ['that beats the pod’s', both, 'type', `${inContainer}.type`, `${inPod}.type`],
    ['that is lost with the pod’s struct', both, 'level', inContainer, `${inPod}.level`],
    ['that the pod’s own struct leaves out', { podContext: options({ type: 'x_t' }) }, 'level', inPod, 'nothing'],
    ['of the runtime', {}, 'type', 'default', 'nothing'],
    ['of the runtime’s pair', {}, 'level', 'default', 'nothing'],
    [
      'that privileged takes away',
      { context: { privileged: true, ...options(custom) } },
      'type',
      'spec.containers[0].securityContext.privileged',
      inContainer,
    ],
  ])('knows the line %s', (_name, shape, part, origin, beaten) => {
    const found = labelled(shape).seLinux.label?.[part];
    expect([place(found?.origin), place(found?.overrode[0])]).toEqual([origin, beaten]);
  });
});

it('the sandbox has the pod’s label, and the pair is the pod’s', () => {
  const shape = { podContext: options({ type: 'container_init_t' }), context: options(custom) };
  const { sandbox } = labelled(shape).seLinux;
  expect([sandbox?.type.value, sandbox?.level.value]).toEqual([
    'container_init_t',
    { kind: 'picked', owner: 'default/sample' },
  ]);
});

describe('the files', () => {
  it('have the level of the process and a type of their own', () => {
    const { files } = labelled({ context: options({ type: 'container_init_t', level: 's0:c1,c2' }) }).seLinux;
    expect(files?.value).toEqual({ type: 'container_file_t', level: { kind: 'written', text: 's0:c1,c2' } });
  });

  it('keep it where privileged takes the label of the process', () => {
    const { files } = labelled({ context: { privileged: true } }).seLinux;
    expect(files?.value.level).toEqual({ kind: 'picked', owner: 'default/sample' });
  });

  it('have none under CRI-O with hostPID, and have one with hostNetwork', () => {
    const world = enforcing({ runtime: 'cri-o' });
    expect(labelled({ spec: { hostPID: true } }, world).seLinux.files).toBe(null);
    expect(labelled({ spec: { hostNetwork: true } }, world).seLinux.files).not.toBe(null);
  });
});

interface Around {
  readonly podContext?: Plain;
  readonly source?: Plain;
}

describe('a volume', () => {
  const mounted = (volume: Plain, more: PodShape = {}): PodShape => ({
    ...more,
    spec: { volumes: [{ name: 'data', ...volume }] },
    container: { volumeMounts: [{ name: 'data', mountPath: '/data' }] },
  });
  const labelOf = (shape: PodShape, version = '1.35') =>
    labelled(shape, enforcing({ kubernetes: version })).seLinux.volumes['data'];

  it.each([
    ['emptyDir', {}, 'labelled'],
    ['configMap', { name: 'c' }, 'labelled'],
    ['secret', { secretName: 's' }, 'labelled'],
    ['downwardAPI', { items: [] }, 'labelled'],
    ['projected', { sources: [] }, 'labelled'],
    ['iscsi', { targetPortal: 'p', iqn: 'q', lun: 0 }, 'labelled'],
    ['iscsi', { targetPortal: 'p', iqn: 'q', lun: 0, readOnly: true }, 'kept'],
    ['hostPath', { path: '/srv' }, 'kept'],
    ['nfs', { server: 's', path: '/' }, 'kept'],
    ['image', { reference: 'i' }, 'kept'],
    ['persistentVolumeClaim', { claimName: 'c' }, 'claimed'],
    ['ephemeral', {}, 'claimed'],
    ['csi', { driver: 'd' }, 'not-known'],
  ])('of %s %o is %s', (source, value, kind) => {
    expect(labelOf(mounted({ [source]: value }))?.kind).toBe(kind);
  });

  const claim = { persistentVolumeClaim: { claimName: 'c' } };
  it.each([
    ['1.27', { level: 's0:c1' }, {}, 'never'],
    ['1.35', { level: 's0:c1' }, {}, 'read-write-once-pod'],
    ['1.35', { type: 'a_t' }, {}, 'read-write-once-pod'],
    ['1.35', {}, {}, 'never'],
    ['1.35', { level: 's0:c1' }, { seLinuxChangePolicy: 'Recursive' }, 'never'],
    ['1.32', { level: 's0:c1' }, { seLinuxChangePolicy: 'Recursive' }, 'read-write-once-pod'],
    ['1.37', { level: 's0:c1' }, {}, 'any'],
    ['1.37', { level: 's0:c1' }, { seLinuxChangePolicy: 'MountOption' }, 'any'],
  ])('of a claim, in Kubernetes %s with %o and %o, is mounted with a label: %s', (version, parts, context, when) => {
    const podContext = { ...options(parts), ...context };
    expect(labelOf(mounted(claim, { podContext }), version)).toEqual({ kind: 'claimed', mountedWithLabel: when });
  });

  const two = (first: Plain, second: Plain, { podContext = {}, source = { emptyDir: {} } }: Around = {}): Plain => {
    const shape = pod(mounted(source, { podContext }));
    const spec = shape['spec'] as { containers: Plain[] };
    const [app] = spec.containers;
    const containers = [
      { ...app, securityContext: first },
      { ...app, name: 'side', securityContext: second },
    ];
    return { ...shape, spec: { ...spec, containers } };
  };

  it.each<[string, Plain, Plain, Plain, string]>([
    ['that say nothing', {}, {}, {}, 'labelled'],
    ['of one level', {}, {}, options({ level: 's0:c1' }), 'labelled'],
    [
      'of one level and two types',
      options({ level: 's0:c1', type: 'a_t' }),
      options({ level: 's0:c1' }),
      {},
      'labelled',
    ],
    ['of two levels', options({ level: 's0:c1' }), options({ level: 's0:c2' }), {}, 'contested'],
    ['of which one writes a type only', options({ type: 'a_t' }), {}, {}, 'contested'],
    ['of a pod that writes a type only', {}, {}, options({ type: 'a_t' }), 'contested'],
  ])('of two containers %s', (_name, first, second, podContext, kind) => {
    const [app] = labelledContainers(two(first, second, { podContext }), enforcing());
    expect([app?.seLinux.volumes['data']?.kind, app?.seLinux.shared.kind]).toEqual([kind, kind]);
  });

  it('of an init container alone has its level', () => {
    const shape = two({}, {});
    const spec = shape['spec'] as { containers: readonly Plain[] };
    const [first, app] = spec.containers;
    const apart = { ...app, volumeMounts: [] };
    const [init] = labelledContainers(
      { ...shape, spec: { ...spec, containers: [apart], initContainers: [first] } },
      enforcing(),
    );
    expect(init?.seLinux.volumes['data']?.kind).toBe('labelled');
  });

  it.each<[string, Plain, Plain, string]>([
    ['one level', options({ level: 's0:c1' }), options({ level: 's0:c1', type: 'a_t' }), 'claimed'],
    ['two levels', options({ level: 's0:c1' }), options({ level: 's0:c2' }), 'contested'],
    ['two users', options({ level: 's0:c1' }), options({ level: 's0:c1', user: 'u' }), 'contested'],
    ['a label and none', options({ type: 'a_t' }), {}, 'contested'],
  ])('of a claim that is used with %s', (_name, first, second, kind) => {
    const [app] = labelledContainers(two(first, second, { source: claim }), enforcing());
    expect(app?.seLinux.volumes['data']?.kind).toBe(kind);
  });

  it.each([
    ['Always', 'contested'],
    [undefined, 'labelled'],
  ])('of an init container of another level that restarts %s is %s', (restartPolicy, kind) => {
    const shape = two(options({ level: 's0:c1' }), options({ level: 's0:c2' }));
    const spec = shape['spec'] as { containers: readonly Plain[] };
    const [app, side] = spec.containers;
    const first = { ...side, ...(restartPolicy !== undefined && { restartPolicy }) };
    const containers = labelledContainers(
      { ...shape, spec: { ...spec, containers: [app], initContainers: [first] } },
      enforcing(),
    );
    expect(containers.find(({ name }) => name === 'app')?.seLinux.volumes['data']?.kind).toBe(kind);
  });

  it('keeps its labels where the runtime gives none', () => {
    expect(labelled(mounted({ emptyDir: {} }), enforcing({ seLinuxLabels: false })).seLinux.volumes).toEqual({});
  });
});
