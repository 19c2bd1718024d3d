/** Writes the JSON Schema of the command's output: `node src/cli/write-schema.ts`, after a change of `check-output.ts`. */
import { writeFile } from 'node:fs/promises';
import { checkSchema } from './json-schema.ts';

await writeFile(new URL('check.schema.json', import.meta.url), checkSchema);
