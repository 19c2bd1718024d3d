/**
 * The contract of `bulkhead check --format json`: one array, one entry per document. The published JSON Schema is written from
 * it (`write-schema.ts`), and the program's types are inferred from it, so the three cannot drift apart. Only types of this
 * file reach the command: it starts without zod.
 */
import { z } from 'astro/zod';
import { layers, operationIds } from '../checker/index.ts';

const line = z.int().min(1).describe('1-based.');
const column = z.int().min(1).describe('1-based, in UTF-16 units.');
const endColumn = z.int().min(1).describe('1-based; the column behind the last one.');
const path = z
  .string()
  .describe('The field, counted from the pod whatever wraps it: `spec.containers[0].securityContext.runAsUser`.');
const layer = z.enum(layers);
const names = z.array(z.string()).readonly();

const region = { line, column, endLine: line, endColumn };

const diagnostic = z.strictObject({
  code: z.string().describe('`area/slug`, stable once published.'),
  severity: z.enum(['error', 'warning', 'note']),
  path: path.nullable().describe('Null for findings about the text itself.'),
  ...region,
  message: z.string(),
});

const admission = z.strictObject({
  allowed: z.boolean(),
  errors: z
    .array(
      z.strictObject({
        path: z.string().describe('As the API server spells it.'),
        type: z.string().describe('`field.ErrorType` of apimachinery: `Required`, `Forbidden`.'),
        message: z.string().describe("The server's own words; often empty where the type says it all."),
      }),
    )
    .readonly(),
});

const violation = z.strictObject({
  id: z.string().describe('The check, as kubernetes/pod-security-admission names it.'),
  container: z.string().nullable().describe("Null: the field is the pod's."),
  path: path.describe('The field, also where it is the missing of it that counts.'),
  ...region,
  message: z.string(),
});

const level = z.strictObject({ allowed: z.boolean(), violations: z.array(violation).readonly() });

const podSecurity = z.strictObject({
  version: z.string().regex(/^v1\.\d+$/),
  baseline: level,
  restricted: level,
});

const origin = z
  .discriminatedUnion('from', [
    z.strictObject({
      from: z.enum(['container', 'pod']).describe('A field of it decided.'),
      path,
      ...region,
    }),
    z.strictObject({
      from: z.literal('implied').describe('A field decided something beyond itself, as `privileged` the capabilities.'),
      path,
      ...region,
    }),
    z.strictObject({ from: z.enum(['image', 'node']), fact: z.string().describe('The entry of the world.') }),
    z.strictObject({
      from: z.literal('default'),
      of: z.enum(['kubernetes', 'runtime', 'kernel']),
      field: z.string(),
    }),
  ])
  .meta({ id: 'Origin' })
  .describe('What decided a value.');

const resolved = <T extends z.ZodType>(value: T) => z.strictObject({ value, origin });

const confinement = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['none', 'runtime-default']) }),
  z.strictObject({ kind: z.literal('localhost'), profile: z.string() }),
]);

const capabilitySets = z.strictObject({
  bounding: names,
  permitted: names,
  effectiveSet: names.describe("The kernel's effective set; `effective` is the whole effective container."),
  inheritable: names,
  ambient: names,
  reachable: names.describe('What some program of the image could hold after an execve.'),
});

const effective = z.strictObject({
  uid: resolved(z.int()),
  gid: resolved(z.int()),
  groups: resolved(z.array(z.int()).readonly()).describe('Supplementary groups, `gid` not repeated.'),
  noNewPrivs: resolved(z.boolean()),
  capabilities: resolved(capabilitySets)
    .extend({
      named: z
        .record(z.string(), origin)
        .describe('Capabilities that a line of their own put into the bounding set, or kept out of it.'),
    })
    .describe('`origin` decided about all capabilities that are not in `named`.'),
  seccomp: resolved(confinement),
  appArmor: resolved(confinement),
  seLinux: z.null().describe('Not modelled yet.'),
  userNamespace: resolved(z.enum(['node', 'pod'])),
  rootFilesystem: resolved(z.enum(['read-only', 'read-write'])),
  procMount: resolved(z.enum(['default', 'unmasked'])),
});

