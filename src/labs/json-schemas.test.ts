import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { jsonSchemas } from './json-schemas.ts';

test.for(jsonSchemas)('$path is current', async ({ path, text }) => {
  const written = await readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
  expect(written === text ? 'current' : 'run: node src/labs/write-schemas.ts').toBe('current');
});
