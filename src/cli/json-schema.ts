import { z } from 'astro/zod';
import { checkOutput } from './check-output.ts';

/** The text of `check.schema.json`. */
export const checkSchema = `${JSON.stringify(
  z.toJSONSchema(checkOutput, {
    // `readonly()` is about our types; in a JSON Schema it would say that nobody may write the field.
    override: ({ jsonSchema }) => delete jsonSchema.readOnly,
  }),
  null,
  2,
)}\n`;
