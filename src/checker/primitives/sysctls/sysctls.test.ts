import { describe, expect, it } from 'vitest';
import { containerOf, inAWord, verdictOf } from '../../../../tests/support/container.ts';
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

it.each([
  ['an unsafe name is refused by the kubelet', { sysctls: [{ name: 'kernel.msgmax', value: '1' }] }],
  ['a word is refused by the kernel', portStart('low')],
  ['a negative number is refused by the kernel', portStart('-1')],
  ['an octal number with an 8 is refused by the kernel', portStart('08')],
  ['a blank alone is refused by the kernel', portStart(' ')],
  ['a number in the range of outgoing connections is refused by the kernel', portStart('32769')],
])('%s', (_name, podContext) => {
  expect(inAWord(verdictOf({ podContext }, 'start'))).toBe('refused');
});
