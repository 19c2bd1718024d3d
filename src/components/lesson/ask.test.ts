import { describe, expect, test } from 'vitest';
import { ask, effective } from './ask.ts';
import { operationsByCapability } from './asked-by.ts';

const pod = (...context: readonly string[]) => `apiVersion: v1
kind: Pod
metadata:
  name: api
spec:
  containers:
    - name: api
      image: api:1
      securityContext:
${context.map((line) => `        ${line}\n`).join('')}`;

describe('a question of a page', () => {
  test('is answered with the verdict, its section and the reason', () => {
    const { verdict, section, title, because } = ask({ text: pod('runAsUser: 1000'), does: 'raw-socket' });
    expect(verdict).toMatchObject({ decision: 'denied', errno: 'EPERM' });
    expect(section.spoken).toBe('capabilities stopped it');
    expect(title).toBe('open a raw ICMP socket');
    expect(because.what).toContain('`CAP_NET_RAW`');
  });

  test('takes the parameters of an operation as the command line does', () => {
    const { title, verdict } = ask({ text: pod('runAsUser: 1000'), does: 'bind-port:port=25' });
    expect(title).toContain('25');
    expect(verdict.operation.parameters).toEqual({ port: 25 });
  });

  test.each([
    ['an operation that nobody knows', pod('runAsUser: 1000'), 'fly-away'],
    ['a pod that the API server refuses', pod('runAsUser: -1'), 'raw-socket'],
    ['a text without a container', 'kind: Pod\n', 'raw-socket'],
  ])('about %s ends the build', (_, text, does) => {
    expect(() => ask({ text, does })).toThrow();
  });
});

test('which operations ask for a capability is read from the operations', () => {
  const { container } = effective(pod('runAsUser: 0'));
  const askers = operationsByCapability(container);
  expect(askers.get('CAP_MKNOD')?.map(({ id }) => id)).toEqual(['mknod-char']);
  expect(askers.get('CAP_NET_RAW')?.map(({ id }) => id)).toContain('setuid-binary-raw-socket');
  expect(askers.get('CAP_SYS_TIME')).toBeUndefined();
});
