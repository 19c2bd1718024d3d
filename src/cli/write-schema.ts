/** Writes the JSON Schemas of the command's output: `node src/cli/write-schema.ts`, after a change of one of the `*-output.ts`. */
import { writeFile } from 'node:fs/promises';
import { schemaFiles } from './json-schema.ts';

for (const [name, schema] of Object.entries(schemaFiles)) await writeFile(new URL(name, import.meta.url), schema);
