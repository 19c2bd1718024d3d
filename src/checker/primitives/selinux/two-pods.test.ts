/** Two pods of one type, kept apart by categories alone: what each may do to the other's volume and to an archive of the node. */
import { expect, it } from 'vitest';
import { pod, type Plain } from '../../../../tests/support/pods.ts';
import { enforcing, labelledContainers, type Labelled } from '../../../../tests/support/selinux.ts';
import { seLinuxAllows } from './gate.ts';

const label = 'system_u:object_r:container_file_t:s0:c123,c456';
const at = (path: string, kind: 'file' | 'directory') =>
  ({ path, kind, uid: 0, gid: 0, mode: 0o777, seLinuxLabel: label }) as const;
const world = enforcing({ volumes: { archive: [at('/', 'directory'), at('/2024.csv', 'file')] } });

interface Tenant {
  readonly pod?: Plain;
  readonly container?: Plain;
}

function ledger(name: string, { pod: outer = {}, container = {} }: Tenant): Labelled {
  const [found] = labelledContainers(
    pod({
      name,
      podContext: { seLinuxOptions: outer },
      spec: {
        volumes: [
          { name: 'data', emptyDir: {} },
          { name: 'archive', hostPath: { path: '/srv/archive' } },
        ],
      },
      container: {
        volumeMounts: [
          { name: 'data', mountPath: '/data' },
          { name: 'archive', mountPath: '/archive' },
        ],
      },
      ...(Object.keys(container).length > 0 && { context: { seLinuxOptions: container } }),
    }),
    world,
  );
  return found as Labelled;
}

function readsVolumeOf(reader: Labelled, owner: Labelled): string {
  const volume = owner.seLinux.volumes['data'];
  if (volume?.kind !== 'labelled') throw new Error('the volume has no label');
  const object = volume.label;
  return seLinuxAllows({ ask: { on: 'object', object, kind: 'directory', access: 'search' } }, reader, world).answer;
}

function uses(tenant: Labelled, path: string, access: 'read' | 'create'): string {
  const kind = access === 'create' ? 'directory' : 'file';
  return seLinuxAllows({ ask: { on: 'file', path, kind, access } }, tenant, world).answer;
}

const documented = { level: 's0:c123,c456' };

// Of each: a reads b's, b reads a's, a writes its own, a reads the archive, b writes its own.
it.each<[string, Tenant, Tenant, string]>([
  [
    'the level of the documentation in both',
    { pod: documented },
    { pod: documented },
    'passes passes passes passes passes',
  ],
  ['two levels', { pod: documented }, { pod: { level: 's0:c200,c300' } }, 'stops stops passes passes passes'],
  ['one left to the runtime', { pod: documented }, {}, 'stops stops passes passes passes'],
  [
    'one category in common',
    { pod: documented },
    { pod: { level: 's0:c123,c789' } },
    'stops stops passes passes passes',
  ],
  [
    'two types, one level',
    { pod: documented },
    { pod: { ...documented, type: 'container_init_t' } },
    'passes passes passes passes passes',
  ],
  ['no categories', { pod: documented }, { pod: { level: 's0' } }, 'passes stops passes passes passes'],
  ['some of them', { pod: documented }, { pod: { level: 's0:c123' } }, 'passes stops passes passes passes'],
  ['a range over them', { pod: documented }, { pod: { level: 's0:c123.c456' } }, 'stops passes passes passes passes'],
  ['more of them', { pod: { level: 's0:c123,c456,c789' } }, { pod: documented }, 'passes stops passes passes passes'],
  [
    'a type that levels do not bind',
    { pod: documented },
    { pod: { type: 'spc_t', level: 's0:c200,c300' } },
    'stops passes passes passes passes',
  ],
  ['both left to the runtime', {}, {}, 'stops stops passes stops passes'],
  ['the one with the archive left to the runtime', {}, { pod: documented }, 'stops stops passes stops passes'],
  [
    'a container that writes a type',
    { pod: documented, container: { type: 'container_t' } },
    { pod: documented },
    'stops stops passes stops passes',
  ],
])('%s', (_name, first, second, expected) => {
  const [a, b] = [ledger('ledger-a', first), ledger('ledger-b', second)];
  const answers = [
    readsVolumeOf(a, b),
    readsVolumeOf(b, a),
    uses(a, '/data', 'create'),
    uses(a, '/archive/2024.csv', 'read'),
    uses(b, '/data', 'create'),
  ];
  expect(answers.join(' ')).toBe(expected);
});
