import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { schemaFiles } from './json-schema.ts';

test.each(Object.entries(schemaFiles))('%s is current', async (name, schema) => {
  const written = await readFile(new URL(name, import.meta.url), 'utf8');
  expect(written === schema ? 'current' : 'run: node src/cli/write-schema.ts').toBe('current');
});
