import { describe, expect, it } from 'vitest';
import { pod, type Plain, type PodShape } from '../../../../tests/support/pods.ts';
import { enforcing, labelled, labelledContainers, type Ground } from '../../../../tests/support/selinux.ts';
import { seLinuxLabelAccepted, seLinuxSandboxAccepted } from './start-gate.ts';

const options = (parts: Plain): PodShape => ({ context: { seLinuxOptions: parts } });

describe('a label', () => {
  it.each<[string, PodShape, Ground, string, string]>([
    ['of the runtime starts', {}, {}, 'passes', 'selinux/label-accepted'],
    ['of any level starts', options({ level: 's0:c1.c5' }), {}, 'passes', 'selinux/label-accepted'],
    ['for privileged containers starts', options({ type: 'spc_t' }), {}, 'passes', 'selinux/label-accepted'],
    ['for systemd starts', options({ type: 'container_init_t' }), {}, 'passes', 'selinux/label-accepted'],
    ['for virtual machines starts', options({ type: 'container_kvm_t' }), {}, 'passes', 'selinux/label-accepted'],
    ['for engines starts', options({ type: 'container_engine_t' }), {}, 'passes', 'selinux/label-accepted'],
    ['of an old name starts', options({ type: 'svirt_lxc_net_t' }), {}, 'passes', 'selinux/label-accepted'],
    ['of files does not', options({ type: 'container_file_t' }), {}, 'stops', 'selinux/type-no-process'],
    ['of another type may', options({ type: 'mine_t' }), {}, 'cannot-tell', 'selinux/type-unknown'],
    [
      'of a type on the node starts',
      options({ type: 'mine_t' }),
      { seLinuxTypes: ['mine_t'] },
      'passes',
      'selinux/label-accepted',
    ],
    [
      'of a type that is not there does not',
      options({ type: 'mine_t' }),
      { seLinuxTypes: [] },
      'stops',
      'selinux/type-missing',
    ],
    [
      'of a name of JavaScript does not',
      options({ type: 'constructor' }),
      { seLinuxTypes: [] },
      'stops',
      'selinux/type-missing',
    ],
    ['of a level that is not there does not', options({ level: 's0:c1024' }), {}, 'stops', 'selinux/level-unknown'],
    ['of another user may', options({ user: 'staff_u' }), {}, 'cannot-tell', 'selinux/part-unknown'],
    ['of another role may', options({ role: 'staff_r' }), {}, 'cannot-tell', 'selinux/part-unknown'],
    [
      'that is not there does not where SELinux only logs, either',
      options({ type: 'mine_t' }),
      { seLinuxTypes: [], seLinuxMode: 'permissive' },
      'stops',
      'selinux/type-missing',
    ],
    [
      'that privileged takes away is not looked at',
      { context: { privileged: true, seLinuxOptions: { type: 'mine_t' } } },
      { seLinuxTypes: [] },
      'passes',
      'selinux/label-accepted',
    ],
    [
      'that privileged takes away leaves the level to the files',
      { context: { privileged: true, seLinuxOptions: { level: 's1' } } },
      {},
      'stops',
      'selinux/level-unknown',
    ],
    [
      'is not asked for without SELinux',
      options({ type: 'mine_t' }),
      { seLinux: false },
      'passes',
      'selinux/not-on-node',
    ],
  ])('%s', (_name, shape, ground, answer, code) => {
    const world = enforcing(ground);
    const found = seLinuxLabelAccepted(null, labelled(shape, world), world);
    expect([found.answer, found.reason.code, found.layer]).toEqual([answer, code, 'runtime']);
  });

  it.each<[string, PodShape, string]>([
    ['the runtime gives', {}, 'passes'],
    ['privileged leads to', { context: { privileged: true } }, 'passes'],
    ['only a table knows', options({ type: 'container_init_t' }), 'cannot-tell'],
  ])('that %s is known without a table, if it is', (_name, shape, answer) => {
    const { seLinuxPolicy: _policy, ...tables } = enforcing().tables;
    const world = { ...enforcing(), tables };
    expect(seLinuxLabelAccepted(null, labelled(shape, world), world).answer).toBe(answer);
  });

  it('that is refused names its line', () => {
    const world = enforcing();
    const found = seLinuxLabelAccepted(null, labelled(options({ level: 's0:c9.c1' }), world), world);
    expect(found.reason.origins).toMatchObject([{ path: 'spec.containers[0].securityContext.seLinuxOptions.level' }]);
  });
});

describe('the sandbox', () => {
  const podContext = { seLinuxOptions: { level: 's1' } };
  it.each<[string, PodShape, Ground, string, string]>([
    ['has the pod’s label', { podContext }, {}, 'stops', 'selinux/level-unknown'],
    [
      'has it whatever the container writes',
      { podContext, ...options({ level: 's0' }) },
      {},
      'stops',
      'selinux/level-unknown',
    ],
    ['knows nothing of the container’s', options({ level: 's1' }), {}, 'passes', 'selinux/label-accepted'],
    [
      'gets none of a runtime that gives none',
      { podContext },
      { seLinuxLabels: false },
      'passes',
      'selinux/no-label-given',
    ],
    ['has none without SELinux', { podContext }, { seLinux: false }, 'passes', 'selinux/not-on-node'],
  ])('%s', (_name, shape, ground, answer, code) => {
    const world = enforcing(ground);
    const found = seLinuxSandboxAccepted(null, labelled(shape, world), world);
    expect([found.answer, found.reason.code]).toEqual([answer, code]);
  });

  it('is privileged where any container is, so that its type is the policy’s', () => {
    const world = enforcing({ seLinuxTypes: [] });
    const shape = pod({ podContext: { seLinuxOptions: { type: 'mine_t' } } });
    const spec = shape['spec'] as { containers: Plain[] };
    const side = { ...spec.containers[0], name: 'side', securityContext: { privileged: true } };
    const [alone] = labelledContainers(shape, world);
    const [beside] = labelledContainers({ ...shape, spec: { ...spec, containers: [...spec.containers, side] } }, world);
    const answers = [alone, beside].map((each) => each && seLinuxSandboxAccepted(null, each, world).answer);
    expect(answers).toEqual(['stops', 'passes']);
  });
});
