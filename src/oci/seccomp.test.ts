import { describe, expect, it } from 'vitest';
import { defaultCapabilities } from '../checker/facts/containerd.ts';
import type { Capability } from '../checker/index.ts';
import { renderRuntimeDefault, seccompOf } from './seccomp.ts';

const allowed = (bounding: readonly Capability[]) => {
  const rules = renderRuntimeDefault(bounding).syscalls.filter(({ action }) => action === 'SCMP_ACT_ALLOW');
  return new Set(rules.flatMap(({ names }) => names));
};
const rulesFor = (name: string, bounding: readonly Capability[]) =>
  renderRuntimeDefault(bounding).syscalls.filter(({ names }) => names.includes(name));

describe('RuntimeDefault', () => {
  // Counted in the profile that containerd v2.2.7, whose table is the same, renders for amd64.
  it.each<[string, readonly Capability[], number]>([
    ['the default capabilities', defaultCapabilities, 372],
    ['none', [], 371],
    ['SYS_ADMIN beside the default', [...defaultCapabilities, 'CAP_SYS_ADMIN'], 394],
  ])('with %s allows as many calls as containerd renders', (_name, bounding, count) => {
    expect(allowed(bounding).size).toBe(count);
  });

  it('follows the bounding set', () => {
    expect(allowed([])).not.toContain('chroot');
    expect(allowed(['CAP_SYS_CHROOT'])).toContain('chroot');
    expect(allowed(defaultCapabilities)).not.toContain('mount');
    expect(allowed(['CAP_SYS_ADMIN'])).toContain('mount');
  });

  it('lets clone pass without new namespaces only, and says that clone3 is not there', () => {
    const args = [{ index: 0, value: 0x7e020000, valueTwo: 0, op: 'SCMP_CMP_MASKED_EQ' }];
    expect(rulesFor('clone', [])).toEqual([{ names: ['clone'], action: 'SCMP_ACT_ALLOW', args }]);
    expect(rulesFor('clone3', [])).toEqual([{ names: ['clone3'], action: 'SCMP_ACT_ERRNO', errnoRet: 38 }]);
  });

  it('lets both pass with SYS_ADMIN, whatever they make', () => {
    for (const name of ['clone', 'clone3'])
      expect(rulesFor(name, ['CAP_SYS_ADMIN'])).toEqual([{ names: [name], action: 'SCMP_ACT_ALLOW' }]);
  });

  it('has a rule of its own for each socket family test', () => {
    const tests = rulesFor('socket', []).flatMap(({ args = [] }) => args.map(({ op, value }) => `${op} ${value}`));
    expect(tests).toEqual(['SCMP_CMP_LT 38', 'SCMP_CMP_EQ 39', 'SCMP_CMP_GT 40']);
  });
});

describe('the filter of a container', () => {
  const own = { defaultAction: 'SCMP_ACT_ALLOW', architectures: [], syscalls: [] };

  it('is none where none is asked for', () => {
    expect(seccompOf({ filter: { kind: 'none' }, bounding: [], profiles: {} })).toBeUndefined();
  });

  it('is the node’s file for a Localhost profile, as it is', () => {
    const filter = { kind: 'localhost', profile: 'own.json' } as const;
    expect(seccompOf({ filter, bounding: [], profiles: { 'own.json': own } })).toBe(own);
    expect(() => seccompOf({ filter, bounding: [], profiles: {} })).toThrow('own.json');
  });
});
