import { expect, it } from 'vitest';
import { containerOf } from '../../../../tests/support/container.ts';

it.each([
  ['silence', {}, 'read-write'],
  ['false', { readOnlyRootFilesystem: false }, 'read-write'],
  ['true', { readOnlyRootFilesystem: true }, 'read-only'],
  ['true in a privileged container', { readOnlyRootFilesystem: true, privileged: true }, 'read-only'],
])('%s', (_name, context, expected) => {
  expect(containerOf({ context }).rootFilesystem.value).toBe(expected);
});
