/**
 * The contract of `bulkhead apparmor --format json`: one array, one entry per access in the order asked. The published JSON
 * Schema is written from it (`write-schema.ts`). Only types of this file reach the command: it starts without zod.
 */
import { z } from 'astro/zod';

const rule = z.strictObject({
  line: z.int().min(1).describe('1-based; of a rule that was included, the line of the include.'),
  column: z.int().min(1).describe('1-based, in UTF-16 units.'),
  endLine: z.int().min(1),
  endColumn: z.int().min(1).describe('The column behind the last one.'),
  text: z.string().describe('As it is written, or as the included file says it.'),
});

const entry = z.strictObject({
  access: z.string().describe('As asked for.'),
  profile: z.string().describe('The profile that is asked.'),
  decision: z.enum(['allowed', 'denied', 'unknown']),
  errno: z.string().nullable().describe('By the name of the kernel.'),
  signal: z.string().nullable().describe('What the process is killed by, in place of an error.'),
  label: z.string().nullable().describe('What the process runs under behind an exec or a change of profile.'),
  mode: z.enum(['enforce', 'complain', 'kill', 'unconfined']),
  logged: z.boolean(),
  missing: z.string().describe('What was asked and is not granted: letters of file rules, words of others.'),
  rule: rule.nullable().describe('The rule that decided; null where none did.'),
  rules: z.array(rule).readonly().describe('All rules that took part, the deciding one first.'),
  reason: z.string().describe('`area/slug`, stable once published.'),
  message: z.string(),
});

export const appArmorOutput = z.array(entry).meta({ title: 'Output of bulkhead apparmor --format json' });

export type AppArmorEntry = z.output<typeof entry>;
