import { describe, expect, it } from 'vitest';
import { becauseOf, containerOf, inAWord, verdictOf } from '../../../../tests/support/container.ts';
import { defaultWorld } from '../../facts/default-world.ts';

const portStart = (value: string, name = 'net.ipv4.ip_unprivileged_port_start') => ({ sysctls: [{ name, value }] });

describe('the first port that is free for everybody', () => {
  it.each([
    ['0 in a pod with its own network', {}, 0],
    ["the node's with hostNetwork", { spec: { hostNetwork: true } }, 1024],
    ['as written', { podContext: portStart('1024') }, 1024],
    ['with blanks around it', { podContext: portStart(' 80 ') }, 80],
    ['in hexadecimal', { podContext: portStart('0x50') }, 80],
    ['in octal', { podContext: portStart('0120') }, 80],
    ['up to the first blank', { podContext: portStart('80 1024') }, 80],
    [
      'as written last, in whatever spelling',
      {
        podContext: {
          sysctls: [...portStart('0').sysctls, ...portStart('80', 'net/ipv4/ip_unprivileged_port_start').sysctls],
        },
      },
      80,
    ],
    ["the kernel's own where nothing is written", { podContext: portStart('') }, 1024],
    ['with slashes in the name', { podContext: portStart('80', 'net/ipv4/ip_unprivileged_port_start') }, 80],
  ])('%s', (_name, shape, expected) => {
    expect(containerOf(shape).sysctls.unprivilegedPortStart.value).toBe(expected);
  });

  it('was the kernel’s own before containerd 2', () => {
    const world = {
      ...defaultWorld,
      node: { ...defaultWorld.node, runtime: { name: 'containerd', version: '1.7.32' } as const },
    };
    expect(containerOf({}, world).sysctls.unprivilegedPortStart.value).toBe(1024);
  });
});

describe('port 80', () => {
  it.each([
    ['needs nothing', { context: { runAsUser: 1000, capabilities: { drop: ['ALL'] } } }, 'allowed'],
    ['is closed by the sysctl', { podContext: portStart('1024'), context: { runAsUser: 1000 } }, 'denied EACCES'],
    ['is closed by 81', { podContext: portStart('81'), context: { runAsUser: 1000 } }, 'denied EACCES'],
    ['is open at 80', { podContext: portStart('80'), context: { runAsUser: 1000 } }, 'allowed'],
    ['is open for root, which holds NET_BIND_SERVICE', { podContext: portStart('1024') }, 'allowed'],
    [
      'stays closed for another uid that adds NET_BIND_SERVICE',
      { podContext: portStart('1024'), context: { runAsUser: 1000, capabilities: { add: ['NET_BIND_SERVICE'] } } },
      'denied EACCES',
    ],
  ])('%s', (_name, shape, expected) => {
    expect(inAWord(verdictOf(shape, 'bind-port-80'))).toBe(expected);
  });
});

const setting = (name: string, value: string) => ({ podContext: { sysctls: [{ name, value }] } });
const withNode = (node: Partial<typeof defaultWorld.node>) => ({
  ...defaultWorld,
  node: { ...defaultWorld.node, ...node },
});

// Every row was tried with Linux 6.18: the value written in namespaces of their own, as a runtime writes it.
describe.each([
  ['kernel.shm_rmid_forced', ['', '0', '1', '-0', '1 0', ' 1\t'], ['2', '-1', 'x', ' ', '0x', '1x']],
  ['net.ipv4.tcp_syncookies', ['', '0', '255', '0x10', '010', '5 x', '\n5'], ['256', '-1', '-0', '+5', '08', '5,6']],
  ['net.ipv4.tcp_keepalive_probes', ['0', '255'], ['256', '-1', '1k', '000000000000000000001']],
  ['net.ipv4.tcp_keepalive_time', ['', '0', '-5', '2147483', '5 x'], ['21474837', '-21474837', '1.5', 'x']],
  ['net.ipv4.tcp_keepalive_intvl', ['75'], ['2147483648']],
  ['net.ipv4.tcp_fin_timeout', ['60'], ['4294967296']],
  ['net.ipv4.tcp_rmem', ['', '1', '3 2 1', '1 1 1 1', '2147483647', '1 2 3 x'], ['0', '1 0', '5 x', '2147483648']],
  ['net.ipv4.tcp_wmem', ['4096 16384 4194304'], ['-1 0 1']],
  ['net.ipv4.ping_group_range', ['0', '1 0', '0 4294967294', '5 '], ['0 4294967295', '-1', '0-1', '5 x', ' ']],
  [
    'net.ipv4.ip_local_port_range',
    ['', '2000 3000', '2000 2000', '8080', '60999', '2000 3000 x'],
    ['61000', '3000 2000', '2000 65536', '2000 x', '2000-3000'],
  ],
  ['net.ipv4.ip_unprivileged_port_start', ['', '0', '32768', '80 1024'], ['32769', '-1', 'low', '08', ' ', '65536']],
  [
    'net.ipv4.ip_local_reserved_ports',
    ['', '\n', '0', '65535', '8080,9000-9100', '8080,', '0x50-0x60,010', '80\n90', '\n5'],
    ['65536', '80-65536', '9100-9000', '8080, 9090', ' 80', '80 ', '80,,90', ',80', '5-', '-5', '1 2', '80\nx'],
  ],
])('a value of %s', (name, taken, refused) => {
  it.each(taken)('is taken: %j', (value) => {
    expect(inAWord(verdictOf(setting(name, value), 'start'))).toBe('allowed');
  });

  it.each(refused)('is refused: %j', (value) => {
    expect(inAWord(verdictOf(setting(name, value), 'start'))).toBe('refused');
  });
});

