/** The schema of `hints.yaml`: for each criterion four rungs, and four others where a known belief stands in the way. */
import { z } from 'astro/zod';

const rung = z.string().trim().min(1);

const rungs = z
  .tuple([
    rung.describe('Where to look.'),
    rung.describe('What rules here.'),
    rung.describe('Which field.'),
    rung.describe('One answer.'),
  ])
  .readonly();

export const misconceptionId = z.templateLiteral(['M', z.number()]).describe('A file of content/misconceptions.');

const hints = z
  .strictObject({ rungs, instead: z.record(misconceptionId, rungs).readonly().exactOptional() })
  .readonly()
  .describe('`instead` replaces the rungs when that misconception is found.');

export const hintsFile = z.record(z.string(), hints).readonly();

export type Hints = z.output<typeof hints>;
export type HintsFile = z.output<typeof hintsFile>;
