import { z } from 'astro/zod';
import { appArmorOutput } from './apparmor-output.ts';
import { checkOutput } from './check-output.ts';
import { seccompOutput } from './seccomp-output.ts';

/** The texts of the schema files, by their names. */
export const schemaFiles: Readonly<Record<string, string>> = {
  'check.schema.json': schemaOf(checkOutput),
  'apparmor.schema.json': schemaOf(appArmorOutput),
  'seccomp.schema.json': schemaOf(seccompOutput),
};

function schemaOf(output: z.ZodType): string {
  // `readonly()` is about our types; in a JSON Schema it would say that nobody may write the field.
  const schema = z.toJSONSchema(output, { override: ({ jsonSchema }) => delete jsonSchema.readOnly });
  return `${JSON.stringify(schema, null, 2)}\n`;
}
