import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { checkSchema } from './json-schema.ts';

test('check.schema.json is current', async () => {
  const written = await readFile(new URL('check.schema.json', import.meta.url), 'utf8');
  expect(written === checkSchema ? 'current' : 'run: node src/cli/write-schema.ts').toBe('current');
});
