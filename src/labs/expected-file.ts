/** The schema of `expected.yaml`: what each text of the lab is worth, and where a line of a solution may go unnoticed. */
import { z } from 'astro/zod';
import type { OutcomeStatus } from '../checker/index.ts';
import { misconceptionId } from './hints-file.ts';

const notMet = ['unmet', 'cannot-tell', 'not-run', 'absent', 'nothing-to-test'] as const satisfies readonly Exclude<
  OutcomeStatus,
  'met'
>[];

const expectation = z
  .strictObject({
    outcomes: z
      .union([z.literal('not-run'), z.record(z.string(), z.enum(notMet))])
      .exactOptional()
      .describe('By criterion; what is not named is met. `not-run`: the container does not start, so nothing is.'),
    widened: z.array(z.string()).readonly().exactOptional().describe('What became wider than the start.'),
    frame: z.array(z.string()).readonly().exactOptional().describe('Fields changed that the lab does not change.'),
    misconception: misconceptionId.exactOptional().describe('Absent: no belief behind it, or only half done.'),
  })
  .readonly();

const solution = z
  .strictObject({
    cosmetic: z
      .array(z.strictObject({ field: z.string(), because: z.string() }).readonly())
      .readonly()
      .exactOptional()
      .describe('Fields that may go or weaken, with all below them, and why they are there.'),
  })
  .readonly();

export const expectedFile = z
  .strictObject({
    start: expectation,
    solutions: z.record(z.string(), solution).readonly(),
    attempts: z.record(z.string(), expectation).readonly(),
  })
  .readonly();

export type Expectation = z.output<typeof expectation>;
export type ExpectedFile = z.output<typeof expectedFile>;
