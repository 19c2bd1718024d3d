import { describe, expect, it } from 'vitest';
import { inAWord, verdictOf } from '../../../tests/support/container.ts';
import { pod, sourceOf } from '../../../tests/support/pods.ts';
import { analyse } from '../analyse.ts';
import { defaultWorld } from '../facts/default-world.ts';
import { decide } from './decide.ts';

describe('a verdict', () => {
  it('begins with the questions of the start and keeps every step', () => {
    const { chain } = verdictOf({}, 'raw-socket');
    expect(chain[0]?.requirement.kind).toBe('admitted');
    expect(chain.map(({ requirement }) => requirement.kind).slice(-2)).toEqual(['syscall', 'capability']);
    expect(chain.every(({ reached }) => reached)).toBe(true);
  });

  it('keeps the answer of a step behind the first stop, as not reached', () => {
    const shape = { podContext: { seccompProfile: { type: 'RuntimeDefault' } } };
    const last = verdictOf(shape, 'mount-tmpfs').chain.at(-1);
    expect([last?.answer, last?.reached]).toEqual(['stops', false]);
  });

  it('says of a refused pod that nothing was tried', () => {
    const verdict = verdictOf({ context: { privileged: true, allowPrivilegeEscalation: false } }, 'raw-socket');
    expect([inAWord(verdict), verdict.decision]).toEqual(['refused', 'denied']);
  });

  it('judges ephemeral containers as if they had come through their own subresource', () => {
    const spec = { ephemeralContainers: [{ name: 'debug', image: 'i' }] };
    expect(inAWord(verdictOf({ spec }, 'raw-socket'))).toBe('allowed');
  });

  it('is open where the node has a security module that is not modelled', () => {
    const world = { ...defaultWorld, node: { ...defaultWorld.node, appArmor: true } };
    expect(inAWord(verdictOf({}, 'raw-socket', world))).toBe('unknown');
  });

  it('promises no error where a security module could have answered before', () => {
    const world = { ...defaultWorld, node: { ...defaultWorld.node, appArmor: true } };
    const { decision, errno } = verdictOf({}, 'mount-tmpfs', world);
    expect([decision, errno]).toEqual(['denied', undefined]);
  });

  it('stays denied where one layer stops it and another is open, without naming an error', () => {
    const localhost = { seccompProfile: { type: 'Localhost', localhostProfile: 'p.json' } };
    const verdict = verdictOf({ context: { runAsUser: 1000, ...localhost } }, 'raw-socket');
    expect([verdict.decision, verdict.errno]).toEqual(['denied', undefined]);
  });
});

it.each([
  ['an absent container', { document: 0, container: 'other' }, 'raw-socket'],
  ['an absent document', { document: 3, container: 'app' }, 'raw-socket'],
  ['an unknown operation', { document: 0, container: 'app' }, 'fly'],
  ['a volume that is not mounted', { document: 0, container: 'app' }, 'write-emptydir'],
])('has nothing to say about %s', (_name, place, id) => {
  expect(decide(analyse([sourceOf(pod())], defaultWorld), place, { id, parameters: {} })).toBeNull();
});
