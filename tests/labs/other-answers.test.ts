/**
 * Right answers that no solution shows, and wrong ones that no attempt shows: nobody has to guess what the author
 * typed. Long because it is two tables: a row an answer.
 */
import { expect, test } from 'vitest';
import type { MisconceptionId } from '../../src/checker/index.ts';
import { gradeOf, type Answer } from './answers.ts';

const ports = (value: string, name = 'net.ipv4.ip_unprivileged_port_start') => ({ sysctls: [{ name, value }] });
const allOthers = [
  'MKNOD',
  'NET_RAW',
  'SETFCAP',
  'FOWNER',
  'SYS_CHROOT',
  'DAC_OVERRIDE',
  'FSETID',
  'KILL',
  'SETPCAP',
  'NET_BIND_SERVICE',
  'AUDIT_WRITE',
];

const right: readonly (readonly [lab: string, name: string, answer: Answer])[] = [
  ['who-am-i', 'uid 2000, an owner of a foreign file', { pod: { runAsUser: 2000 } }],
  ['who-am-i', 'uid 3000, the other owner', { pod: { runAsUser: 3000 } }],
  ['who-am-i', 'nobody', { container: { runAsUser: 65534 } }],
  [
    'who-am-i',
    'read-only root and one capability less',
    { container: { readOnlyRootFilesystem: true, capabilities: { drop: ['CHOWN'] } } },
  ],
  [
    'who-am-i',
    'everything at once',
    {
      pod: { runAsUser: 1000, runAsNonRoot: true },
      container: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
    },
  ],
  ['port-80-uid-1000', 'all ports for everybody', { pod: { runAsUser: 1000, ...ports('0') } }],
  ['port-80-uid-1000', 'blanks around the number', { pod: { runAsUser: 1000, ...ports(' 80 ') } }],
  [
    'port-80-uid-1000',
    'the name with slashes',
    { pod: { runAsUser: 1000, ...ports('80', 'net/ipv4/ip_unprivileged_port_start') } },
  ],
  [
    'port-80-uid-1000',
    'a user namespace beside it',
    { spec: { hostUsers: false }, pod: { runAsUser: 1000, sysctls: null } },
  ],
  [
    'port-80-uid-1000',
    'a read-only root with places to write',
    {
      pod: { runAsUser: 1000, sysctls: null },
      container: { readOnlyRootFilesystem: true },
      scratch: ['/var/cache/nginx', '/run'],
    },
  ],
  [
    'port-80-uid-1000',
    'uid 101 with places to write',
    {
      pod: { runAsUser: 101, sysctls: null },
      container: { readOnlyRootFilesystem: true },
      scratch: ['/var/cache/nginx', '/run'],
    },
  ],
  [
    'drop-all-add-three',
    'lower case',
    { container: { capabilities: { drop: ['all'], add: ['setuid', 'setgid', 'chown'] } } },
  ],
  [
    'drop-all-add-three',
    'the allow list in a user namespace',
    { spec: { hostUsers: false }, container: { capabilities: { drop: ['ALL'], add: ['SETUID', 'SETGID', 'CHOWN'] } } },
  ],
  [
    'drop-all-add-three',
    'four names in a user namespace, which makes no device nodes',
    {
      spec: { hostUsers: false },
      container: { capabilities: { drop: ['NET_RAW', 'SETFCAP', 'FOWNER', 'SYS_CHROOT'] } },
    },
  ],
  [
    'drop-all-add-three',
    'some more beside the three',
    {
      container: {
        capabilities: { drop: ['ALL'], add: ['SETUID', 'SETGID', 'CHOWN', 'NET_BIND_SERVICE', 'KILL', 'DAC_OVERRIDE'] },
      },
    },
  ],
  ['drop-all-add-three', 'all eleven others by name', { container: { capabilities: { drop: allOthers } } }],
  [
    'setcap-versus-no-new-privs',
    'uid 2000',
    {
      pod: { runAsUser: 2000 },
      container: { allowPrivilegeEscalation: null, capabilities: { drop: ['ALL'], add: ['NET_RAW'] } },
    },
  ],
  [
    'setcap-versus-no-new-privs',
    'root in a user namespace',
    {
      spec: { hostUsers: false },
      pod: { runAsUser: 0 },
      container: { capabilities: { drop: ['ALL'], add: ['NET_RAW'] } },
    },
  ],
  [
    'setcap-versus-no-new-privs',
    'with SETUID and SETGID',
    {
      container: {
        allowPrivilegeEscalation: true,
        capabilities: { drop: ['ALL'], add: ['NET_RAW', 'SETUID', 'SETGID'] },
      },
    },
  ],
  [
    'setcap-versus-no-new-privs',
    'only what the helper would use',
    { container: { allowPrivilegeEscalation: null, capabilities: { drop: ['CHOWN', 'DAC_OVERRIDE'] } } },
  ],
];

