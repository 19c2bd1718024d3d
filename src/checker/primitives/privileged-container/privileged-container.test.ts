import { expect, it } from 'vitest';
import { containerOf } from '../../../../tests/support/container.ts';

it.each([
  ['silence', {}, false],
  ['false', { privileged: false }, false],
  ['true', { privileged: true }, true],
])('%s', (_name, context, expected) => {
  expect(containerOf({ context }).privilegedContainer.value).toBe(expected);
});

it('is named as the line behind everything it decides', () => {
  const { seccomp, procMount, capabilities } = containerOf({ context: { privileged: true } });
  const by = 'spec.containers[0].securityContext.privileged';
  expect([seccomp.origin, procMount.origin, capabilities.boundingOrigin.rest]).toMatchObject([{ by }, { by }, { by }]);
});
