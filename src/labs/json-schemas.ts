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
  ([path, schema]) => ({ path, text: `${JSON.stringify(jsonSchemaOf(schema), null, 2)}\n` }),
);

function jsonSchemaOf(schema: z.ZodType): object {
  return z.toJSONSchema(schema, {
    io: 'input',
    // The draft that yaml-language-server reads.
    target: 'draft-7',
    // `readonly()` is about our types; in a JSON Schema it would say that nobody may write the field.
    override: ({ jsonSchema }) => delete jsonSchema.readOnly,
  });
}
