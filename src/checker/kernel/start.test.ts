import { describe, expect, it } from 'vitest';
import { becauseOf, inAWord } from '../../../tests/support/container.ts';
import { pod, sourceOf, type Plain } from '../../../tests/support/pods.ts';
import { analyse, decide, defaultWorld } from '../index.ts';

const asRootAgainstRule = { runAsNonRoot: true, runAsUser: 0 };
const container = (name: string, more: Plain = {}): Plain => ({ name, image: 'registry.example/other:1', ...more });

function tried(spec: Plain, name = 'app') {
  const verdict = decide(
    analyse([sourceOf(pod({ spec }))], defaultWorld),
    { document: 0, container: name },
    { id: 'raw-socket', parameters: {} },
  );
  return verdict === null ? null : [inAWord(verdict), becauseOf(verdict)];
}

describe('a container that does not start', () => {
  const held = container('migrate', { securityContext: asRootAgainstRule });

  it.each([
    ['is an init container', { initContainers: [held] }],
    ['is a sidecar', { initContainers: [{ ...held, restartPolicy: 'Always' }] }],
  ])('keeps the others from starting where it %s', (_, spec) => {
    expect(tried(spec)).toEqual(['refused', 'kernel/init-container-held']);
  });

  it('keeps init containers behind it from starting, and none before it', () => {
    const spec = { initContainers: [container('first'), held, container('last')] };
    expect(tried(spec, 'first')?.[0]).toBe('allowed');
    expect(tried(spec, 'migrate')).toEqual(['refused', 'user/root-against-rule']);
    expect(tried(spec, 'last')).toEqual(['refused', 'kernel/init-container-held']);
  });

  it('keeps no ephemeral container from starting', () => {
    const spec = { initContainers: [held], ephemeralContainers: [container('debug')] };
    expect(tried(spec, 'debug')?.[0]).toBe('allowed');
  });

  it('leaves its siblings alone where it is an app container', () => {
    const both = pod({ context: asRootAgainstRule });
    const spec = both['spec'] as { containers: readonly Plain[] };
    const text = sourceOf({ ...both, spec: { containers: [...spec.containers, container('other')] } });
    const verdict = decide(
      analyse([text], defaultWorld),
      { document: 0, container: 'other' },
      { id: 'raw-socket', parameters: {} },
    );
    expect(verdict?.started).toBe(true);
  });
});

it('is open behind an init container of which nobody can tell whether it starts', () => {
  const profile = { type: 'Localhost', localhostProfile: 'own.json' };
  const unsure = container('migrate', { securityContext: { seccompProfile: profile } });
  expect(tried({ initContainers: [unsure] })).toEqual(['unknown', 'kernel/init-container-unsure']);
});

it('rejects the pod for the AppArmor profile of one container, on a node without AppArmor', () => {
  const named = container('migrate', { securityContext: { appArmorProfile: { type: 'RuntimeDefault' } } });
  expect(tried({ initContainers: [named] })).toEqual(['refused', 'apparmor/not-on-node']);
  expect(tried({ ephemeralContainers: [named] })?.[0]).toBe('allowed');
});

it.each([
  ['an unknown field, which is not decoded', { hostUser: false }, 'BadRequest', 'transformDecodeError'],
  ['a value of another type, which is not either', { hostUsers: 'none' }, 'BadRequest', 'transformDecodeError'],
  ['what two fields say together', { hostUsers: false, hostPID: true }, 'Forbidden', 'ValidatePodCreate'],
])('names the place in the API server that refuses %s', (_, spec, type, at) => {
  const analysis = analyse([sourceOf(pod({ spec }))], defaultWorld);
  const verdict = decide(analysis, { document: 0, container: 'app' }, { id: 'start', parameters: {} });
  const { facts, cite } = verdict?.chain[0]?.reason ?? {};
  expect([facts?.['type'], cite?.at]).toEqual([type, at]);
});
