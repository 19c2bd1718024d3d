/**
 * The contract of `bulkhead seccomp --format json`: one array, one entry per call in the order asked. The published JSON
 * Schema is written from it (`write-schema.ts`). Only types of this file reach the command: it starts without zod.
 */
import { z } from 'astro/zod';

const rule = z.strictObject({
  line: z.int().min(1).describe('1-based.'),
  column: z.int().min(1).describe('1-based, in UTF-16 units.'),
  endLine: z.int().min(1),
  endColumn: z.int().min(1).describe('The column behind the last one.'),
});

const entry = z.strictObject({
  call: z.string().describe('As asked for.'),
  architecture: z.enum(['x86_64', 'i386', 'x32']).describe('How the call enters the kernel.'),
  syscall: z.string().nullable().describe('Null for a number without a name.'),
  number: z.int().describe('As the filter sees it, of x32 with bit 30.'),
  args: z.array(z.string().regex(/^\d+$/)).readonly().describe('The six registers, 64 bits unsigned, in decimal.'),
  action: z.string().nullable().describe('As OCI spells it; null where it cannot be told.'),
  decision: z
    .enum(['allowed', 'denied', 'unknown'])
    .describe('`allowed` means that the call reaches the kernel, which may still refuse it.'),
  errno: z.string().nullable().describe('What the caller gets back, by the name of the kernel, where it has one.'),
  errnoNumber: z.int().nullable().describe('0 is success, without the call.'),
  signal: z.string().nullable().describe('What the caller is killed by, or can catch with SCMP_ACT_TRAP.'),
  rule: rule.nullable().describe('The rule that decided; null where none did.'),
  reason: z.string().describe('`area/slug`, stable once published.'),
  message: z.string(),
});

export const seccompOutput = z.array(entry).meta({ title: 'Output of bulkhead seccomp --format json' });

export type SeccompEntry = z.output<typeof entry>;