const step = z
  .strictObject({
    layer,
    question: z.string().describe('What was asked: `capability`, `syscall`, `file-mode`.'),
    answer: z.enum(['passes', 'stops', 'cannot-tell']),
    reached: z.boolean().describe('False behind the step that stopped it: `stops` there would have stopped it.'),
    code: z.string(),
    message: z.string(),
    origins: z.array(origin).readonly(),
    source: z.string().describe('Where the rule is written down.'),
    get ways(): z.ZodReadonly<z.ZodArray<typeof step>> {
      return z.array(step).readonly();
    },
  })
  .meta({ id: 'Step' })
  .describe('One question on the way; `ways` holds the ways of which one is enough.');

const operation = z.strictObject({
  container: z.string(),
  id: z.string().describe(`As asked for: ${operationIds.join(', ')}.`),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  decision: z
    .enum(['allowed', 'denied', 'unknown', 'ineffective'])
    .describe('`ineffective`: the call succeeds without the effect.'),
  started: z.boolean().describe('False: the container never ran, so nothing was tried.'),
  errno: z.string().nullable(),
  signal: z.string().nullable(),
  by: layer.nullable().describe('The layer that decided; null where nothing stood in the way.'),
  chain: z.array(step).readonly().describe('Every question in its order, those not reached included.'),
});

const container = z.strictObject({
  name: z.string(),
  role: z.enum(['init', 'sidecar', 'app', 'ephemeral']),
  effective,
});

const change = z.strictObject({ path: z.string(), change: z.enum(['changed', 'removed', 'added']) });

const grade = z
  .strictObject({
    lab: z.string(),
    status: z.enum(['solved', 'in-progress', 'blocked']),
    criteria: z
      .array(
        z.strictObject({
          id: z.string(),
          must: z.enum(['be-blocked', 'keep-working']),
          status: z.enum(['met', 'unmet', 'cannot-tell', 'not-run', 'absent', 'nothing-to-test']),
          message: z.string(),
        }),
      )
      .readonly(),
    frame: z.array(change).readonly().describe('What the lab does not let change.'),
    widened: z
      .array(z.strictObject({ container: z.string(), what: z.string(), gained: names }))
      .readonly()
      .describe('What became wider than at the start.'),
    misconception: z.string().nullable(),
  })
  .describe('A lab grades all documents together, so the grade is the same in every entry.');

const entry = z.strictObject({
  file: z.string().describe('As named on the command line; `-` is the standard input.'),
  kind: z
    .string()
    .nullable()
    .describe('Null where the document does not say, or the text holds none: then one entry holds its findings.'),
  name: z.string().nullable(),
  status: z.enum(['valid', 'rejected', 'unparsable', 'not-a-workload']),
  diagnostics: z.array(diagnostic).readonly(),
  admission: admission.nullable().describe('Null where there is no pod to admit.'),
  podSecurity: podSecurity
    .nullable()
    .describe('Of a pod that is rejected too: what the standards would say. Null where there is no pod.'),
  containers: z.array(container).readonly(),
  operations: z
    .array(operation)
    .readonly()
    .describe('Those of `--operations`. One that the world has no object for is left out.'),
  grade: grade.nullable().describe('With `--lab` only.'),
});

export const checkOutput = z.array(entry).meta({ title: 'Output of bulkhead check --format json' });

export type CheckEntry = z.output<typeof entry>;
export type JsonOrigin = z.output<typeof origin>;
export type JsonStep = z.output<typeof step>;
export type JsonEffective = z.output<typeof effective>;
export type JsonOperation = z.output<typeof operation>;
export type JsonGrade = z.output<typeof grade>;
export type JsonPodSecurity = z.output<typeof podSecurity>;