test.for(right)('%s: %s is right', ([lab, , answer]) => {
  const { status, outcomes, frame, widened } = gradeOf(lab, answer);
  const missing = outcomes.filter((outcome) => outcome.status !== 'met').map(({ criterion }) => criterion.id);
  expect({ status, missing, frame, widened }).toEqual({ status: 'solved', missing: [], frame: [], widened: [] });
});

const wrong: readonly (readonly [lab: string, name: string, answer: Answer, belief: MisconceptionId | null])[] = [
  ['who-am-i', 'one capability that nothing asks for', { container: { capabilities: { drop: ['NET_RAW'] } } }, 'M03'],
  [
    'who-am-i',
    'the kernel’s spelling',
    { container: { readOnlyRootFilesystem: true, capabilities: { drop: ['CAP_CHOWN'] } } },
    'M07',
  ],
  ['who-am-i', 'a profile', { pod: { seccompProfile: { type: 'RuntimeDefault' } } }, 'M28'],
  [
    'who-am-i',
    'privileged beside a right answer',
    { pod: { runAsUser: 1000 }, container: { privileged: true } },
    'M14',
  ],
  [
    'who-am-i',
    'root by number, and no escalation',
    { container: { runAsUser: 0, allowPrivilegeEscalation: false } },
    'M15',
  ],
  ['who-am-i', 'one name added', { container: { capabilities: { add: ['NET_BIND_SERVICE'] } } }, 'M30'],
  [
    'who-am-i',
    'a user namespace and a read-only root',
    { spec: { hostUsers: false }, container: { readOnlyRootFilesystem: true } },
    'M20',
  ],
  ['who-am-i', 'a group only', { pod: { supplementalGroups: [1000] } }, null],
  [
    'port-80-uid-1000',
    'a capability and the profile',
    {
      pod: { runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
      container: { capabilities: { add: ['NET_BIND_SERVICE'] } },
    },
    'M02',
  ],
  [
    'port-80-uid-1000',
    'the kernel’s spelling',
    { pod: { runAsUser: 1000 }, container: { capabilities: { add: ['CAP_NET_BIND_SERVICE'] } } },
    'M07',
  ],
  ['port-80-uid-1000', 'a user namespace', { spec: { hostUsers: false } }, 'M17'],
  [
    'port-80-uid-1000',
    'every capability for uid 1000',
    { pod: { runAsUser: 1000 }, container: { capabilities: { add: ['ALL'] } } },
    'M02',
  ],
  ['port-80-uid-1000', 'one port too high', { pod: { runAsUser: 1000, ...ports('81') } }, null],
  [
    'drop-all-add-three',
    'two of the three',
    { container: { capabilities: { drop: ['ALL'], add: ['SETUID', 'SETGID'] } } },
    'M26',
  ],
  ['drop-all-add-three', 'not root', { pod: { runAsUser: 1000 } }, null],
  [
    'drop-all-add-three',
    'the port only',
    { container: { capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] } } },
    'M02',
  ],
  [
    'drop-all-add-three',
    'one capability more than the default',
    { container: { capabilities: { drop: ['ALL'], add: ['SETUID', 'SETGID', 'CHOWN', 'SYS_ADMIN'] } } },
    'M13',
  ],
  ['drop-all-add-three', 'nothing but a check', { pod: { runAsNonRoot: true } }, 'M29'],
  ['drop-all-add-three', 'a read-only root', { container: { readOnlyRootFilesystem: true } }, 'M20'],
  ['setcap-versus-no-new-privs', 'drop ALL below the line', { container: { capabilities: { drop: ['ALL'] } } }, 'M26'],
  [
    'setcap-versus-no-new-privs',
    'the line said the other way',
    { container: { allowPrivilegeEscalation: true } },
    'M16',
  ],
  ['setcap-versus-no-new-privs', 'a user namespace beside the line', { spec: { hostUsers: false } }, 'M16'],
  [
    'setcap-versus-no-new-privs',
    'only the reading taken',
    { container: { allowPrivilegeEscalation: null, capabilities: { drop: ['DAC_OVERRIDE'] } } },
    'M03',
  ],
];

test.for(wrong)('%s: %s is wrong, and told why', ([lab, , answer, belief]) => {
  const { status, misconception } = gradeOf(lab, answer);
  expect({ status, belief: misconception?.id ?? null }).toEqual({ status: 'in-progress', belief });
});
