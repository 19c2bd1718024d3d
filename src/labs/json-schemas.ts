/** The JSON Schemas that editors complete the data files from, written from the zod schemas that the reader checks with. */
import { z } from 'astro/zod';
import { expectedFile } from './expected-file.ts';
import { hintsFile } from './hints-file.ts';
import { labFile } from './lab-file.ts';
import { misconceptionFile } from './misconception-file.ts';

const schemas = {
  'labs/lab.schema.json': labFile,
  'labs/hints.schema.json': hintsFile,
  'labs/expected.schema.json': expectedFile,
  'content/misconception.schema.json': misconceptionFile,
} as const;

/** The text of each schema, by its path from the root of the project. */
export const jsonSchemas: readonly { readonly path: string; readonly text: string }[] = Object.entries(schemas).map(
  // yaml-language-server reads draft-07.
  ([path, schema]) => ({
    path,
    text: `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }), null, 2)}\n`,
  }),
);
