import { describe, expect, it } from 'vitest';
import { changePolicies, isOn } from './selinux-features.ts';
import { containerPolicy } from './selinux-policy.ts';

describe('the table of SELinux', () => {
  const { objects, confined, constrained, self, mounts } = containerPolicy;
  const rows = Object.entries(objects);

  it('has rows with letters that are known', () => {
    const rights = rows.flatMap(([type, row]) =>
      [row, ...Object.values(row.but ?? {})].map(({ file = '', dir = '' }) => ({ type, file, dir })),
    );
    expect(rights.filter(({ file, dir }) => !/^[rwx]*$/.test(file) || !/^(?:l?sw?m?)?$/.test(dir))).toEqual([]);
    expect(rows.length).toBeGreaterThan(40);
  });

  it('says something of another type only where it is a container’s', () => {
    const named = [
      ...rows.flatMap(([, { but = {} }]) => Object.keys(but)),
      ...[...Object.values(self), ...Object.values(mounts)].flatMap(({ may, mayNot }) => [...may, ...mayNot]),
      ...confined,
    ];
    expect(named.filter((type) => !constrained.includes(type))).toEqual([]);
  });
});

describe('a gate of Kubernetes', () => {
  it.each([
    ['1.27', [false, false, false], []],
    ['1.28', [true, false, false], []],
    ['1.32', [true, false, false], []],
    ['1.33', [true, true, false], ['Recursive']],
    ['1.36', [true, true, false], ['Recursive']],
    ['1.37', [true, true, true], ['MountOption', 'Recursive']],
  ])('in %s is on where nobody sets it: %o', (version, expected, policies) => {
    const gates = ['SELinuxMountReadWriteOncePod', 'SELinuxChangePolicy', 'SELinuxMount'] as const;
    expect([gates.map((gate) => isOn(gate, version)), changePolicies(version)]).toEqual([expected, policies]);
  });
});
