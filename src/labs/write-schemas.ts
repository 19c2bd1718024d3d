/** Writes the JSON Schemas: `node src/labs/write-schemas.ts`, after a change of a schema or an operation. */
import { writeFile } from 'node:fs/promises';
import { jsonSchemas } from './json-schemas.ts';

const root = new URL('../../', import.meta.url);
for (const { path, text } of jsonSchemas) await writeFile(new URL(path, root), text);