describe('the groups that may ping', () => {
  it.each([
    ['0 65535', 'allowed'],
    ['0 65536', 'refused'],
    ['0 2147483647', 'refused'],
  ])('in a user namespace of the pod: %j is %s', (value, expected) => {
    const shape = { spec: { hostUsers: false }, ...setting('net.ipv4.ping_group_range', value) };
    expect(inAWord(verdictOf(shape, 'start'))).toBe(expected);
  });
});

describe('free ports beside outgoing ports', () => {
  const both = (start: string | null, range: string) => ({
    podContext: {
      sysctls: [
        ...(start === null ? [] : [{ name: 'net.ipv4.ip_unprivileged_port_start', value: start }]),
        { name: 'net.ipv4.ip_local_port_range', value: range },
      ],
    },
  });

  // Names are written in their order by crun; runc follows Go, which keeps none in a map.
  it.each([
    ['apart', '1500', '2000 3000', 'allowed', 'allowed'],
    ['at one port', '2000', '2000 3000', 'allowed', 'allowed'],
    ['overlapping', '2500', '2000 3000', 'refused', 'refused'],
    ['below what a new namespace has', '80', '1000 3000', 'unknown', 'refused'],
    ['below it, free ports from 0 on by containerd', null, '1000 3000', 'unknown', 'refused'],
    ['above what a new namespace has', '40000', '50000 60000', 'unknown', 'allowed'],
  ])('%s', (_name, start, range, runc, crun) => {
    const said = (['runc', 'crun'] as const).map((ociRuntime) =>
      inAWord(verdictOf(both(start, range), 'start', withNode({ ociRuntime }))),
    );
    expect(said).toEqual([runc, crun]);
  });

  it('are a matter of chance under runc where the order of writing decides', () => {
    expect(becauseOf(verdictOf(both('80', '1000 3000'), 'start'))).toBe('sysctls/by-chance');
  });

  it('that nobody has opened begin at 1024', () => {
    const world = withNode({ runtime: { name: 'containerd', version: '1.7.32' } });
    expect(inAWord(verdictOf(both(null, '1000 3000'), 'start', world))).toBe('refused');
  });
});

describe('what is not known is not accepted', () => {
  it.each([
    ['a sysctl that the node allows', 'kernel.msgmax', ['kernel.msgmax']],
    ['a sysctl of a family that the node allows', 'net.core.somaxconn', ['net.core.*']],
    ['a time that fits only slow ticks', 'net.ipv4.tcp_fin_timeout', []],
  ])('%s', (_name, name, allowedUnsafeSysctls) => {
    const verdict = verdictOf(setting(name, '2147484'), 'start', withNode({ allowedUnsafeSysctls }));
    expect([verdict.decision, becauseOf(verdict)]).toEqual(['unknown', 'sysctls/not-known']);
  });

  it('behind what is refused anyway', () => {
    const sysctls = [
      { name: 'kernel.msgmax', value: '1' },
      { name: 'kernel.shm_rmid_forced', value: '2' },
    ];
    const verdict = verdictOf({ podContext: { sysctls } }, 'start', withNode({ allowedUnsafeSysctls: ['kernel.*'] }));
    expect(becauseOf(verdict)).toBe('sysctls/bad-value');
  });
});

describe('a name', () => {
  it.each([
    ['that is unsafe', 'kernel.msgmax'],
    ['of a family that the node does not allow', 'net.core.somaxconn'],
    ['in both forms at once', 'net/ipv4.tcp_syncookies'],
    ['that only JavaScript knows', 'constructor'],
  ])('%s is refused by the kubelet', (_name, name) => {
    const world = withNode({ allowedUnsafeSysctls: ['net.ipv6.*', 'kernel.msgmni'] });
    expect(becauseOf(verdictOf(setting(name, '1'), 'start', world))).toBe('sysctls/forbidden');
  });
});

it('says of a pod on the node’s network which lines it beats', () => {
  const shape = { spec: { hostNetwork: true }, ...setting('net.ipv4.ip_unprivileged_port_start', '80') };
  const { value, origin, overrode } = containerOf(shape).sysctls.unprivilegedPortStart;
  expect([value, origin, overrode]).toMatchObject([
    1024,
    { path: 'spec.hostNetwork' },
    [{ path: 'spec.securityContext.sysctls[0]' }, { from: 'default', of: 'runtime' }],
  ]);
});
