import { expect, it } from 'vitest';
import { inAWord, verdictOf } from '../../../../tests/support/container.ts';

it.each([
  ['nothing', {}, 'allowed', ['placement/os-fits', 'placement/usual-runtime']],
  ['Linux', { os: { name: 'linux' } }, 'allowed', ['placement/os-fits', 'placement/usual-runtime']],
  ['Windows', { os: { name: 'windows' } }, 'refused', ['placement/other-os', 'placement/usual-runtime']],
  ['another runtime', { runtimeClassName: 'gvisor' }, 'unknown', ['placement/os-fits', 'placement/class-not-known']],
  [
    'both',
    { os: { name: 'windows' }, runtimeClassName: 'gvisor' },
    'refused',
    ['placement/other-os', 'placement/class-not-known'],
  ],
])('a pod that asks for %s', (_name, spec, expected, codes) => {
  const verdict = verdictOf({ spec }, 'write-rootfs-root-dir');
  const told = verdict.chain.map(({ reason }) => reason.code).filter((code) => code.startsWith('placement/'));
  expect([inAWord(verdict), told]).toEqual([expected, codes]);
});
