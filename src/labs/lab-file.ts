/** The one schema of `lab.yaml`. The JSON Schema that editors complete from is written from it (`json-schemas.ts`). */
import { z } from 'astro/zod';
import { operationIds, operationNamed, signals } from '../checker/index.ts';
import type { Criterion, LabDefinition, OperationCall, Parameters, Widening } from '../checker/index.ts';
import { worldFile } from './world-file.ts';

const sentence = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words joined by hyphens.');

const parameters = z.strictObject({
  port: z.int().min(1).max(65535).exactOptional(),
  path: z.string().startsWith('/').exactOptional().describe('Absolute, as the container sees it.'),
  volume: z.string().exactOptional().describe('The volume that the file must lie on.'),
  signal: z.enum(signals).exactOptional(),
});

const operationCall = parameters
  .extend({ operation: z.enum(operationIds).describe('An operation of src/checker/operations.') })
  .transform(({ operation: id, ...given }, context): OperationCall => {
    const named = operationNamed(id);
    if (named === null) return z.NEVER;
    const all: Parameters = { ...named.parameters, ...given };
    for (const name of Object.keys(given)) {
      if (!Object.hasOwn(named.operation.parameters, name))
        context.addIssue({ code: 'custom', path: [name], message: `\`${id}\` has no parameter \`${name}\`.` });
    }
    for (const [name, spec] of Object.entries(named.operation.parameters)) {
      if (spec.optional !== true && !Object.hasOwn(all, name))
        context.addIssue(`\`${id}\` needs the parameter \`${name}\`.`);
    }
    return { id: named.operation.id, parameters: all };
  });

const criterion = z
  .strictObject({
    id: slug.describe('Stable once published: hints, expectations and progress hang on it.'),
    must: z.enum(['be-blocked', 'keep-working']),
    title: sentence.describe("The learner's sentence for it: Put a file into `/usr`."),
    container: z.string(),
    document: z.string().exactOptional().describe('Name of the document, where the lab has several.'),
    tries: z.array(operationCall).min(1).readonly().describe('What the container tries; every sample must hold.'),
    absenceCounts: z.boolean().exactOptional().describe('A file that is gone counts as blocked.'),
  })
  .transform(({ tries, ...rest }): Criterion => ({ ...rest, operations: tries }));

const source = z
  .strictObject({
    work: sentence.describe('capabilities(7), KEP-127, kernel/cred.c'),
    at: sentence.describe('The place in it: a section, a function.'),
    url: z.url({ protocol: /^https$/ }),
  })
  .readonly();

const widenings = [
  'bounding-set',
  'no-new-privs',
  'seccomp-filter',
  'apparmor-profile',
  'masked-paths',
  'privileged',
  'host-namespaces',
  'host-path',
  'user-namespace',
  'unprivileged-port-start',
] as const satisfies readonly Widening[];

const fieldPattern = z
  .string()
  .regex(/^[a-zA-Z]/, 'A field pattern counts from the pod: `spec.containers[*].command`.');

export const labFile = z
  .strictObject({
    title: sentence,
    objective: sentence.describe('What the learner can say afterwards.'),
    minutes: z.int().min(1).max(60),
    difficulty: z.enum(['easy', 'medium', 'hard']),
    startsAs: z.enum(['works', 'refused', 'broken']).describe('What start.yaml is before anybody touches it.'),
    positiveControl: slug
      .exactOptional()
      .describe('The attempt on which the attack succeeds, where it does not on the start.'),
    world: worldFile.prefault({}).describe('What differs from the default world.'),
    criteria: z.array(criterion).min(2).readonly().describe('In teaching order.'),
    mayWiden: z.array(z.enum(widenings)).readonly().default([]),
    mayEdit: z.array(fieldPattern).readonly().default([]).describe('Fields added to what a learner may edit.'),
    mayNotEdit: z.array(fieldPattern).readonly().default([]).describe('Fields taken from what a learner may edit.'),
    outOfScope: z.array(sentence).min(1).readonly().describe('Right answers that are not in this file.'),
    sources: z.array(source).min(1).readonly(),
  })
  .readonly();

export type LabFile = z.output<typeof labFile>;

// The checker's `LabDefinition` and this schema are one contract: a difference in either does not compile.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Shared = Exclude<keyof LabDefinition, 'id' | 'world' | 'start'>;
export const heldEqual: Same<Pick<LabFile, Shared>, Pick<LabDefinition, Shared>> &
  Same<(typeof widenings)[number], Widening> = true;
